package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * A router's internal ports as they stand on the host, and how they follow the payload.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo._process_internal_ports and its helpers
 */
class RouterInternalPorts {
  /** Stands for a prefix that is still to be delegated. */
  private static final IpPrefix PROVISIONAL_IPV6_PD_PREFIX = IpPrefix.parse("::/64");

  private static final Comparator<FixedIp> FIXED_IP_ORDER =
      Comparator.comparing(FixedIp::ipAddress)
          .thenComparing(FixedIp::prefixLength)
          .thenComparing(FixedIp::subnetId);

  private final RouterInfo router;
  private final List<NeutronPort> ports = new ArrayList<>();

  RouterInternalPorts(RouterInfo router) {
    this.router = router;
  }

  /** Returns the ports that are configured, in the order they came; do not keep. */
  List<NeutronPort> ports() {
    return ports;
  }

  /** Models: _process_internal_ports */
  void processInternalPorts() {
    List<NeutronPort> wanted = router.router().interfaces();
    List<String> currentPortIds = idsOfPortsThatAreUp(wanted);
    List<NeutronPort> newPorts = newPorts(wanted, currentPortIds);
    List<NeutronPort> oldPorts = oldPorts(currentPortIds);
    List<NeutronPort> updatedPorts = getUpdatedPorts(ports, wanted);
    for (NeutronPort port : oldPorts) {
      router.internalNetworkRemoved(port);
      if (!ports.remove(port)) {
        throw PythonError.notInList();
      }
    }
    for (NeutronPort port : newPorts) {
      router.internalNetworkAdded(port);
      updateInternalPortsCache(port);
    }
    for (NeutronPort port : updatedPorts) {
      updateInternalPortsCache(port);
      router.internalNetworkUpdated(port);
    }
    if (anyHasIpv6Subnet(newPorts)
        || anyHasIpv6Subnet(oldPorts)
        || anyHasIpv6Subnet(updatedPorts)) {
      router.enableRadvd(wanted.isEmpty() ? ports : wanted);
    }
    unplugStaleDevices(currentPortIds);
  }

  private static List<String> idsOfPortsThatAreUp(List<NeutronPort> wanted) {
    List<String> ids = new ArrayList<>(wanted.size());
    for (NeutronPort port : wanted) {
      if (port.adminStateUp()) {
        ids.add(port.id());
      }
    }
    return ids;
  }

  private List<NeutronPort> newPorts(List<NeutronPort> wanted, List<String> currentPortIds) {
    List<NeutronPort> found = new ArrayList<>();
    for (NeutronPort port : wanted) {
      if (currentPortIds.contains(port.id()) && indexOf(ports, port.id()) < 0) {
        found.add(port);
      }
    }
    return found;
  }

  private List<NeutronPort> oldPorts(List<String> currentPortIds) {
    List<NeutronPort> found = new ArrayList<>();
    for (NeutronPort port : ports) {
      if (!currentPortIds.contains(port.id())) {
        found.add(port);
      }
    }
    return found;
  }

  /**
   * Returns the wanted ports whose addresses or MTU are not what is configured.
   *
   * <p>Defect: a port that was set down is looked at too. If it changed as well, it is removed and
   * then configured again as updated, on a device that is gone. And a port that comes without its
   * MTU, or came so, makes every update fail.
   *
   * @throws PythonError KeyError if a port that is looked at has no MTU
   */
  private static List<NeutronPort> getUpdatedPorts(
      List<NeutronPort> existing, List<NeutronPort> wanted) {
    List<NeutronPort> updated = new ArrayList<>();
    for (NeutronPort port : existing) {
      int index = indexOf(wanted, port.id());
      if (index >= 0) {
        NeutronPort current = wanted.get(index);
        boolean mtuChanged = RouterInfo.mtuOf(port) != RouterInfo.mtuOf(current);
        if (mtuChanged || !sameInAnyOrder(port.fixedIps(), current.fixedIps())) {
          updated.add(current);
        }
      }
    }
    return updated;
  }

  private static boolean sameInAnyOrder(List<FixedIp> a, List<FixedIp> b) {
    return a.equals(b) || (a.size() == b.size() && sorted(a).equals(sorted(b)));
  }

  private static List<FixedIp> sorted(List<FixedIp> fixedIps) {
    List<FixedIp> sorted = new ArrayList<>(fixedIps);
    sorted.sort(FIXED_IP_ORDER);
    return sorted;
  }

  private void updateInternalPortsCache(NeutronPort port) {
    int index = indexOf(ports, port.id());
    if (index < 0) {
      ports.add(port);
    } else {
      ports.set(index, port);
    }
  }

  private static int indexOf(List<NeutronPort> ports, String portId) {
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).id().equals(portId)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean anyHasIpv6Subnet(List<NeutronPort> ports) {
    for (NeutronPort port : ports) {
      if (portHasIpv6Subnet(port)) {
        return true;
      }
    }
    return false;
  }

  /** Models: _port_has_ipv6_subnet */
  static boolean portHasIpv6Subnet(NeutronPort port) {
    for (NeutronSubnet subnet : port.subnetsOrNone()) {
      if (subnet.cidr().family() == IpFamily.V6
          && !subnet.cidr().equals(PROVISIONAL_IPV6_PD_PREFIX)) {
        return true;
      }
    }
    return false;
  }

  private void unplugStaleDevices(List<String> currentPortIds) {
    PySet<IfName> current = new PySet<>(RouterInternalPorts::hash);
    for (IfName device : router.getExistingDevices()) {
      if (DeviceNames.hasPrefix(device, DeviceNames.INTERNAL_DEV_PREFIX)) {
        current.add(device);
      }
    }
    if (current.isEmpty()) {
      return;
    }
    PySet<IfName> wanted = new PySet<>(RouterInternalPorts::hash);
    for (String portId : currentPortIds) {
      wanted.add(router.getInternalDeviceName(portId));
    }
    for (IfName stale : current.minus(wanted)) {
      router.driver.unplug(stale, router.nsName);
    }
  }

  private static long hash(IfName device) {
    return PyHash.text(device.text());
  }
}
