package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  /** Folders that have nothing to do with networks. */
  private static final List<String> ELSEWHERE =
      List.of("abi", "crypto", "debug", "dev", "fs", "kernel", "sunrpc", "user", "vm", "xen");

  private static final Pattern DOTTED_DEVICE =
      Pattern.compile("net\\.ipv[46]\\.(conf|neigh)\\.[^.]*\\.[^.]*\\..*");

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
    SysctlOptions options = new SysctlOptions();
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

  private static int all(CommandContext context, SysctlOptions options) {
    Sysctls sysctls = context.netns().sysctl();
    for (String key : sysctls.keys()) {
      if (options.lists(key)
          && options.pattern.map(pattern -> pattern.matcher(key).find()).orElse(true)) {
        read(context, options, key);
      }
    }
    return 0;
  }

  private static int show(CommandContext context, SysctlOptions options, Setting setting) {
    if (setting.key().isEmpty()) {
      context.complain("sysctl: \"\" is an unknown key");
      return 255;
    }
    Sysctls sysctls = context.netns().sysctl();
    if (setting.existsIn(sysctls)) {
      if (options.pattern.map(pattern -> !pattern.matcher(setting.key()).find()).orElse(false)) {
        return 0;
      }
      return read(context, options, setting.key());
    }
    List<String> inside = new ArrayList<>();
    for (String key : sysctls.keys()) {
      if (key.startsWith(setting.key() + ".") && options.lists(key)) {
        inside.add(key);
      }
    }
    if (inside.isEmpty()) {
      return missing(context, options, setting);
    }
    int status = 0;
    for (String key : inside) {
      status |= read(context, options, key);
    }
    return status;
  }

  /** Prints a setting; one that cannot be read for what it holds is passed over in silence. */
  private static int read(CommandContext context, SysctlOptions options, String key) {
    try {
      print(context, options, key, context.netns().sysctl().read(key));
      return 0;
    } catch (ErrnoException e) {
      if (e.errno() == Errno.EIO) {
        return 1;
      }
      if (e.errno() != Errno.EACCES) {
        context.complain("sysctl: reading key \"" + key + "\": " + e.errno().message());
      }
      return 0;
    }
  }

  private static int missing(CommandContext context, SysctlOptions options, Setting setting) {
    String key = setting.key();
    int dot = key.indexOf('.');
    if (ELSEWHERE.contains(dot < 0 ? key : key.substring(0, dot))) {
      throw new NotModelledException("sysctl " + key);
    }
    if (options.ignore) {
      return 0;
    }
    boolean below =
        key.lastIndexOf('.') >= 0
            && context.netns().sysctl().exists(key.substring(0, key.lastIndexOf('.')));
    Errno errno = below ? Errno.ENOTDIR : Errno.ENOENT;
    context.complain("sysctl: cannot stat " + ROOT + setting.path() + ": " + errno.message());
    return 1;
  }

  private static int assign(CommandContext context, SysctlOptions options, String word) {
    int equals = word.indexOf('=');
    if (word.strip().length() < 2) {
      return 1; // too short to be looked at
    }
    if (equals < 0) {
      context.complain("sysctl: command line(0): invalid syntax, continuing...");
      return 1;
    }
    String name = word.substring(0, equals).strip();
    boolean mayFail = name.startsWith("-");
    Setting setting = Setting.parse(mayFail ? name.substring(1) : name);
    String value = word.substring(equals + 1).strip();
    if (setting.key().isEmpty()) {
      context.complain("sysctl: Path is not under " + ROOT + ": " + ROOT);
      return 1;
    }
    if (!setting.existsIn(context.netns().sysctl())) {
      return isFolder(context, setting)
          ? refused(context, setting, Errno.EACCES)
          : missing(context, options, setting);
    }
    if (!options.dryRun) {
      try {
        context.execute(WriteSysctl.of(context.netnsName(), setting.key(), value));
      } catch (ErrnoException e) {
        int status = refused(context, setting, e.errno());
        return mayFail ? 0 : status;
      }
    }
    if (!options.quiet) {
      print(context, options, setting.key(), value);
    }
    return 0;
  }

  private static boolean isFolder(CommandContext context, Setting setting) {
    String prefix = setting.key() + ".";
    return context.netns().sysctl().keys().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /** A setting that nobody may write is complained of, yet is no failure. */
  private static int refused(CommandContext context, Setting setting, Errno errno) {
    boolean readOnly = errno == Errno.EACCES;
    String message = readOnly ? Errno.EPERM.message() : errno.message();
    context.complain("sysctl: setting key \"" + setting.key() + "\": " + message);
    return readOnly ? 0 : 1;
  }

  private static void print(
      CommandContext context, SysctlOptions options, String key, String value) {
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
  private static int load(CommandContext context, SysctlOptions options) {
    String file = options.file.get();
    if (!file.equals("-")) {
      context.complain("sysctl: cannot open \"" + file + "\": No such file or directory");
      return 1;
    }
    List<String> assignments = new ArrayList<>();
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
      assignments.add(text);
    }
    int status = 0;
    for (String assignment : assignments) {
      status |= assign(context, options, assignment);
    }
    return status;
  }
}
