package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every namespace holds the devices that the server calls for. */
final class MissingDevice extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-device";
  }

  @Override
  public String consequence() {
    return "Instances that reach their router or the outside through this device are cut off.";
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
      if (view.deviceOrNull(i) == null) {
        WantedDevice device = devices.get(i);
        findings.add(view.name(), device.name() + " is missing", device.name(), view.name());
      }
    }
  }
}
