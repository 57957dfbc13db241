package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.AddBridgePort;
import org.dvrsim.ops.DeleteBridgePort;

/**
 * Plugs devices into the integration bridge and gives them their addresses.
 *
 * <p>Models: neutron/agent/linux/interface.py:LinuxInterfaceDriver, OVSInterfaceDriver with {@code
 * ovs_use_veth} off
 */
class InterfaceDriver {
  private static final int TRIES = 9;

  private final HostAccess host;
  private final IpLib ipLib;

  InterfaceDriver(HostAccess host, IpLib ipLib) {
    this.host = host;
    this.ipLib = ipLib;
  }

  /** Plugs a device if it is not there; otherwise sets its MTU, where one is told. */
  void plug(
      String networkId,
      String portId,
      IfName device,
      MacAddress mac,
      NetnsName namespace,
      Optional<Integer> mtu) {
    if (!ipLib.deviceExists(device, namespace)) {
      plugNew(device, mac, namespace, mtu);
    } else {
      plugged(device, namespace, mtu);
    }
  }

  /** Sets the MTU of a device that is there, where one is told. */
  void plugged(IfName device, NetnsName namespace, Optional<Integer> mtu) {
    if (mtu.isPresent() && mtu.get() != 0) {
      setMtu(device, mtu.get(), namespace);
    }
  }

  /**
   * Plugs a port, which makes a device, gives it its MAC address and moves it to its namespace. If
   * that fails, the port is unplugged again; if what comes after it fails, it is not.
   */
  private void plugNew(IfName name, MacAddress mac, NetnsName namespace, Optional<Integer> mtu) {
    IpDevice device = ipLib.device(name, NetnsName.ROOT);
    host.execute(new AddBridgePort(name));
    try {
      ensureDeviceAddress(device, mac);
      addDeviceToNamespace(device, namespace);
    } catch (AgentError e) {
      host.execute(new DeleteBridgePort(name));
      throw e;
    }
    if (mtu.isPresent() && mtu.get() != 0) {
      setMtu(name, mtu.get(), namespace);
    }
    device.link().setUp();
  }

  private void setDeviceAddress(IpDevice device, MacAddress mac) {
    device.link().setAddress(mac);
    MacAddress current = device.link().address();
    if (!current.equals(mac)) {
      throw new AgentRuntimeError(
          "Failed to set mac address to: " + mac + "; Current mac: " + current);
    }
  }

  /** Tries up to ten times, as a new port's device may take a moment to show up. */
  private void ensureDeviceAddress(IpDevice device, MacAddress mac) {
    for (int i = 0; i < TRIES; i++) {
      try {
        setDeviceAddress(device, mac);
        return;
      } catch (AgentRuntimeError e) {
        // Once more, a second later.
      }
    }
    setDeviceAddress(device, mac);
  }

  private void addDeviceToNamespace(IpDevice device, NetnsName namespace) {
    if (namespace.isRoot()) {
      return;
    }
    ipLib.ensureNamespace(namespace);
    for (int i = 0; i < TRIES; i++) {
      try {
        moveTo(device, namespace);
        return;
      } catch (NetworkInterfaceNotFound e) {
        // Once more, a second later.
      }
    }
    moveTo(device, namespace);
  }

  /** Tries once to move a device to a namespace, where it is looked for from then on. */
  void moveTo(IpDevice device, NetnsName namespace) {
    device.link().setNetns(namespace);
  }

  /** Unplugs a device; a failure is passed over. */
  void unplug(IfName device, NetnsName namespace) {
    try {
      host.execute(new DeleteBridgePort(device));
    } catch (AgentRuntimeError e) {
      // Logged without the exception.
    }
  }

  /** Sets a device's MTU in bytes. */
  void setMtu(IfName device, int mtu, NetnsName namespace) {
    ipLib.device(device, namespace).link().setMtu(mtu);
  }

