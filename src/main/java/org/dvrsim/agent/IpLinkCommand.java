package org.dvrsim.agent;

import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.SetLink;

/**
 * What the agent asks of a device itself. Without the device, every request fails with {@link
 * NetworkInterfaceNotFound}.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:IpLinkCommand
 */
final class IpLinkCommand {
  private final IpDevice parent;

  IpLinkCommand(IpDevice parent) {
    this.parent = parent;
  }

  void setAddress(MacAddress mac) {
    set(SetLink.address(parent.namespace(), parent.name(), mac));
  }

  void setMtu(int mtu) {
    set(SetLink.mtu(parent.namespace(), parent.name(), mtu));
  }

  void setUp() {
    set(SetLink.state(parent.namespace(), parent.name(), true));
  }

  void setDown() {
    set(SetLink.state(parent.namespace(), parent.name(), false));
  }

  /** Moves the device, which is looked for in its new namespace from then on. */
  void setNetns(NetnsName namespace) {
    set(SetLink.netns(parent.namespace(), parent.name(), namespace));
    parent.setNamespace(namespace);
  }

  private void set(SetLink op) {
    parent.privileged().setLinkAttribute(op);
  }

  /** Returns the device's MAC address. */
  MacAddress address() {
    return parent.privileged().getLink(parent.name(), parent.namespace()).mac();
  }

  /** Returns the device's MTU in bytes. */
  int mtu() {
    return parent.privileged().getLink(parent.name(), parent.namespace()).mtu();
  }

  /** Deletes the device. */
  void delete() {
    parent.privileged().deleteInterface(parent.name(), parent.namespace());
  }

  /** Tells whether the device is there. */
  boolean exists() {
    return parent.exists();
  }
}
