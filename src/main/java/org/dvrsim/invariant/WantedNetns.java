package org.dvrsim.invariant;

import java.util.List;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * What a namespace should hold.
 *
 * @param devices in the server's order
 * @param routers whose namespace it is; several for a shared floating IP namespace
 * @param neighbours what devices must know without asking; empty for other than a router's
 * @param optionalLinks devices that may be there, of routers that may be here but need not
 */
record WantedNetns(
    NetnsName name,
    NetnsKind kind,
    List<WantedDevice> devices,
    List<WantedRouter> routers,
    List<WantedNeighbours> neighbours,
    List<IfName> optionalLinks) {
  WantedNetns {
    devices = List.copyOf(devices);
    routers = List.copyOf(routers);
    neighbours = List.copyOf(neighbours);
    optionalLinks = List.copyOf(optionalLinks);
  }

  /**
   * Returns what is different from {@code before}, which is of the same name: {@link WantedPart}s
   * as bits.
   */
  int changedSince(WantedNetns before) {
    if (routers.size() != before.routers.size()) {
      return WantedPart.ALL;
    }
    int changed =
        WantedPart.DEVICES.bitIf(
                !devices.equals(before.devices) || !optionalLinks.equals(before.optionalLinks))
            | WantedPart.NEIGHBOURS.bitIf(!neighbours.equals(before.neighbours));
    for (int i = 0; i < routers.size(); i++) {
      changed |= routers.get(i).changedSince(before.routers.get(i));
    }
    return changed & WantedPart.of(kind);
  }

  /** Returns the only router of a namespace that is not shared. */
  WantedRouter router() {
    return routers.get(0);
  }

  /** Returns the device of that name; null if there should be none. */
  WantedDevice deviceOrNull(IfName device) {
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).name().equals(device)) {
        return devices.get(i);
      }
    }
    return null;
  }
}
