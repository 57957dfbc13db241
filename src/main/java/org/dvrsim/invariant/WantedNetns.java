package org.dvrsim.invariant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * What a namespace should hold.
 *
 * @param devices in the server's order
 * @param routers whose namespace it is; several for a shared floating IP namespace
 * @param neighbours what devices must know without asking; empty for other than a router's
 */
record WantedNetns(
    NetnsName name,
    NetnsKind kind,
    List<WantedDevice> devices,
    List<WantedRouter> routers,
    List<WantedNeighbours> neighbours) {
  WantedNetns {
    devices = List.copyOf(devices);
    routers = List.copyOf(routers);
    neighbours = List.copyOf(neighbours);
  }

  /** Returns the only router of a namespace that is not shared. */
  WantedRouter router() {
    return routers.get(0);
  }

  /** Returns the devices by name. */
  Map<IfName, WantedDevice> byName() {
    Map<IfName, WantedDevice> map = new LinkedHashMap<>();
    devices.forEach(device -> map.put(device.name(), device));
    return map;
  }
}
