package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Sysctls;
import org.dvrsim.ops.WriteSysctl;

/**
 * {@code sysctl}.
 *
 * <p>Models: procps 4.0.4 src/sysctl.c
 */
final class SysctlCommand implements ShellCommand {
  private static final String ROOT = "/proc/sys/";
  private static final Pattern DOTTED_DEVICE =
      Pattern.compile("net\\.ipv[46]\\.(conf|neigh)\\.[^.]*\\.[^.]*\\..*");

  /** Options that are given, and how values are printed. */
  private static final class Options {
    boolean all;
    boolean binary;
    boolean ignore;
    boolean names;
    boolean values;
    boolean quiet;
    boolean write;
    Optional<Pattern> pattern = Optional.empty();
    Optional<String> file = Optional.empty();
    boolean dryRun;
  }

  /**
   * A setting that is named.
   *
   * @param key with dots, in a device's name slashes
   * @param path under /proc/sys
   */
  private record Setting(String key, String path) {
    /** Reads either spelling: the first separator tells which it is. */
    static Setting parse(String word) {
      int slash = word.indexOf('/');
      int dot = word.indexOf('.');
      boolean path = slash >= 0 && (dot < 0 || slash < dot);
      return path ? new Setting(swap(word), word) : new Setting(word, swap(word));
    }

    /** Tells whether there is such a setting; a dot in a device's name is written as a slash. */
    boolean existsIn(Sysctls sysctls) {
      return !DOTTED_DEVICE.matcher(key).matches() && sysctls.exists(key);
    }

    private static String swap(String word) {
      return word.replace('.', '\0').replace('/', '.').replace('\0', '/');
    }
  }

  @Override
  public int run(CommandContext context, List<String> arguments) {
    if (arguments.isEmpty()) {
      context.err().append(UsageText.of("sysctl"));
      return 1;
    }
    Options options = new Options();
    List<String> words = new SysctlOptionReader(context, arguments).read(options);
    if (options.file.isPresent()) {
      return load(context, options);
    }
    if (options.all) {
      return all(context, options);
    }
    if (words.isEmpty()) {
      context.complain("sysctl: no variables specified");
      context.complain("Try `sysctl --help' for more information.");
      return 1;
    }
    int status = 0;
    for (String word : words) {
      status |=
          options.write || word.indexOf('=') >= 0
              ? assign(context, options, word)
              : show(context, options, Setting.parse(word));
    }
    return status;
  }

  private static int all(CommandContext context, Options options) {
    Sysctls sysctls = context.netns().sysctl();
    for (String key : sysctls.keys()) {
      if (options.pattern.map(pattern -> pattern.matcher(key).find()).orElse(true)) {
        print(context, options, key, sysctls.read(key));
      }
    }
    return 0;
  }

  private static int show(CommandContext context, Options options, Setting setting) {
    if (setting.key().isEmpty()) {
      context.complain("sysctl: \"\" is an unknown key");
      return 255;
    }
    Sysctls sysctls = context.netns().sysctl();
    if (setting.existsIn(sysctls)) {
      if (options.pattern.map(pattern -> !pattern.matcher(setting.key()).find()).orElse(false)) {
        return 0;
      }
      try {
        print(context, options, setting.key(), sysctls.read(setting.key()));
      } catch (ErrnoException e) {
        if (e.errno() != Errno.EACCES) {
          context.complain("sysctl: reading key \"" + setting.key() + "\": " + e.errno().message());
        }
      }
      return 0;
    }
    List<String> inside = new ArrayList<>();
    for (String key : sysctls.keys()) {
      if (key.startsWith(setting.key() + ".")) {
        inside.add(key);
      }
    }
    if (inside.isEmpty()) {
      return missing(context, options, setting);
    }
    for (String key : inside) {
      print(context, options, key, sysctls.read(key));
    }
    return 0;
  }

  private static int missing(CommandContext context, Options options, Setting setting) {
    if (!setting.key().startsWith("net.")) {
      throw new NotModelledException("sysctl " + setting.key());
    }
    if (options.ignore) {
      return 0;
    }
    context.complain(
        "sysctl: cannot stat " + ROOT + setting.path() + ": No such file or directory");
    return 1;
  }

  private static int assign(CommandContext context, Options options, String word) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      context.complain("sysctl: command line(0): invalid syntax, continuing...");
      return 1;
    }
    Setting setting = Setting.parse(word.substring(0, equals).strip());
    String value = word.substring(equals + 1).strip();
    if (setting.key().isEmpty()) {
      context.complain("sysctl: Path is not under " + ROOT + ": " + ROOT);
      return 1;
    }
    if (!setting.existsIn(context.netns().sysctl())) {
      return missing(context, options, setting);
    }
    if (!options.dryRun) {
      try {
        context.execute(WriteSysctl.of(context.netnsName(), setting.key(), value));
      } catch (ErrnoException e) {
        return refused(context, setting, e.errno());
      }
    }
    if (!options.quiet) {
      print(context, options, setting.key(), value);
    }
    return 0;
  }

  /** A setting that nobody may write is complained of, yet is no failure. */
  private static int refused(CommandContext context, Setting setting, Errno errno) {
    boolean readOnly = errno == Errno.EACCES;
    String message = readOnly ? Errno.EPERM.message() : errno.message();
    context.complain("sysctl: setting key \"" + setting.key() + "\": " + message);
    return readOnly ? 0 : 1;
  }

  private static void print(CommandContext context, Options options, String key, String value) {
    if (options.names) {
      context.println(key);
    } else if (options.binary) {
      context.out().append(value);
    } else {
      for (String line : value.split("\n", -1)) {
        context.println(options.values ? line : key + " = " + line);
      }
    }
  }

  /** Sets what the lines of standard input say, as of a file in sysctl.conf's form. */
  private static int load(CommandContext context, Options options) {
    String file = options.file.get();
    if (!file.equals("-")) {
      context.complain("sysctl: cannot open \"" + file + "\": No such file or directory");
      return 1;
    }
    int status = 0;
    int number = 0;
    for (String line : context.stdin().split("\n", -1)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
        continue;
      }
      if (text.indexOf('=') < 0) {
        context.complain("sysctl: " + file + "(" + number + "): invalid syntax, continuing...");
        continue;
      }
      status |= assign(context, options, text);
    }
    return status;
  }

  /** Reads the options, of which short ones may stand together. */
  private static final class SysctlOptionReader {
    private final CommandContext context;
    private final List<String> words;
    private final List<String> rest = new ArrayList<>();
    private int position;

    SysctlOptionReader(CommandContext context, List<String> words) {
      this.context = context;
      this.words = words;
    }

    List<String> read(Options options) {
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

    private void shortOptions(Options options, String letters) {
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

    private void letter(Options options, char letter) {
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
        default -> throw new NotModelledException("sysctl -" + letter);
      }
    }

    private void longOption(Options options, String word) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      String value = equals < 0 ? "" : word.substring(equals + 1);
      switch (name) {
        case "all" -> options.all = true;
        case "deprecated" -> {}
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
        default -> throw new NotModelledException("sysctl --" + name);
      }
    }

    private void pattern(Options options, String text) {
      try {
        options.pattern = Optional.of(Pattern.compile(text));
      } catch (PatternSyntaxException e) {
        throw new NotModelledException("sysctl --pattern " + text);
      }
    }

    private void file(Options options, String attached) {
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
        throw new NotModelledException("sysctl with an option that lacks its argument");
      }
      return words.get(position);
    }
  }
}
