package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/** Scripts about packets: namespaces in a row or around one, changed and probed with pings. */
final class PacketScripts {
  private final Draw draw;
  private final List<String> commands = new ArrayList<>();
  private final List<String> namespaces = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<Port> ports = new ArrayList<>();
  private final List<String> undo = new ArrayList<>();

  /** A device with its address, and the address at the other end. */
  private record Port(String netns, String device, String address, String peer) {}

  private PacketScripts(Draw draw) {
    this.draw = draw;
  }

  static List<String> script(Draw draw) {
    PacketScripts scripts = new PacketScripts(draw);
    scripts.topology();
    int count = draw.number(8, 22);
    for (int i = 0; i < count; i++) {
      scripts.step();
    }
    return scripts.commands;
  }

  private void topology() {
    int count = draw.number(2, 5);
    for (int i = 0; i < count; i++) {
      namespaces.add("k-" + (char) ('a' + i));
      commands.add("ip netns add " + namespaces.get(i));
    }
    boolean star = count > 2 && draw.percent(40);
    for (int i = 1; i < count; i++) {
      join(star ? 0 : i - 1, i, i);
    }
    if (count > 2 && draw.percent(25)) {
      join(0, count - 1, 9);
    }
    int router = star ? 0 : 1;
    for (int i = 0; i < count; i++) {
      if (i == router || (!star && i > 0 && i < count - 1) || draw.percent(10)) {
        commands.add(exec(i) + "sysctl -w net.ipv4.ip_forward=1");
      }
      if (draw.percent(50)) {
        commands.add(ip(i) + "link set lo up");
      }
    }
    routes(count, star);
  }

  private void join(int left, int right, int network) {
    String near = "e" + network + "-l";
    String far = "e" + network + "-r";
    String mac = draw.percent(20) ? " address fa:16:3e:00:0%d:01".formatted(network % 10) : "";
    commands.add(
        ip(left)
            + "link add %s%s type veth peer name %s netns %s"
                .formatted(near, mac, far, namespaces.get(right)));
    commands.add(ip(left) + "link set " + near + " up");
    commands.add(ip(right) + "link set " + far + " up");
    boolean pair = draw.percent(20);
    String one = pair ? "169.254.31." + network * 2 : "10.0." + network + ".1";
    String two = pair ? "169.254.31." + (network * 2 + 1) : "10.0." + network + ".2";
    String length = pair ? "/31" : "/24";
    commands.add(ip(left) + "addr add " + one + length + " dev " + near);
    commands.add(ip(right) + "addr add " + two + length + " dev " + far);
    ports.add(new Port(namespaces.get(left), near, one, two));
    ports.add(new Port(namespaces.get(right), far, two, one));
    addresses.add(one);
    addresses.add(two);
  }

  private void routes(int count, boolean star) {
    for (Port port : ports) {
      int self = namespaces.indexOf(port.netns);
      boolean toRight = port.device.endsWith("-l");
      if (star ? !toRight : self == 0 || self == count - 1) {
        if (draw.percent(90)) {
          commands.add(ip(self) + "route add default via " + port.peer);
        }
      } else if (!star && toRight) {
        commands.add(ip(self) + "route add default via " + port.peer);
      } else if (!star) {
        for (int network = 1; network < self; network++) {
          commands.add(ip(self) + "route add 10.0." + network + ".0/24 via " + port.peer);
        }
      }
    }
    int last = count - 1;
    if (draw.percent(50)) {
      commands.add(ip(last) + "link set lo up");
      commands.add(ip(last) + "addr add 10.60.0.1/32 dev lo");
      addresses.add("10.60.0.1");
      if (star) {
        ports.stream()
            .filter(port -> port.device.equals("e" + last + "-l"))
            .forEach(port -> commands.add(ip(0) + "route add 10.60.0.0/24 via " + port.peer));
      }
    }
  }

  private String ip(int netns) {
    return "ip -n " + namespaces.get(netns) + " ";
  }

  private String exec(int netns) {
    return exec(namespaces.get(netns));
  }

  private static String exec(String netns) {
    return "ip netns exec " + netns + " ";
  }

  private void step() {
    int kind = draw.number(0, 99);
    if (kind < 45) {
      ping();
    } else if (kind < 55) {
      commands.add(lookup());
    } else if (kind < 65) {
      counters();
    } else if (kind < 70 && !undo.isEmpty()) {
      commands.add(undo.remove(draw.number(0, undo.size() - 1)));
    } else if (kind < 84) {
      filter();
    } else {
      commands.add(change());
    }
  }

  private void ping() {
    String options = draw.percent(12) ? draw.of("-t 1 ", "-t 2 ", "-s 1472 ", "-m 1 ") : "";
    if (draw.percent(12)) {
      options += "-I " + draw.of(ports).address + " ";
    }
    commands.add(exec(draw.of(namespaces)) + "ping -c1 -W1 -n " + options + target());
  }

  private String target() {
    return draw.percent(80)
        ? draw.of(addresses)
        : draw.of("8.8.8.8", "10.0.1.77", "10.7.7.7", "10.50.1.1", "127.0.0.1", "10.0.1.255");
  }

