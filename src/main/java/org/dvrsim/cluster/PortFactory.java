package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

/** Makes ports and gives them addresses. */
final class PortFactory {
  private final NeutronDb db;
  private final IdFactory ids;

  PortFactory(NeutronDb db, IdFactory ids) {
    this.db = db;
    this.ids = ids;
  }

  /**
   * Checks that a port of {@code network} can have the addresses {@code wanted}, or where it is
   * empty, some.
   *
   * @throws ApiRefusedException if one is taken or not in a subnet, or the network has no subnet
   */
  void check(Network network, PortOwner owner, List<IpAddress> wanted) {
    if (wanted.isEmpty() && network.subnets().isEmpty()) {
      throw new ApiRefusedException("network " + network + " has no subnet");
    }
    checkDistinct(wanted);
    wanted.forEach(address -> checkFree(network, owner, address));
  }

  /**
   * Checks that {@code port} can have the addresses {@code wanted} instead of its own.
   *
   * @throws ApiRefusedException if one is another's or not in a subnet
   */
  void check(Port port, List<IpAddress> wanted) {
    checkDistinct(wanted);
    for (IpAddress address : wanted) {
      if (port.fixedIps().stream().noneMatch(own -> own.address().equals(address))) {
        checkFree(port.network(), port.owner(), address);
      }
    }
  }

  /**
   * Checks that {@code network} has a subnet of IPv4.
   *
   * @throws ApiRefusedException if it has none
   */
  void checkV4(Network network) {
    if (network.firstSubnetOf(IpFamily.V4).isEmpty()) {
      throw new ApiRefusedException("network " + network + " has no IPv4 subnet");
    }
  }

  /**
   * Makes a port without address.
   *
   * @param name a name for people, from which id and MAC are derived
   */
  Port create(String name, Network network, PortOwner owner, String deviceId) {
    String id = ids.newPortId(owner, name);
    Port port = new Port(name, id, network, owner, deviceId, ids.newMac(id), db.portChanges());
    db.add(port);
    return port;
  }

  /**
   * Gives {@code port} the addresses {@code wanted}, or where it is empty, one of each family that
   * the network has; of IPv6, one of every subnet with automatic addresses.
   *
   * <p>Models: neutron/db/ipam_pluggable_backend.py:IpamPluggableBackend._allocate_ips_for_port
   *
   * @throws ApiRefusedException if an address is taken or not in a subnet; see {@link #check}
   */
  void allocate(Port port, List<IpAddress> wanted) {
    if (wanted.isEmpty()) {
      allocateAny(port);
    } else {
      wanted.forEach(address -> take(port, address));
    }
  }

  /** Gives {@code port} the next free address of {@code subnet}. */
  void allocateFrom(Port port, Subnet subnet) {
    port.add(new PortAddress(subnet, pick(port, subnet)));
  }

  /** Gives {@code port} the next free IPv4 address of its network. */
  void allocateV4(Port port) {
    checkV4(port.network());
    allocateFrom(port, port.network().firstSubnetOf(IpFamily.V4).orElseThrow());
  }

  /**
   * Gives {@code port} the address {@code address}.
   *
   * @throws ApiRefusedException if it is taken or in none of the network's subnets
   */
  void take(Port port, IpAddress address) {
    Subnet subnet = checkFree(port.network(), port.owner(), address);
    subnet.take(address);
    port.add(new PortAddress(subnet, address));
  }

  private static void checkDistinct(List<IpAddress> wanted) {
    if (Set.copyOf(wanted).size() < wanted.size()) {
      throw new ApiRefusedException("an address is wanted twice");
    }
  }

  private static Subnet checkFree(Network network, PortOwner owner, IpAddress address) {
    Subnet subnet = subnetOf(network, address);
    boolean isGateway = subnet.gatewayIp().equals(Optional.of(address));
    if (!subnet.isFree(address) || (isGateway && owner != PortOwner.ROUTER_INTERFACE)) {
      throw new ApiRefusedException(address + " is in use on subnet " + subnet);
    }
    return subnet;
  }

  /** Returns the subnet of {@code network} that holds {@code address}. */
  static Subnet subnetOf(Network network, IpAddress address) {
    return network
        .subnetOf(address)
        .orElseThrow(
            () -> new ApiRefusedException(address + " is in no subnet of network " + network));
  }

  private void allocateAny(Port port) {
    Network network = port.network();
    network.firstSubnetOf(IpFamily.V4).ifPresent(subnet -> allocateFrom(port, subnet));
    List<Subnet> automatic = new ArrayList<>();
    Optional<Subnet> manual = Optional.empty();
    for (Subnet subnet : network.subnets()) {
      if (subnet.cidr().family() == IpFamily.V6) {
        if (subnet.ipv6Mode().isAutoAddress()) {
          automatic.add(subnet);
        } else if (manual.isEmpty()) {
          manual = Optional.of(subnet);
        }
      }
    }
    manual.ifPresent(subnet -> allocateFrom(port, subnet));
    automatic.forEach(subnet -> allocateFrom(port, subnet));
  }

  private static IpAddress pick(Port port, Subnet subnet) {
    boolean routerOwned =
        port.owner() == PortOwner.ROUTER_INTERFACE || port.owner() == PortOwner.ROUTER_SNAT;
    if (subnet.ipv6Mode().isAutoAddress() && !routerOwned) {
      IpAddress address = eui64(subnet, port.mac());
      subnet.take(address);
      return address;
    }
    return subnet.takeNext();
  }

  private static IpAddress eui64(Subnet subnet, MacAddress mac) {
    return IpAddress.v6(subnet.cidr().address().high(), mac.toLinkLocal().low());
  }
}
