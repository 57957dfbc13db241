package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.NetnsName;

/**
 * A device by its name and namespace, whether it is there or not, and what can be asked of it.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:IPDevice
 */
class IpDevice {
  private final IpLib ipLib;
  private final IfName name;
  private NetnsName namespace;

  IpDevice(IpLib ipLib, IfName name, NetnsName namespace) {
    this.ipLib = ipLib;
    this.name = name;
    this.namespace = namespace;
  }

  IpLib ipLib() {
    return ipLib;
  }

  PrivilegedIpLib privileged() {
    return ipLib.privileged();
  }

  /** Returns the device's name. */
  IfName name() {
    return name;
  }

  /** Returns the namespace in which the device is looked for. */
  NetnsName namespace() {
    return namespace;
  }

  void setNamespace(NetnsName namespace) {
    this.namespace = namespace;
  }

  /** Tells whether the device is there. */
  boolean exists() {
    return privileged().interfaceExists(name, namespace);
  }

  /** Returns what can be asked of the device itself. */
  IpLinkCommand link() {
    return new IpLinkCommand(this);
  }

  /** Returns what can be asked of the device's addresses. */
  IpAddrCommand addr() {
    return new IpAddrCommand(this);
  }

  /** Returns what can be asked of the routes by the device. */
  IpRouteCommand route() {
    return new IpRouteCommand(this);
  }

  /** Returns what can be asked of the device's neighbours. */
  IpNeighCommand neigh() {
    return new IpNeighCommand(this);
  }

  /** Deletes an address and ends the connections through it. */
  void deleteAddrAndConntrackState(IpInterface cidr) {
    addr().delete(cidr);
    deleteConntrackState(cidr);
  }

  /** Ends the connections through an address. */
  void deleteConntrackState(IpInterface cidr) {
    ipLib.deleteConntrackState(namespace, cidr.address());
  }

  @Override
  public String toString() {
    return name.text();
  }
}