  private String lookup() {
    Port port = draw.of(ports);
    List<String> words = new ArrayList<>();
    if (draw.percent(45)) {
      words.add("from " + draw.of(draw.of(addresses), draw.of(addresses), "10.0.1.77"));
      words.add("iif " + port.device);
    } else {
      words.add(draw.maybe(30, "from " + port.address));
      words.add(draw.maybe(15, "oif " + port.device));
    }
    words.add(draw.maybe(15, "mark " + draw.of("1", "0x10000")));
    return "ip -n " + port.netns + " route get " + target() + " " + draw.shuffled(words);
  }

  private void counters() {
    String netns = draw.of(namespaces);
    commands.add(
        exec(netns)
            + draw.of(
                "iptables -t nat -L POSTROUTING -v -x -n",
                "iptables -t nat -L PREROUTING -v -x -n",
                "iptables -L FORWARD -v -x -n",
                "iptables -L INPUT -v -x -n",
                "iptables -L OUTPUT -v -x -n",
                "iptables -t mangle -L PREROUTING -v -x -n",
                "iptables -t raw -L -v -x -n",
                "conntrack -L"));
  }

  private void filter() {
    Port port = draw.of(ports);
    String rule =
        switch (draw.number(0, 9)) {
          case 0 ->
              "-t nat PREROUTING -d 10.7.7.7/32 -j DNAT --to-destination " + draw.of(addresses);
          case 1 -> "-t nat OUTPUT -d 10.7.7.7/32 -j DNAT --to-destination " + draw.of(addresses);
          case 2 ->
              "-t nat POSTROUTING -o %s -j %s"
                  .formatted(
                      port.device, draw.of("MASQUERADE", "SNAT --to-source " + port.address));
          case 3 ->
              "-t mangle %s -s %s -j MARK --set-xmark %s"
                  .formatted(draw.of("PREROUTING", "OUTPUT"), draw.of(addresses), mark());
          case 4 -> "-t raw PREROUTING -i " + port.device + " -j CT --notrack";
          default ->
              "-t filter %s %s -j %s"
                  .formatted(draw.of("INPUT", "FORWARD", "OUTPUT"), match(), verdict());
        };
    String[] words = rule.split(" ", 4);
    String start = exec(port.netns) + "iptables " + words[0] + " " + words[1];
    commands.add(start + draw.of(" -A ", " -A ", " -I ") + words[2] + " " + words[3]);
    undo.add(start + " -D " + words[2] + " " + words[3]);
  }

  private String mark() {
    return draw.of("0x10000/0xffff0000", "0x1/0xffffffff", "0x3/0xffff");
  }

  private String match() {
    return draw.of(
        "-p icmp",
        "-p icmp -m icmp --icmp-type 8",
        "-p icmp -m icmp --icmp-type 0",
        "-s " + draw.of(addresses),
        "-d " + draw.of(addresses),
        "-m conntrack --ctstate " + draw.of("NEW", "ESTABLISHED", "RELATED", "INVALID", "DNAT"),
        "-m state --state RELATED,ESTABLISHED",
        "-m mark --mark 0x10000/0xffff0000",
        "! -s " + draw.of(addresses),
        "-p icmp -m conntrack --ctstate NEW");
  }

  private String verdict() {
    return draw.of(
        "ACCEPT",
        "ACCEPT",
        "DROP",
        "DROP",
        "REJECT",
        "REJECT --reject-with icmp-host-prohibited",
        "RETURN");
  }

  private String change() {
    Port port = draw.of(ports);
    String own = "ip -n " + port.netns + " ";
    return switch (draw.number(0, 12)) {
      case 0 -> own + "link set " + port.device + " " + draw.of("down", "up");
      case 1 -> own + "link set " + port.device + " up";
      case 2 ->
          own
              + "route replace "
              + draw.of("blackhole", "unreachable", "prohibit", "throw")
              + " "
              + draw.of("10.50.1.0/24", "10.60.0.0/24", "8.8.8.8");
      case 3 -> own + "route " + draw.of("del default", "replace default via " + port.peer);
      case 4 ->
          own
              + "rule add "
              + draw.of("from " + draw.of(addresses), "fwmark 0x10000/0xffff0000", "iif lo")
              + " "
              + draw.of("lookup 16", "unreachable", "blackhole", "prohibit")
              + " priority "
              + draw.of("100", "200");
      case 5 -> own + "rule del priority " + draw.of("100", "200");
      case 6 -> own + "route replace default via " + port.peer + " table 16";
      case 7 ->
          exec(port.netns)
              + "sysctl -w net.ipv4.conf.%s.rp_filter=%d"
                  .formatted(draw.of("all", port.device), draw.number(0, 2));
      case 8 ->
          exec(port.netns)
              + "sysctl -w net.ipv4."
              + draw.of(
                  "ip_forward=" + draw.number(0, 1),
                  "conf." + port.device + ".proxy_arp=" + draw.number(0, 1),
                  "conf.all.arp_ignore=" + draw.number(0, 2),
                  "conf.all.arp_announce=" + draw.number(0, 2),
                  "conf." + port.device + ".forwarding=" + draw.number(0, 1),
                  "conf.all.accept_local=" + draw.number(0, 1),
                  "conf.all.send_redirects=0",
                  "icmp_echo_ignore_all=" + draw.number(0, 1));
      case 9 ->
          own
              + "neigh replace %s lladdr fa:16:3e:99:99:99 dev %s nud permanent"
                  .formatted(port.peer, port.device);
      case 10 -> own + "neigh del " + port.peer + " dev " + port.device;
      case 11 -> own + "addr add 10.7.7.7/32 dev " + port.device;
      default -> own + "route flush table 16";
    };
  }
}
