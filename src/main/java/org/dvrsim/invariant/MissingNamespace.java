package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/** Every router of the host, its SNAT and its external network have their namespaces. */
final class MissingNamespace extends HostInvariant {
  @Override
  public String name() {
    return "missing-namespace";
  }

  @Override
  public String consequence() {
    return "The router does not exist on the host: its instances have no gateway.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.NAMESPACES, HostPart.WANTED_NAMESPACES);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    for (NetnsName name : view.wanted().namespaces().keySet()) {
      if (view.kernel().find(name).isEmpty()) {
        findings.add(name, name + " is missing", name);
      }
    }
    return findings.list();
  }
}
