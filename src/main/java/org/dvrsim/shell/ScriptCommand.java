package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of a script.
 *
 * @param line as written, with a here-document's {@code <<EOF} but not its body
 * @param number the line's number in the script, from 1
 * @param stdin the body of the here-document, empty if there is none
 */
public record ScriptCommand(String line, int number, Optional<String> stdin) {
  private static final Pattern HERE = Pattern.compile("\\s<<\\s*(['\"]?)(\\w+)\\1\\s*$");

  /** Reads a script: one command a line; blank lines and lines that begin with # are skipped. */
  public static List<ScriptCommand> parse(String script) {
    List<ScriptCommand> commands = new ArrayList<>();
    String[] lines = script.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int number = i + 1;
      Matcher here = HERE.matcher(line);
      if (!here.find()) {
        commands.add(new ScriptCommand(line, number, Optional.empty()));
        continue;
      }
      StringBuilder body = new StringBuilder();
      for (i++; i < lines.length && !lines[i].strip().equals(here.group(2)); i++) {
        body.append(lines[i]).append('\n');
      }
      commands.add(new ScriptCommand(line, number, Optional.of(body.toString())));
    }
    return commands;
  }

  /** Returns the line without the here-document. */
  public String command() {
    return stdin.isPresent() ? HERE.matcher(line).replaceFirst("") : line;
  }
}
