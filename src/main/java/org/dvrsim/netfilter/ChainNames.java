package org.dvrsim.netfilter;

import java.util.Set;
import org.dvrsim.net.IpFamily;

/** What iptables allows as names of chains. */
final class ChainNames {
  /** XT_EXTENSION_MAXNAMELEN. */
  private static final int LIMIT = 29;

  private ChainNames() {}

  /**
   * Refuses a name for a new chain.
   *
   * <p>Models: iptables/xshared.c:assert_valid_chain_name()
   *
   * @param notTargets names that are known not to be targets
   */
  static void check(String name, IpFamily family, Set<String> notTargets) {
    if (isTooLong(name)) {
      throw tooLong(name);
    }
    if (name.startsWith("-") || name.startsWith("!")) {
      throw XtablesError.parameter("chain name not allowed to start with `" + name.charAt(0) + "'");
    }
    if ((!notTargets.contains(name) || Verdict.find(name) != null)
        && Extensions.isTargetName(name, family)) {
      throw XtablesError.parameter("chain name may not clash with target name");
    }
    for (int i = 0; i < name.length(); i++) {
      if (CNumber.isSpace(name.charAt(i))) {
        throw XtablesError.parameter("Invalid chain name `" + name + "'");
      }
    }
  }

  /** Tells whether a name is longer than names of chains, matches and targets may be. */
  static boolean isTooLong(String name) {
    return name.length() >= LIMIT;
  }

  static XtablesError tooLong(String name) {
    return XtablesError.parameter(
        "chain name `" + name + "' too long (must be under " + LIMIT + " chars)");
  }

  /** Refuses what can't be the name of a target or chain to jump to. */
  static void checkTarget(String name) {
    if (name.isEmpty()) {
      throw XtablesError.parameter("Invalid target name (too short)");
    }
    if (isTooLong(name)) {
      throw XtablesError.parameter(
          "Invalid target name `" + name + "' (" + (LIMIT - 1) + " chars max)");
    }
    for (int i = 0; i < name.length(); i++) {
      if (CNumber.isSpace(name.charAt(i))) {
        throw XtablesError.parameter("Invalid target name `" + name + "'");
      }
    }
  }
}
