package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.Link;

/** Every device has its network's MTU. */
final class WrongMtu extends NetnsInvariant {
  @Override
  public String name() {
    return "wrong-mtu";
  }

  @Override
  public String consequence() {
    return "Large packets are lost or needlessly cut up: connections open, then hang.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.DEVICES);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedDevice wanted : view.wanted().devices()) {
      Optional<Link> link = view.actual().link(wanted.name());
      if (link.isPresent() && wanted.mtu().isPresent() && wanted.mtu().get() != link.get().mtu()) {
        findings.add(
            view.name(),
            wanted.name() + " has MTU " + link.get().mtu() + ", its network " + wanted.mtu().get(),
            wanted.name(),
            link.get().mtu(),
            wanted.mtu().get());
      }
    }
  }
}
