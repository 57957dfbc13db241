package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/** The parsed rules of both families, which hosts may share, whatever cluster they are in. */
public final class RuleCaches {
  private final RuleCache v4 = new RuleCache(IpFamily.V4);
  private final RuleCache v6 = new RuleCache(IpFamily.V6);

  /** Knows no rules yet. */
  public RuleCaches() {}

  /** Returns those of one family. */
  public RuleCache of(IpFamily family) {
    return family == IpFamily.V4 ? v4 : v6;
  }
}
