package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/** A few namespaces, veth pairs and addresses, made by the first commands of a script. */
final class Playground {
  private static final List<String> NAMES =
      List.of("v0", "v1", "w0", "w1", "eth0", "qr-1a2b3c4d-5e", "fpr-2f1b8a9c-d", "rfp-2f1b8a9c-d");

  private final Draw draw;
  private final List<String> commands = new ArrayList<>();
  private final List<String> namespaces = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();
  private final List<Integer> pointToPoint = new ArrayList<>();

  private int macs;

  /** One end of a veth pair: its namespace, its name, the number of its network, its side. */
  record End(String netns, String device, int network, int side) {}

  /** Makes {@code count} namespaces and some pairs between them. */
  Playground(Draw draw, int count, int pairs) {
    this.draw = draw;
    for (int i = 0; i < count; i++) {
      namespaces.add("k-" + (char) ('a' + i));
      commands.add("ip netns add " + namespaces.get(i));
    }
    for (int network = 1; network <= pairs; network++) {
      pair(network);
    }
  }

  private void pair(int network) {
    String here = network == 1 ? namespaces.get(0) : draw.of(namespaces);
    String there = network == 1 && namespaces.size() > 1 ? namespaces.get(1) : draw.of(namespaces);
    String device = freeName(here);
    ends.add(new End(here, device, network, 1));
    String peer = freeName(there);
    ends.add(new End(there, peer, network, 2));
    commands.add(
        "ip -n %s link add %s address %s type veth peer name %s address %s%s"
            .formatted(
                here, device, mac(), peer, mac(), here.equals(there) ? "" : " netns " + there));
    for (End end : ends.subList(ends.size() - 2, ends.size())) {
      if (draw.percent(93)) {
        commands.add("ip -n %s link set %s up".formatted(end.netns, end.device));
      }
    }
    if (draw.percent(15)) {
      pointToPoint.add(network);
    }
  }

  /** Chosen addresses keep the order of what is derived from them the same everywhere. */
  private String mac() {
    return "fa:16:3e:00:%02x:%02x".formatted(draw.number(0, 255), ++macs);
  }

  private String freeName(String netns) {
    String name = draw.of(NAMES);
    for (End end : ends) {
      if (end.netns.equals(netns) && end.device.equals(name)) {
        return freeName(netns);
      }
    }
    return name;
  }

  /** Gives most devices an IPv4 address, and some loopback devices the state up. */
  void addresses() {
    for (End end : ends) {
      if (draw.percent(88)) {
        commands.add("ip -n %s addr add %s dev %s".formatted(end.netns, address(end), end.device));
      }
    }
    loopbacks();
  }

  /** Gives most devices an IPv6 address. */
  void addresses6() {
    for (End end : ends) {
      if (draw.percent(85)) {
        commands.add(
            "ip -n %s addr add 2001:db8:%d::%d/64 dev %s"
                .formatted(end.netns, end.network, end.side, end.device));
      }
    }
    loopbacks();
  }

  private void loopbacks() {
    for (String netns : namespaces) {
      if (draw.percent(40)) {
        commands.add("ip -n " + netns + " link set lo up");
      }
    }
  }

  private String address(End end) {
    return pointToPoint.contains(end.network)
        ? "169.254.31.%d/31".formatted(end.network * 2 + end.side - 1)
        : "10.0.%d.%d/24".formatted(end.network, end.side);
  }

  /** Returns the commands so far. */
  List<String> commands() {
    return commands;
  }

  /** Returns a namespace. */
  String netns() {
    return draw.of(namespaces);
  }

  /** Returns an end in {@code netns}, or anywhere if there is none. */
  End end(String netns) {
    List<End> own = ends.stream().filter(end -> end.netns.equals(netns)).toList();
    return draw.of(own.isEmpty() ? ends : own);
  }

  /** Returns a device of {@code netns}, or something else now and then. */
  String device(String netns) {
    if (draw.percent(6)) {
      return draw.of("lo", "missing0", draw.of(ends).device);
    }
    return end(netns).device;
  }

  /** Returns an address in the network of {@code end}, not always one that exists. */
  String near(End end) {
    if (pointToPoint.contains(end.network)) {
      return "169.254.31." + (end.network * 2 + draw.of(2 - end.side, 2 - end.side, end.side - 1));
    }
    return "10.0.%d.%s".formatted(end.network, draw.of("1", "2", "3", "4", "254"));
  }

  /** Returns an IPv6 address in the network of {@code end}. */
  String near6(End end) {
    return draw.percent(20)
        ? draw.of("fe80::1", "fe80::2")
        : "2001:db8:%d::%s".formatted(end.network, draw.of("1", "2", "3", "fe"));
  }

  /** Returns {@code ip} with the option for {@code netns}, spelled in one of its ways. */
  String ip(String netns) {
    return draw.percent(90)
        ? "ip -n " + netns
        : draw.of("ip -netns " + netns, "ip netns exec " + netns + " ip");
  }

  /** Returns commands that disturb devices and addresses. */
  String disturbance() {
    String netns = netns();
    End end = end(netns);
    String own = "ip -n " + end.netns + " ";
    return switch (draw.number(0, 15)) {
      case 0, 1, 2 -> own + "link set " + end.device + " down";
      case 3, 4, 5 -> own + "link set " + end.device + " up";
      case 6 -> own + "addr del " + address(end) + " dev " + end.device;
      case 7, 8 -> own + "addr add " + address(end) + " dev " + end.device;
      case 9 -> own + "addr flush dev " + end.device;
      case 10 -> own + "addr add 10.0.%d.9/24 dev %s".formatted(draw.number(1, 4), end.device);
      case 11 -> own + "link del " + end.device;
      case 12 -> own + "link set " + end.device + " netns " + netns();
      case 13 ->
          "ip netns exec %s sysctl -w net.ipv%s.conf.%s.ignore_routes_with_linkdown=%d"
              .formatted(netns, draw.of("4", "6"), draw.of("all", end.device), draw.number(0, 1));
      case 14 -> own + "link set lo " + draw.of("up", "down");
      default -> own + "link set " + end.device + " mtu " + draw.of("1400", "1280", "1279", "1500");
    };
  }
}
