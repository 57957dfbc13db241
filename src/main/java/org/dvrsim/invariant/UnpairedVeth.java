package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;

/** No end of a veth is left in the host's own namespace. */
final class UnpairedVeth extends HostInvariant {
  @Override
  public String name() {
    return "leaked-veth";
  }

  @Override
  public String consequence() {
    return "The router and the floating IP namespace are not connected, and making the pair again"
        + " fails because its name is taken.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.DEVICES);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    for (Link link : view.kernel().root().links()) {
      if (link.kind() == LinkKind.VETH) {
        findings.add(view.kernel().root().name(), link + " is in no router's namespace", link);
      }
    }
    return findings.list();
  }
}
