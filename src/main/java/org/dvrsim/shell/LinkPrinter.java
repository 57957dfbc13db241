package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.OperState;
import org.dvrsim.kernel.RtnetlinkMessage;

/**
 * Prints a device as {@code ip link} and {@code ip addr} do.
 *
 * <p>Models: iproute2 ip/ipaddress.c:print_linkinfo(), print_linkinfo_brief()
 */
final class LinkPrinter {
  private static final int MAX_VETH_MTU = 65535;
  private static final int MIN_VETH_MTU = 68;

  /** One for each processor, which is a matter of the machine. */
  private static final int VETH_QUEUES = 2;

  private final IpSession session;
  private final IpOptions options;
  private final FieldPrinter printer;
  private final AddressFamily family;
  private final boolean linksOnly;
  private final boolean ipv6Only;
  private final DeviceNames names;
  private final boolean watching;

  /** Builds the printer of {@code ip monitor}, which knows devices by what it heard of them. */
  LinkPrinter(IpSession session, FieldPrinter printer, DeviceNames names) {
    this.session = session;
    this.options = session.options();
    this.printer = printer;
    this.family = AddressFamily.UNSPEC;
    this.linksOnly = false;
    this.ipv6Only = false;
    this.names = names;
    this.watching = true;
  }

  /**
   * Builds a printer.
   *
   * @param family that of the addresses shown
   * @param linksOnly whether no addresses are shown
   * @param all whether all devices are asked for, which IPv6 answers in its own, shorter way
   */
  LinkPrinter(
      IpSession session,
      FieldPrinter printer,
      AddressFamily family,
      boolean linksOnly,
      boolean all) {
    this.session = session;
    this.options = session.options();
    this.printer = printer;
    this.family = family;
    this.linksOnly = linksOnly;
    this.ipv6Only = all && !linksOnly && session.family() == AddressFamily.INET6;
    this.names = DeviceNames.CURRENT;
    this.watching = false;
  }

  /** Returns the name of a device's driver, which the loopback device does not tell. */
  static Optional<String> kind(Link link) {
    return switch (link.kind()) {
      case LOOPBACK -> Optional.empty();
      case VETH -> Optional.of("veth");
      case INTERNAL -> Optional.of("openvswitch");
    };
  }

  void print(Link link) {
    print(link, Optional.empty());
  }

  /** Prints a device that left for another namespace, if {@code moved} says so. */
  void print(Link link, Optional<RtnetlinkMessage.Move> moved) {
    if (options.brief) {
      brief(link);
      return;
    }
    printer.number("ifindex", "", link.ifindex(), ": ");
    name(link, "%s", ": ");
    flags(link);
    printer.number("mtu", "mtu ", link.mtu(), " ");
    if (!ipv6Only) {
      printer.string("qdisc", "qdisc ", queue(link), " ");
    }
    OperState state = link.operState();
    printer.text("state ").coloured(Colour.of(state), "operstate", state.name(), " ");
    if (linksOnly) {
      printer.string("linkmode", "mode ", "DEFAULT", " ");
    }
    if (!ipv6Only) {
      printer.string("group", "group ", group(link), " ");
    }
    if (link.txQueueLength() != 0 && !watching) {
      printer.number("txqlen", "qlen ", link.txQueueLength(), "");
    }
    if (family == AddressFamily.UNSPEC || family == AddressFamily.PACKET || options.detailed()) {
      hardware(link);
    }
    if (!ipv6Only) {
      peerNetns(link);
    }
    moved.ifPresent(this::destination);
    if (options.detailed() && !ipv6Only) {
      details(link);
    }
    if ((linksOnly || options.detailed()) && !link.alias().isEmpty()) {
      printer.text(options.lineBreak() + "    ").string("ifalias", "alias ", link.alias(), "");
    }
    if (options.statistics > 0 && !watching) {
      new LinkStatistics(options, printer).print(link);
    }
    if (!ipv6Only && !link.altNames().isEmpty()) {
      printer.openList("altnames");
      link.altNames()
          .forEach(name -> printer.element(options.lineBreak() + "    altname ", name, ""));
      printer.closeList();
    }
    printer.text("\n");
  }

  private static String queue(Link link) {
    return link.hasQueue() || link.kind() == LinkKind.INTERNAL ? "noqueue" : "noop";
  }

  private String group(Link link) {
    return link.group() == 0 && !options.numeric ? "default" : Integer.toString(link.group());
  }

  private void brief(Link link) {
    name(link, "%-16s", " ");
    OperState state = link.operState();
    String text = printer.json() ? state.name() : String.format("%-14s", state.name());
    printer.coloured(Colour.of(state), "operstate", text, " ");
    if (family == AddressFamily.PACKET) {
      printer.coloured(Colour.MAC, "address", link.mac().toString(), " ");
      flags(link);
      printer.text("\n");
    }
  }

  /** The name, and after it the other end's: by index if that is in another namespace. */
  private void name(Link link, String format, String after) {
    String name = link.name().text();
    Optional<Link> peer = otherEnd(link);
    if (peer.isEmpty() && link.kind() == LinkKind.VETH && !ipv6Only) {
      name = name + "@NONE"; // not yet there, or not any more
    } else if (peer.isPresent()) {
      boolean here = isHere(peer.get());
      String other = here ? names.name(peer.get()) : "if" + peer.get().ifindex();
      if (!printer.json()) {
        name = name + "@" + other;
      } else if (here) {
        printer.jsonString("link", other);
      } else {
        printer.jsonNumber("link_index", peer.get().ifindex());
      }
    }
    String text = printer.json() ? name : String.format(format, name);
    printer.coloured(Colour.IFNAME, "ifname", text, after);
  }

