package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dvrsim.base.NotModelledException;

/**
 * Reads the options of {@code sysctl}, of which short ones may stand together.
 *
 * <p>Models: procps 4.0.4 src/sysctl.c:main()
 */
final class SysctlOptionReader {
  private final CommandContext context;
  private final List<String> words;
  private final List<String> rest = new ArrayList<>();
  private int position;

  SysctlOptionReader(CommandContext context, List<String> words) {
    this.context = context;
    this.words = words;
  }

  List<String> read(SysctlOptions options) {
    while (position < words.size()) {
      String word = words.get(position);
      if (word.equals("--")) {
        rest.addAll(words.subList(position + 1, words.size()));
        break;
      } else if (word.startsWith("--")) {
        longOption(options, word.substring(2));
      } else if (word.length() > 1 && word.startsWith("-")) {
        shortOptions(options, word.substring(1));
      } else {
        rest.add(word);
      }
      position++;
    }
    return rest;
  }

  private void shortOptions(SysctlOptions options, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      String attached = letters.substring(i + 1);
      switch (letter) {
        case 'r' -> {
          pattern(options, attached.isEmpty() ? argument() : attached);
          return;
        }
        case 'p', 'f' -> {
          file(options, attached);
          return;
        }
        default -> letter(options, letter);
      }
    }
  }

  private void letter(SysctlOptions options, char letter) {
    switch (letter) {
      case 'a', 'A', 'X' -> options.all = true;
      case 'b' -> options.binary = true;
      case 'e' -> options.ignore = true;
      case 'N' -> options.names = true;
      case 'n' -> options.values = true;
      case 'q' -> options.quiet = true;
      case 'w' -> options.write = true;
      case 'o', 'x' -> {}
      case 'h', 'd' -> {
        context.out().append(UsageText.of("sysctl"));
        throw new CommandExit(0);
      }
      case 'V' -> {
        context.println("sysctl from procps-ng 4.0.4");
        throw new CommandExit(0);
      }
      default -> throw badOption("sysctl: invalid option -- '" + letter + "'");
    }
  }

  /** Complains of an option; the usage text is the program's success all the same. */
  private CommandExit badOption(String complaint) {
    context.complain(complaint);
    context.out().append(UsageText.of("sysctl"));
    return new CommandExit(0);
  }

  private void longOption(SysctlOptions options, String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? "" : word.substring(equals + 1);
    switch (name) {
      case "all" -> options.all = true;
      case "deprecated" -> options.deprecated = true;
      case "dry-run" -> options.dryRun = true;
      case "binary" -> options.binary = true;
      case "ignore" -> options.ignore = true;
      case "names" -> options.names = true;
      case "values" -> options.values = true;
      case "quiet" -> options.quiet = true;
      case "write" -> options.write = true;
      case "pattern" -> pattern(options, equals < 0 ? argument() : value);
      case "load" -> options.file = Optional.of(equals < 0 ? "/etc/sysctl.conf" : value);
      case "help" -> letter(options, 'h');
      case "version" -> letter(options, 'V');
      default -> throw badOption("sysctl: unrecognized option '--" + name + "'");
    }
  }

  private void pattern(SysctlOptions options, String text) {
    try {
      options.pattern = Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      throw new NotModelledException("sysctl --pattern " + text);
    }
  }

  private void file(SysctlOptions options, String attached) {
    if (!attached.isEmpty()) {
      options.file = Optional.of(attached);
    } else if (position + 1 < words.size()) {
      options.file = Optional.of(argument());
    } else {
      options.file = Optional.of("/etc/sysctl.conf");
    }
  }

  private String argument() {
    position++;
    if (position >= words.size()) {
      throw badOption("sysctl: option requires an argument -- 'r'");
    }
    return words.get(position);
  }
}
