package org.dvrsim.netfilter;

/** A rule in its place in a chain, with its counters. */
public final class ChainRule {
  private final Chain chain;
  private IptablesRule rule;
  private final Chain jump;
  private long packets;
  private long bytes;
  private String line;
  private boolean removed;

  ChainRule(Chain chain, IptablesRule rule, Chain jump, long packets, long bytes) {
    this.chain = chain;
    this.rule = rule;
    this.jump = jump;
    this.packets = packets;
    this.bytes = bytes;
  }

  /** Makes one of which it is known how it is printed. */
  ChainRule(Chain chain, IptablesRule rule, Chain jump, long packets, long bytes, String line) {
    this(chain, rule, jump, packets, bytes);
    this.line = line;
  }

  /** Returns the chain that the rule is in. */
  public Chain chain() {
    return chain;
  }

  /** Returns conditions and target. */
  public IptablesRule rule() {
    return rule;
  }

  /** Returns the chain that the target jumps or goes to, null if it does neither. */
  public Chain jump() {
    return jump;
  }

  /** Returns the number of packets that fulfilled the conditions. */
  public long packets() {
    return packets;
  }

  /** Returns the bytes of those packets. */
  public long bytes() {
    return bytes;
  }

  /** Counts one packet. */
  public void count(int length) {
    packets++;
    bytes += length;
  }

  void setCounters(long newPackets, long newBytes) {
    packets = newPackets;
    bytes = newBytes;
  }

  /** Returns the rule as iptables-save prints it: {@code -A CHAIN ...}, without counters. */
  public String line() {
    if (line == null) {
      line = rule.lineIn(chain.name());
    }
    return line;
  }

  /** Forgets the text, after a chain got another name. */
  void renamed() {
    line = null;
    if (jump != null && !jump.name().equals(rule.jumpChain())) {
      rule = rule.withJumpTo(jump.name());
    }
  }

  /** Tells whether the kernel has thrown the rule out while iptables still believes in it. */
  boolean isRemoved() {
    return removed;
  }

  void setRemoved(boolean removed) {
    this.removed = removed;
  }

  /** Returns {@link #line}. */
  @Override
  public String toString() {
    return line();
  }
}
