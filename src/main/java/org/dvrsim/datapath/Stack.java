package org.dvrsim.datapath;

import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Conntrack;

/** What packets meet in one network namespace. */
final class Stack {
  private final Datapath world;
  private final Netns netns;
  private final Conntrack conntrack;
  private final Hooks hooks4;
  private final Hooks hooks6;
  private final Ipv4Layer ipv4;
  private final Ipv6Layer ipv6;
  private final Neighbours neighbours;
  private final Sockets sockets;
  private final Reassembly reassembly;
  private final Set<Integer> openPorts = new TreeSet<>();
  private boolean allPortsOpen;

  Stack(Datapath world, Netns netns) {
    this.world = world;
    this.netns = netns;
    this.conntrack = netns.conntrack(world.clock());
    hooks4 = new Hooks(this, IpFamily.V4);
    hooks6 = new Hooks(this, IpFamily.V6);
    ipv4 = new Ipv4Layer(this);
    ipv6 = new Ipv6Layer(this);
    neighbours = new Neighbours(this);
    sockets = new Sockets(this);
    reassembly = new Reassembly(this);
  }

  Datapath world() {
    return world;
  }

  Netns netns() {
    return netns;
  }

  Conntrack conntrack() {
    return conntrack;
  }

  Hooks hooks(IpFamily family) {
    return family == IpFamily.V4 ? hooks4 : hooks6;
  }

  Ipv4Layer ipv4() {
    return ipv4;
  }

  Ipv6Layer ipv6() {
    return ipv6;
  }

  IpLayer layer(IpFamily family) {
    return family == IpFamily.V4 ? ipv4 : ipv6;
  }

  IpLayer layer(Skb skb) {
    return layer(skb.packet.family());
  }

  Neighbours neighbours() {
    return neighbours;
  }

  Sockets sockets() {
    return sockets;
  }

  Reassembly reassembly() {
    return reassembly;
  }

  /** Has a program listen on every port. */
  void openAllPorts() {
    allPortsOpen = true;
  }

  /** Has a program listen on a port of TCP and UDP. */
  void openPort(int port) {
    openPorts.add(port);
  }

  boolean isOpen(int port) {
    return allPortsOpen || openPorts.contains(port);
  }
}
