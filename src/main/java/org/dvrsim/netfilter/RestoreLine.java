package org.dvrsim.netfilter;

import java.util.Objects;
import org.dvrsim.net.IpFamily;

/**
 * A line of what iptables-restore is fed, in the parts that its reader would cut it into. The line
 * itself is written when it is asked for.
 */
public final class RestoreLine {
  private final Kind kind;
  private final String chain;
  private final int number;
  private final String rule;
  private IptablesRule parsed4;
  private IptablesRule parsed6;

  /** What a line asks for. */
  enum Kind {
    /** {@code :CHAIN - [0:0]}. */
    DECLARE,
    /** {@code -I CHAIN NUMBER RULE}. */
    INSERT,
    /** {@code -D CHAIN NUMBER}. */
    DELETE,
    /** {@code -X CHAIN}. */
    DELETE_CHAIN
  }

  private RestoreLine(Kind kind, String chain, int number, String rule) {
    this.kind = kind;
    this.chain = Objects.requireNonNull(chain);
    this.number = number;
    this.rule = Objects.requireNonNull(rule);
  }

  /** Returns the line that makes a chain, or empties it. */
  public static RestoreLine declare(String chain) {
    return new RestoreLine(Kind.DECLARE, chain, 0, "");
  }

  /**
   * Returns the line that puts a rule into a chain.
   *
   * @param number the place that it is to have, from 1
   * @param rule the rule's options, a blank before them
   */
  public static RestoreLine insert(String chain, int number, String rule) {
    return new RestoreLine(Kind.INSERT, chain, number, rule);
  }

  /**
   * Returns the line that takes a rule out of a chain.
   *
   * @param number the rule's place, from 1
   */
  public static RestoreLine delete(String chain, int number) {
    return new RestoreLine(Kind.DELETE, chain, number, "");
  }

  /** Returns the line that deletes a chain. */
  public static RestoreLine deleteChain(String chain) {
    return new RestoreLine(Kind.DELETE_CHAIN, chain, 0, "");
  }

  Kind kind() {
    return kind;
  }

  String chain() {
    return chain;
  }

  /** Returns the place of a rule, from 1. */
  int number() {
    return number;
  }

  /** Returns the options of a rule to be put in, a blank before them. */
  String rule() {
    return rule;
  }

  /** Returns the rule as read for one family, null if it was not yet. */
  IptablesRule parsed(IpFamily family) {
    return family == IpFamily.V4 ? parsed4 : parsed6;
  }

  void setParsed(IpFamily family, IptablesRule parsed) {
    if (family == IpFamily.V4) {
      parsed4 = parsed;
    } else {
      parsed6 = parsed;
    }
  }

  /** Returns the line. */
  @Override
  public String toString() {
    return switch (kind) {
      case DECLARE -> ":" + chain + " - [0:0]";
      case INSERT -> "-I " + chain + " " + number + rule;
      case DELETE -> "-D " + chain + " " + number;
      case DELETE_CHAIN -> "-X " + chain;
    };
  }
}
