package org.dvrsim.cluster;

import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.TableId;

/** A machine with one network card: an instance, or a host on an external network. */
final class Guest {
  private static final IfName CARD = new IfName("eth0");

  private final String name;
  private final Netns netns;
  private final Link card;
  private final List<IpInterface> addresses;

  /**
   * Boots a machine.
   *
   * @param gateways its default routers, one at most for each family; they need not be in one of
   *     its networks
   */
  Guest(
      String name, MacAddress mac, int mtu, List<IpInterface> addresses, List<IpAddress> gateways) {
    this.name = name;
    this.addresses = List.copyOf(addresses);
    Kernel kernel = new Kernel((any, device) -> mac);
    netns = kernel.root();
    card = kernel.addInternalPort(CARD);
    netns
        .requests()
        .changeLink(
            CARD,
            LinkChange.builder()
                .mac(Optional.of(mac))
                .mtu(Optional.of(mtu))
                .up(Optional.of(true))
                .build());
    netns.requests().changeLink(IfName.LO, LinkChange.up(true));
    for (IpInterface address : addresses) {
      netns.requests().addAddress(CARD, AddressSpec.of(address), RequestMode.ADD);
    }
    for (IpAddress gateway : gateways) {
      IpPrefix everything = IpPrefix.defaultOf(gateway.family());
      boolean onLink =
          addresses.stream().anyMatch(a -> IpPrefix.of(a.address(), a.length()).contains(gateway));
      RouteSpec.Builder route = RouteSpec.to(everything, TableId.MAIN).via(gateway).dev(CARD);
      netns.requests().addRoute(RequestMode.ADD, (onLink ? route : route.onLink()).build());
    }
  }

  /** Gives the machine one more address, on its loopback device. */
  void addLoopback(IpAddress address) {
    IpInterface host = new IpInterface(address, address.family().bits());
    boolean known = netns.addresses().stream().anyMatch(own -> own.local().equals(address));
    if (!known) {
      netns.requests().addAddress(IfName.LO, AddressSpec.of(host), RequestMode.ADD);
    }
  }

  /** Tells the machine that those of a network in which it has no address are on its link too. */
  void addLink(IpPrefix network) {
    netns
        .requests()
        .addRoute(RequestMode.ADD, RouteSpec.to(network, TableId.MAIN).dev(CARD).build());
  }

  /** Returns the machine's name. */
  String name() {
    return name;
  }

  /** Returns its only namespace. */
  Netns netns() {
    return netns;
  }

  /** Returns its network card. */
  Link card() {
    return card;
  }

  /** Tells whether it was booted with just these addresses. */
  boolean has(List<IpInterface> these) {
    return addresses.equals(these);
  }

  /** Tells whether it has an address of a family. */
  boolean has(IpFamily family) {
    return !card.addresses(family).isEmpty();
  }
}
