package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
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
    List<WantedDevice> devices = view.wanted().devices();
    for (int i = 0; i < devices.size(); i++) {
      WantedDevice wanted = devices.get(i);
      Link link = view.deviceOrNull(i);
      if (link != null && wanted.mtu().isPresent() && wanted.mtu().get() != link.mtu()) {
        findings.add(
            view.name(),
            wanted.name() + " has MTU " + link.mtu() + ", its network " + wanted.mtu().get(),
            wanted.name(),
            link.mtu(),
            wanted.mtu().get());
      }
    }
  }
}