  /**
   * Gives a device its addresses and takes others away, but for the link-local one and those to be
   * preserved.
   *
   * @param cleanConnections whether connections through an address taken away are ended
   */
  void initL3(
      IfName deviceName,
      List<IpInterface> ipCidrs,
      NetnsName namespace,
      List<IpPrefix> preserveIps,
      boolean cleanConnections) {
    IpDevice device = ipLib.device(deviceName, namespace);
    IpInterface defaultIpv6Lla = new IpInterface(device.link().address().toLinkLocal(), 64);
    PySet<IpInterface> cidrs = RouterFloatingIps.newCidrSet();
    PySet<IpInterface> removeIps = RouterFloatingIps.newCidrSet();
    for (IpInterface cidr : ipCidrs) {
      cidrs.add(cidr);
    }
    for (AgentIpAddress address : device.addr().list()) {
      IpInterface cidr = address.cidr();
      if (cidr.equals(defaultIpv6Lla)) {
        linkLocalIsThere(cidr, cidrs);
      } else if (isLookedAt(address) && !isPreserved(cidr, preserveIps)) {
        if (cidrs.contains(cidr) && !address.dynamic()) {
          cidrs.discard(cidr);
        } else {
          removeIps.add(cidr);
        }
      }
    }
    for (IpInterface cidr : removeIps) {
      if (cleanConnections) {
        device.deleteAddrAndConntrackState(cidr);
      } else {
        device.addr().delete(cidr);
      }
    }
    for (IpInterface cidr : cidrs) {
      device.addr().add(cidr);
    }
  }

  /** Takes the link-local address that the kernel gave the device out of those to be added. */
  void linkLocalIsThere(IpInterface cidr, PySet<IpInterface> wanted) {
    wanted.discard(cidr);
  }

  /** Tells whether an address is one that is taken away when the port loses it. */
  boolean isLookedAt(AgentIpAddress address) {
    return true;
  }

  private static boolean isPreserved(IpInterface cidr, List<IpPrefix> preserveIps) {
    for (IpPrefix preserved : preserveIps) {
      if (preserved.length() == cidr.length() && preserved.address().equals(cidr.address())) {
        return true;
      }
    }
    return false;
  }

  /** Gives a router's device its addresses and on-link routes. */
  void initRouterPort(
      IfName device,
      List<IpInterface> ipCidrs,
      NetnsName namespace,
      List<IpPrefix> preserveIps,
      List<IpPrefix> extraSubnets,
      boolean cleanConnections) {
    initL3(device, ipCidrs, namespace, preserveIps, cleanConnections);
    setOnlinkRoutes(device, namespace, extraSubnets, preserveIps, true);
  }

  /**
   * Adds routes to networks that are on the link without an address of theirs, and deletes others.
   *
   * <p>Those of IPv6 are not found again: the kernel gives their routes no scope.
   */
  void setOnlinkRoutes(
      IfName deviceName,
      NetnsName namespace,
      List<IpPrefix> extraSubnets,
      List<IpPrefix> preserveIps,
      boolean isIpv6) {
    IpDevice device = ipLib.device(deviceName, namespace);
    List<IpPrefix> listed = device.route().listOnlinkRoutes(IpFamily.V4);
    if (isIpv6) {
      listed.addAll(device.route().listOnlinkRoutes(IpFamily.V6));
    }
    if (extraSubnets.isEmpty() && listed.isEmpty()) {
      return;
    }
    PySet<IpPrefix> wanted = prefixes(extraSubnets);
    PySet<IpPrefix> preserved = prefixes(preserveIps);
    PySet<IpPrefix> existing = prefixes(listed);
    for (IpPrefix added : wanted.minus(existing)) {
      device.route().addOnlinkRoute(added);
    }
    for (IpPrefix gone : existing.minus(wanted).minus(preserved)) {
      device.route().deleteOnlinkRoute(gone);
    }
  }

  private static PySet<IpPrefix> prefixes(List<IpPrefix> prefixes) {
    PySet<IpPrefix> set = new PySet<>(prefix -> PyHash.text(prefix.toString()));
    for (IpPrefix prefix : prefixes) {
      set.add(prefix);
    }
    return set;
  }

  /** Sets how a device treats router advertisements: 0 not, 2 even when forwarding. */
  void configureIpv6Ra(NetnsName namespace, IfName device, int value) {
    configureIpv6Ra(namespace, device.text(), value);
  }

  /** As {@link #configureIpv6Ra(NetnsName, IfName, int)}, for {@code default} too. */
  void configureIpv6Ra(NetnsName namespace, String device, int value) {
    ipLib.sysctl(namespace, "net.ipv6.conf." + device + ".accept_ra", Integer.toString(value));
  }

  /** Sets whether a device, or {@code all}, forwards IPv6. */
  void configureIpv6Forwarding(NetnsName namespace, String device, boolean enabled) {
    ipLib.sysctl(namespace, "net.ipv6.conf." + device + ".forwarding", enabled ? "1" : "0");
  }
}