  /**
   * Returns what the other end looks like: asked by way of IPv6, the kernel gives its index alone,
   * which then is taken for that of a device here.
   *
   * <p>Models: net/ipv6/addrconf.c:inet6_fill_ifinfo()
   */
  private Optional<Link> otherEnd(Link link) {
    if (!ipv6Only) {
      return link.peer();
    }
    Optional<Link> peer = link.peer().filter(other -> other.ifindex() != link.ifindex());
    return peer.map(other -> session.netns().link(other.ifindex()).orElse(other));
  }

  private boolean isHere(Link peer) {
    return peer.netns().name().equals(session.netnsName());
  }

  private void flags(Link link) {
    List<String> flags = new ArrayList<>();
    if (link.isUp() && !link.isRunning()) {
      flags.add("NO-CARRIER");
    }
    addFlags(link, flags);
    boolean peerDown = otherEnd(link).map(peer -> isHere(peer) && !names.isUp(peer)).orElse(false);
    if (printer.json()) {
      printer.openArray("flags");
      flags.forEach(flag -> printer.element("", flag, ""));
      if (peerDown) {
        printer.element("", "M-DOWN", "");
      }
      printer.closeArray();
    } else {
      printer.text("<" + String.join(",", flags) + (peerDown ? ",M-DOWN" : "") + "> ");
    }
  }

  private static void addFlags(Link link, List<String> flags) {
    flags.add(link.isLoopback() ? "LOOPBACK" : "BROADCAST");
    if (link.isMulticast()) {
      flags.add("MULTICAST");
    }
    if (!link.isArp()) {
      flags.add("NOARP");
    }
    if (link.isAllMulticast()) {
      flags.add("ALLMULTI");
    }
    if (link.isPromiscuous()) {
      flags.add("PROMISC");
    }
    if (link.isUp()) {
      flags.add("UP");
      if (link.hasCarrier()) {
        flags.add("LOWER_UP");
      }
    }
  }

  private void hardware(Link link) {
    boolean loopback = link.kind() == LinkKind.LOOPBACK;
    printer.text(options.lineBreak());
    String type = loopback ? "loopback" : "ether";
    if (options.numeric) {
      type = loopback ? "[772]" : "[1]";
    }
    printer.string("link_type", "    link/", type, " ");
    printer.coloured(Colour.MAC, "address", link.mac().toString(), "");
    if (!ipv6Only) {
      String broadcast = link.broadcast().toString();
      printer.text(" brd ").coloured(Colour.MAC, "broadcast", broadcast, "");
    }
  }

  /** Where the other end is: by the name of the namespace if it has one, else by its number. */
  private void peerNetns(Link link) {
    Optional<Link> peer = link.peer().filter(other -> !isHere(other));
    if (peer.isEmpty()) {
      return;
    }
    Netns there = peer.get().netns();
    int id = session.netns().ids().assign(there);
    if (printer.json()) {
      printer.jsonNumber("link_netnsid", id);
    } else {
      Optional<String> name = names.netns(id, there);
      printer.text(name.map(n -> " link-netns " + n).orElse(" link-netnsid " + id));
    }
  }

  private void destination(RtnetlinkMessage.Move move) {
    Optional<String> name = names.netns(move.netnsId(), session.netns());
    printer.text(name.map(n -> " new-netns " + n).orElse(" new-netnsid " + move.netnsId()));
    printer.text(" new-ifindex " + move.ifindex());
  }

  private void details(Link link) {
    boolean loopback = link.kind() == LinkKind.LOOPBACK;
    printer.number("promiscuity", " promiscuity ", link.isPromiscuous() ? 1 : 0, " ");
    printer.number("allmulti", "allmulti ", link.isAllMulticast() ? 1 : 0, " ");
    printer.number("min_mtu", "minmtu ", loopback ? 0 : MIN_VETH_MTU, " ");
    printer.number("max_mtu", "maxmtu ", loopback ? 0 : MAX_VETH_MTU, " ");
    Optional<String> kind = kind(link);
    if (kind.isPresent()) {
      printer.openObject("linkinfo").text(options.lineBreak());
      printer.string("info_kind", "    ", kind.get(), " ").closeObject();
    }
    if (linksOnly && link.addrGenMode().isPresent()) {
      String mode = link.addrGenMode().get().toString();
      printer.string("inet6_addr_gen_mode", "addrgenmode ", mode, " ");
    }
    int queues = link.kind() == LinkKind.VETH ? VETH_QUEUES : 1;
    printer.number("num_tx_queues", "numtxqueues ", queues, " ");
    printer.number("num_rx_queues", "numrxqueues ", queues, " ");
    printer.number("gso_max_size", "gso_max_size ", 65536, " ");
    printer.number("gso_max_segs", "gso_max_segs ", 65535, " ");
    printer.number("tso_max_size", "tso_max_size ", 524280, " ");
    printer.number("tso_max_segs", "tso_max_segs ", 65535, " ");
    printer.number("gro_max_size", "gro_max_size ", 65536, " ");
    printer.number("gso_ipv4_max_size", "gso_ipv4_max_size ", 65536, " ");
    printer.number("gro_ipv4_max_size", "gro_ipv4_max_size ", 65536, " ");
  }
}
