package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * An address that a device has.
 *
 * <p>Models: include/linux/inetdevice.h:struct in_ifaddr, include/net/if_inet6.h:struct
 * inet6_ifaddr
 *
 * @param device its device
 * @param local the address itself
 * @param prefixLength the length of the network it lies in
 * @param peer the other end's address; the local one if there is none
 * @param broadcast the broadcast address, where one was given
 * @param label the IPv4 label, empty for IPv6
 * @param flags IFA_F_* bits
 * @param protocol who made it (IFAPROT_*): 0 nobody said, 1 the kernel for loopback, 2 from a
 *     router advertisement, 3 the kernel's link-local address
 * @param metric the metric of the connected route, 0 for the default
 * @param lifetime how long it lasts
 */
public record IfAddress(
    Link device,
    IpAddress local,
    int prefixLength,
    IpAddress peer,
    Optional<IpAddress> broadcast,
    RouteScope scope,
    String label,
    int flags,
    int protocol,
    long metric,
    AddressLifetime lifetime) {
  /** IFA_F_SECONDARY. */
  public static final int SECONDARY = 0x01;

  /** IFA_F_NODAD. */
  public static final int NODAD = 0x02;

  /** IFA_F_OPTIMISTIC. */
  public static final int OPTIMISTIC = 0x04;

  /** IFA_F_HOMEADDRESS. */
  public static final int HOMEADDRESS = 0x10;

  /** IFA_F_DEPRECATED. */
  public static final int DEPRECATED = 0x20;

  /** IFA_F_TENTATIVE. */
  public static final int TENTATIVE = 0x40;

  /** IFA_F_PERMANENT. */
  public static final int PERMANENT = 0x80;

  /** IFA_F_MANAGETEMPADDR. */
  public static final int MANAGETEMPADDR = 0x100;

  /** IFA_F_NOPREFIXROUTE. */
  public static final int NOPREFIXROUTE = 0x200;

  /** IFA_F_MCAUTOJOIN. */
  public static final int MCAUTOJOIN = 0x400;

  /** IFAPROT_KERNEL_LO. */
  public static final int PROTO_KERNEL_LO = 1;

  /** IFAPROT_KERNEL_LL. */
  public static final int PROTO_KERNEL_LL = 3;

  /** Returns the address family. */
  public IpFamily family() {
    return local.family();
  }

  /** Tells whether all bits of {@code flag} are set. */
  public boolean has(int flag) {
    return (flags & flag) == flag;
  }

  /** Tells whether another IPv4 address of the same network came before. */
  public boolean isSecondary() {
    return has(SECONDARY);
  }

  /** Tells whether a peer's address was given. */
  public boolean hasPeer() {
    return !peer.equals(local);
  }

  /** Returns the local address with its prefix length. */
  public IpInterface cidr() {
    return new IpInterface(local, prefixLength);
  }

  /** Tells whether {@link #cidr} is {@code other}. */
  public boolean isCidr(IpInterface other) {
    return prefixLength == other.length() && local.equals(other.address());
  }

  /** Returns the network of the peer's address, which is where the connected route leads. */
  public IpPrefix network() {
    return IpPrefix.of(peer, prefixLength);
  }

  boolean sameNetwork(IfAddress other) {
    return prefixLength == other.prefixLength && peer.matches(other.peer, prefixLength);
  }

  /** Returns this address of a device that stays as it is. */
  IfAddress frozen() {
    return new IfAddress(
        device.frozen(),
        local,
        prefixLength,
        peer,
        broadcast,
        scope,
        label,
        flags,
        protocol,
        metric,
        lifetimeLeft());
  }

  /** Returns how long it still lasts. */
  public AddressLifetime lifetimeLeft() {
    return lifetime.from().isEmpty() ? lifetime : lifetime.left(device.netns().now());
  }

  IfAddress withFlags(int newFlags) {
    return new IfAddress(
        device,
        local,
        prefixLength,
        peer,
        broadcast,
        scope,
        label,
        newFlags,
        protocol,
        metric,
        lifetime);
  }

  IfAddress withLabel(String newLabel) {
    return new IfAddress(
        device,
        local,
        prefixLength,
        peer,
        broadcast,
        scope,
        newLabel,
        flags,
        protocol,
        metric,
        lifetime);
  }

  IfAddress changed(int newFlags, int newProtocol, long newMetric, AddressLifetime newLifetime) {
    return new IfAddress(
        device,
        local,
        prefixLength,
        peer,
        broadcast,
        scope,
        label,
        newFlags,
        newProtocol,
        newMetric,
        newLifetime);
  }

  @Override
  public String toString() {
    return (hasPeer() ? local + " peer " + peer + "/" + prefixLength : cidr()) + " dev " + device;
  }
}
