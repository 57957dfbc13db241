package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

/**
 * What the agent asks of a device's addresses.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:IpAddrCommand
 */
final class IpAddrCommand {
  private final IpDevice parent;

  IpAddrCommand(IpDevice parent) {
    this.parent = parent;
  }

  /** Adds an address of global scope with its broadcast address. */
  void add(IpInterface cidr) {
    add(cidr, true);
  }

  /** Adds an address of global scope. */
  void add(IpInterface cidr, boolean addBroadcast) {
    Optional<IpAddress> broadcast = addBroadcast ? broadcastOf(cidr) : Optional.empty();
    parent
        .privileged()
        .addIpAddress(
            parent.namespace(), parent.name(), AddressSpec.of(cidr, RouteScope.GLOBAL, broadcast));
  }

  /**
   * Returns a network's last address, for IPv6 too, unless it holds one or two addresses; an IPv4
   * address alone is its own.
   *
   * <p>Models: neutron/common/utils.py:cidr_broadcast_address_alternative
   */
  private static Optional<IpAddress> broadcastOf(IpInterface cidr) {
    if (cidr.family().bits() - cidr.length() > 1) {
      return Optional.of(cidr.network().last());
    }
    return cidr.length() == 32 && cidr.address().isV4()
        ? Optional.of(cidr.address())
        : Optional.empty();
  }

  /** Deletes an address; one that isn't there is no error. */
  void delete(IpInterface cidr) {
    parent.privileged().deleteIpAddress(parent.namespace(), parent.name(), AddressSpec.of(cidr));
  }

  /** Returns the device's addresses, IPv4 first; none without the device. */
  List<AgentIpAddress> list() {
    return parent.ipLib().getDevicesWithIp(parent.namespace(), parent.name());
  }

  /** Returns those of the device's addresses that are {@code to}, whose length counts. */
  List<AgentIpAddress> list(IpInterface to) {
    boolean host = to.length() == to.family().bits();
    return list().stream()
        .filter(
            found ->
                found.cidr().address().equals(to.address())
                    && (host || found.cidr().length() == to.length()))
        .toList();
  }
}
