package org.dvrsim.cluster;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** A subnet: addresses that the ports of a network may have, and the default gateway. */
public final class Subnet {
  private final String name;
  private final String id;
  private final Network network;
  private final IpPrefix cidr;
  private Optional<IpAddress> gatewayIp;
  private final Ipv6Mode ipv6Mode;
  private Optional<AddressScope> addressScope;
  private final Set<IpAddress> taken = new HashSet<>();
  private long nextOffset = 1;

  Subnet(String id, Network network, SubnetRequest request) {
    this.name = request.name();
    this.id = id;
    this.network = network;
    this.cidr = request.cidr();
    this.gatewayIp = request.gatewayIp();
    this.ipv6Mode = request.ipv6Mode();
    this.addressScope = request.addressScope();
  }

  /** Returns the name, unique among the cluster's subnets. */
  public String name() {
    return name;
  }

  /** Returns the UUID. */
  public String id() {
    return id;
  }

  /** Returns the network that it belongs to. */
  public Network network() {
    return network;
  }

  /** Returns the range of addresses. */
  public IpPrefix cidr() {
    return cidr;
  }

  /** Returns the address that instances use as default gateway; empty if there is none. */
  public Optional<IpAddress> gatewayIp() {
    return gatewayIp;
  }

  /** Returns how instances get an IPv6 address; {@link Ipv6Mode#NONE} for IPv4. */
  public Ipv6Mode ipv6Mode() {
    return ipv6Mode;
  }

  /** Returns the address scope of the subnet's pool; empty if it has none. */
  public Optional<AddressScope> addressScope() {
    return addressScope;
  }

  void setGatewayIp(Optional<IpAddress> gatewayIp) {
    this.gatewayIp = gatewayIp;
    network.changed();
  }

  void setAddressScope(Optional<AddressScope> addressScope) {
    this.addressScope = addressScope;
    network.changed();
  }

  boolean isFree(IpAddress address) {
    return !taken.contains(address);
  }

  /** Marks {@code address} as used. */
  void take(IpAddress address) {
    if (!taken.add(address)) {
      throw new IllegalStateException(address + " is taken on " + name);
    }
  }

  /** Gives {@code address} back. */
  void release(IpAddress address) {
    taken.remove(address);
  }

  /**
   * Takes the next free address after the last one that was picked, wrapping around; never the
   * gateway, the network's own or the broadcast address.
   *
   * <p>Neutron picks at random among the first free ones (neutron/ipam/drivers/neutrondb_ipam/
   * driver.py:NeutronDbSubnet._generate_ips); a deterministic choice is one of those.
   *
   * @throws ApiRefusedException if none is left
   */
  IpAddress takeNext() {
    IpAddress last = cidr.last();
    long size =
        cidr.family().bits() - cidr.length() >= 24 ? 1L << 24 : last.low() - cidr.address().low();
    for (long tries = 0; tries < size; tries++) {
      nextOffset = nextOffset % size + 1;
      IpAddress candidate = cidr.address().plus(nextOffset);
      boolean usable =
          !(candidate.isV4() && candidate.equals(last))
              && !gatewayIp.equals(Optional.of(candidate));
      if (usable && cidr.contains(candidate) && taken.add(candidate)) {
        return candidate;
      }
    }
    throw new ApiRefusedException("no more addresses on subnet " + name);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
