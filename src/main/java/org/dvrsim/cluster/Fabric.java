package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dvrsim.base.SimClock;
import org.dvrsim.datapath.Datapath;
import org.dvrsim.datapath.Frame;
import org.dvrsim.datapath.Wire;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.MacAddress;

/**
 * The networks between hosts: each Neutron network is a layer-2 segment to which instances, the
 * routers' ports on every host, and hosts outside are connected.
 *
 * <p>A distributed router's interface ({@code qr-}) has the same MAC and IP address on every host.
 * As the integration and tunnel bridges' flows make it, it hears only what is sent on its own host,
 * whoever sends; what it sends reaches every host.
 *
 * <p>An external network has a gateway with the address that its subnets name; behind it lies every
 * address that isn't on the network. Hosts outside appear when they are first asked for.
 *
 * <p>An instance sends only with its port's addresses, unless port security is off; see {@link
 * PortSecurity}.
 *
 * <p>Models: neutron/plugins/ml2/drivers/openvswitch/agent/ovs_dvr_neutron_agent.py
 */
public final class Fabric implements Wire {
  private static final long OUTSIDE_MAC = 0x02ff00000000L;

  private final Cluster cluster;
  private final Datapath datapath = new Datapath(new SimClock(), this);
  private final Map<Instance, Guest> guests = new LinkedHashMap<>();
  private final Map<Network, Map<IpAddress, Guest>> outside = new LinkedHashMap<>();
  private final Map<Network, Guest> gateways = new LinkedHashMap<>();
  private final Map<String, Network> networkOfDevice = new HashMap<>();
  private final Segments segments = new Segments();

  /** What {@link #changes(ComputeHost)} of each host was when its ports were looked at last. */
  private final Map<ComputeHost, Long> seenOfHosts = new HashMap<>();

  private final List<String> answering = new ArrayList<>();
  private int lastOutside;

  /** What {@link #changes} was when everything was looked at last; -1 if a machine came since. */
  private long seen = -1;

  /** How often the server's database had changed when all machines but the hosts were looked at. */
  private long seenOfGuests = -1;

  /** What the count of port changes was when devices were named last. */
  private long named = -1;

  /** The address that is asked for just now, null if none is. */
  private IpAddress asked;

