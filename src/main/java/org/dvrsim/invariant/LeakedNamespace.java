package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/** There is no namespace of a router or external network that the host need not have. */
final class LeakedNamespace extends HostInvariant {
  @Override
  public String name() {
    return "leaked-namespace";
  }

  @Override
  public String consequence() {
    return "A router that is gone or elsewhere goes on answering for its addresses on this host.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.CALLED_FOR);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    for (NetnsName name : view.kernel().names()) {
      Optional<NetnsKind> kind = NetnsKind.of(name);
      if (kind.isPresent() && view.wantedNetns(name).isEmpty() && !view.wanted().isOptional(name)) {
        findings.add(name, "nothing calls for " + name, name);
      }
    }
    return findings.list();
  }
}
