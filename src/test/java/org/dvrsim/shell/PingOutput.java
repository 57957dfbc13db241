package org.dvrsim.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one line of what ping prints: {@code reply}, {@code no reply} or {@code icmp ...}. */
final class PingOutput {
  private static final Pattern REPLY = Pattern.compile("^\\d+ bytes from .*");
  private static final Pattern ERROR = Pattern.compile("^From (\\S+):? icmp_seq=\\d+ (.*)$");

  private PingOutput() {}

  static List<String> tidy(List<String> lines) {
    List<String> texts = lines.stream().filter(line -> !line.isBlank()).toList();
    if (texts.stream().noneMatch(line -> line.startsWith("PING "))) {
      return texts;
    }
    if (texts.stream().anyMatch(line -> REPLY.matcher(line).matches())) {
      return List.of("reply");
    }
    for (String line : texts) {
      Matcher error = ERROR.matcher(line);
      if (error.matches() && !error.group(2).startsWith("Redirect")) {
        return List.of("icmp " + error.group(2).strip());
      }
    }
    return List.of("no reply");
  }
}
