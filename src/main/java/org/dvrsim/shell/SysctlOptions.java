package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Options that are given, and how values are printed. */
final class SysctlOptions {
  /** Models: procps src/sysctl.c:DEPRECATED */
  private static final List<String> DEPRECATED = List.of("base_reachable_time", "retrans_time");

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
  boolean deprecated;

  /** Tells whether a setting is listed, as those in an outdated unit are not. */
  boolean lists(String key) {
    return deprecated || !DEPRECATED.contains(key.substring(key.lastIndexOf('.') + 1));
  }
}
