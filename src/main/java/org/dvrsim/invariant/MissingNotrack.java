package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.CtTarget;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;

/** A floating IP namespace does not track connections, which the routers' namespaces do. */
final class MissingNotrack extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-notrack";
  }

  @Override
  public String consequence() {
    return "Connections are tracked twice, and answers that come another way are dropped as"
        + " invalid.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.NETFILTER);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.noneOf(WantedPart.class);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    Table raw = view.actual().netfilter(IpFamily.V4).tableOrNull(TableName.RAW);
    Chain chain = raw == null ? null : raw.chain(NatRule.CHAIN_PREFIX + "PREROUTING");
    if (chain == null || !hasNotrack(chain)) {
      findings.add(view.name(), "raw PREROUTING lacks -j CT --notrack", "CT --notrack");
    }
  }

  private static boolean hasNotrack(Chain chain) {
    for (ChainRule rule : chain.rules()) {
      if (rule.rule().target() instanceof CtTarget ct && ct.notrack()) {
        return true;
      }
    }
    return false;
  }
}