  Fabric(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Returns the way of packets through all hosts. */
  public Datapath datapath() {
    return datapath;
  }

  // Who is there.

  /**
   * Looks anew at what is connected; to be called after anything was created, moved or deleted.
   * Where nothing was, nothing is done.
   */
  public void refresh() {
    long now = changes();
    if (now == seen) {
      return;
    }
    NeutronDb db = cluster.server().db();
    nameDevices();
    for (ComputeHost host : cluster.hosts()) {
      long changes = changes(host) + named;
      Long before = seenOfHosts.put(host, changes);
      if (before == null || before != changes) {
        segments.setHost(host.name(), ports(host));
      }
    }
    if (seen < 0 || db.changes().count() != seenOfGuests) {
      segments.setGuests(guests(db));
      seenOfGuests = db.changes().count();
    }
    seen = now;
  }

  /**
   * Counts the changes of what decides who is connected: anything that the server knows, the ports
   * of the hosts' integration bridges, and their devices, of which the MAC address counts.
   */
  private long changes() {
    long changes = cluster.server().db().changes().count();
    for (ComputeHost host : cluster.hosts()) {
      changes += changes(host);
    }
    return changes;
  }

  private static long changes(ComputeHost host) {
    return host.host().bridgePorts().changes() + host.host().kernel().linkChanges();
  }

  /** A port's device keeps its name and its network; ports come and go. */
  private void nameDevices() {
    long now = cluster.server().db().portChanges().count();
    if (now != named) {
      for (Port port : cluster.server().db().ports()) {
        if (!port.device().isEmpty()) {
          networkOfDevice.put(port.device(), port.network());
        }
      }
      named = now;
    }
  }

  private List<Attachment> ports(ComputeHost host) {
    List<Attachment> ports = new ArrayList<>();
    Kernel kernel = host.host().kernel();
    for (IfName name : host.host().bridgePorts().names()) {
      Optional<Link> link = kernel.internalPort(name);
      Network network = networkOfDevice.get(name.text());
      if (link.isPresent() && network != null) {
        ports.add(Attachment.ofHost(host.name(), name, link.get(), network));
      }
    }
    return ports;
  }

  private List<Attachment> guests(NeutronDb db) {
    List<Attachment> all = new ArrayList<>();
    guests.keySet().retainAll(db.instances());
    for (Instance instance : db.instances()) {
      all.add(Attachment.of(instance, guest(instance).card()));
    }
    gateways.keySet().retainAll(db.networks());
    outside.keySet().retainAll(db.networks());
    gateways.replaceAll(
        (network, guest) -> guest.has(gatewayAddresses(network)) ? guest : gatewayOf(network));
    outside.forEach(
        (network, those) ->
            those.values().forEach(g -> all.add(Attachment.outside(g.card(), network))));
    gateways.forEach((network, guest) -> all.add(Attachment.outside(guest.card(), network)));
    return all;
  }

  /** Returns the machine of an instance. */
  Guest guest(Instance instance) {
    return guests.computeIfAbsent(instance, this::boot);
  }

  private Guest boot(Instance instance) {
    seen = -1;
    Port port = instance.port();
    List<IpInterface> addresses = new ArrayList<>();
    Map<IpFamily, IpAddress> routers = new TreeMap<>();
    for (PortAddress fixed : port.fixedIps()) {
      addresses.add(fixed.toInterface());
      fixed
          .subnet()
          .gatewayIp()
          .ifPresent(gateway -> routers.putIfAbsent(gateway.family(), gateway));
    }
    Guest guest =
        new Guest(
            instance.name(),
            port.mac(),
            port.network().mtu(),
            addresses,
            List.copyOf(routers.values()));
    datapath.openAllPorts(guest.netns());
    return guest;
  }

  /**
   * Returns the machine with {@code address} outside: on the external network if the address is in
   * one of its subnets, otherwise the network's gateway, behind which it lies.
   */
  Guest outside(Network network, IpAddress address) {
    Guest gateway = gateway(network);
    Optional<Subnet> subnet = network.subnetOf(address);
    if (subnet.isEmpty()) {
      gateway.addLoopback(address);
      return gateway;
    }
    if (subnet.get().gatewayIp().equals(Optional.of(address))) {
      return gateway;
    }
    return outside
        .computeIfAbsent(network, n -> new LinkedHashMap<>())
        .computeIfAbsent(
            address,
            a -> {
              Guest guest =
                  new Guest(
                      a.toString(),
                      outsideMac(),
                      network.mtu(),
                      List.of(new IpInterface(a, subnet.get().cidr().length())),
                      subnet.get().gatewayIp().map(List::of).orElse(List.of()));
              return opened(guest, network);
            });
  }

  private Guest gateway(Network network) {
    return gateways.computeIfAbsent(
        network,
        n -> {
          Guest guest = gatewayOf(n);
          segments.addGuest(Attachment.outside(guest.card(), n));
          seen = -1;
          return guest;
        });
  }

  private Guest gatewayOf(Network network) {
    List<IpInterface> addresses = gatewayAddresses(network);
    Guest guest =
        new Guest(network.name() + " gateway", outsideMac(), network.mtu(), addresses, List.of());
    for (Subnet subnet : network.subnets()) {
      subnet
          .gatewayIp()
          .filter(address -> !subnet.cidr().contains(address))
          .ifPresent(address -> guest.addLink(subnet.cidr()));
    }
    datapath.openAllPorts(guest.netns());
    return guest;
  }

  private static List<IpInterface> gatewayAddresses(Network network) {
    List<IpInterface> addresses = new ArrayList<>();
    for (Subnet subnet : network.subnets()) {
      subnet
          .gatewayIp()
          .ifPresent(ip -> addresses.add(new IpInterface(ip, subnet.cidr().length())));
    }
    return addresses;
  }

  private Guest opened(Guest guest, Network network) {
    datapath.openAllPorts(guest.netns());
    segments.addGuest(Attachment.outside(guest.card(), network));
    seen = -1;
    return guest;
  }

  private MacAddress outsideMac() {
    lastOutside++;
    return new MacAddress(OUTSIDE_MAC | lastOutside);
  }

  /** Returns the namespaces that have a device on a network; the fabric must be up to date. */
  public Set<Netns> attached(Network network) {
    Set<Netns> namespaces = new LinkedHashSet<>();
    for (Attachment attachment : segments.on(network)) {
      namespaces.add(attachment.link().netns());
    }
    return namespaces;
  }

  /**
   * Asks a network who has an address, and returns the hosts that answer, in order of their
   * answers; an empty name stands for an instance or a host outside. The network's gateway asks, so
   * there must be one for the address's family. The fabric must be up to date.
   */
  public List<String> whoAnswers(Network network, IpAddress address) {
    Guest asking = gateway(network);
    asked = address;
    answering.clear();
    datapath.ask(asking.card(), address);
    asked = null;
    return List.copyOf(answering);
  }

  /** Returns the name of the instance or host outside that a namespace is of, if it is of one. */
  public Optional<String> guestName(Netns netns) {
    for (Guest guest : guests.values()) {
      if (guest.netns() == netns) {
        return Optional.of(guest.name());
      }
    }
    for (Guest guest : gateways.values()) {
      if (guest.netns() == netns) {
        return Optional.of(guest.name());
      }
    }
    for (Map<IpAddress, Guest> all : outside.values()) {
      for (Guest guest : all.values()) {
        if (guest.netns() == netns) {
          return Optional.of("outside:" + guest.name());
        }
      }
    }
    return Optional.empty();
  }

  // Frames.

  /** Lets the segment hear that a device announces an address (gratuitous ARP). */
  void announced(Link link, IpAddress address) {
    if (!guests.isEmpty() || !outside.isEmpty() || !gateways.isEmpty()) {
      refresh();
      datapath.announce(link, address);
    }
  }

  @Override
  public void transmit(Link from, Frame frame, Delivery delivery) {
    Attachment sender = segments.find(from);
    if (sender == null) {
      delivery.lost(frame);
      return;
    }
    if (sender.instance().isPresent()) {
      String refusal = PortSecurity.refusal(sender.instance().get().port(), frame);
      if (refusal != null) {
        delivery.refused(from, frame, refusal);
        return;
      }
    }
    if (asked != null && frame.isArp() && frame.arp().isAnswerFor(asked)) {
      answering.add(sender.host());
    }
    boolean group = frame.destination().isMulticast();
    List<Attachment> candidates =
        group ? segments.on(sender.network()) : segments.on(sender.network(), frame.destination());
    boolean taken = false;
    for (int i = 0; i < candidates.size(); i++) {
      Attachment candidate = candidates.get(i);
      if (candidate.hears(sender)) {
        delivery.deliver(candidate.link(), frame);
        taken = true;
      }
    }
    if (!taken && !group) {
      delivery.lost(frame);
    }
  }
}
