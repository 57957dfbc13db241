package org.dvrsim.agent;

import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * What the agent asks of a device's neighbour entries.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:IpNeighCommand
 */
final class IpNeighCommand {
  private final IpDevice parent;

  IpNeighCommand(IpDevice parent) {
    this.parent = parent;
  }

  /** Sets a permanent entry. */
  void add(IpAddress address, MacAddress mac) {
    add(address, mac, NudState.PERMANENT);
  }

  /** Sets an entry of a state. */
  void add(IpAddress address, MacAddress mac, NudState state) {
    parent.privileged().addNeighEntry(parent.namespace(), parent.name(), address, mac, state);
  }

  /** Deletes an entry, whatever MAC address it has; one that isn't there is no error. */
  void delete(IpAddress address, MacAddress mac) {
    parent.privileged().deleteNeighEntry(parent.namespace(), parent.name(), address, mac);
  }
}
