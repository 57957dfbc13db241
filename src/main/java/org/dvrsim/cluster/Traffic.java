package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.datapath.Datapath;
import org.dvrsim.datapath.PacketEnd;
import org.dvrsim.datapath.PacketObserver;
import org.dvrsim.datapath.PingRequest;
import org.dvrsim.datapath.ProbeRequest;
import org.dvrsim.datapath.ProbeResult;
import org.dvrsim.datapath.Step;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Payload;

/**
 * Sends packets between instances and hosts outside, and tells what became of them.
 *
 * <p>Ends are named as people name them: an instance by its name, a host outside as {@code
 * outside:ADDRESS}; a destination may also be a floating IP's name, or an address.
 */
public final class Traffic {
  private static final String OUTSIDE = "outside:";

  /** Connections of pings are forgotten after half a minute; only so many are to be kept. */
  private static final int PINGS_KEPT = 30_000;

  private static final int PING_SECONDS = 31;

  private final Cluster cluster;
  private final Map<String, Flow> flows = new LinkedHashMap<>();

  Traffic(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A connection that was opened, to be continued. */
  private record Flow(Guest from, ProbeRequest request, int identifier) {}

  /**
   * What is sent.
   *
   * @param protocol as in {@link ProbeRequest}
   * @param size bytes of data in an echo request or datagram, 0 for as many as usual
   * @param source a source address not the sender's own
   * @param flow the name of the connection that this opens or, if it is open, continues
   */
  public record Request(
      String from,
      String to,
      int protocol,
      int port,
      int size,
      Optional<IpAddress> source,
      Optional<String> flow) {
    /** Returns an echo request. */
    public static Request ping(String from, String to) {
      return new Request(from, to, Payload.ICMP, 0, 0, Optional.empty(), Optional.empty());
    }

    /** Returns the same with the source address {@code address}. */
    public Request from(IpAddress address) {
      return new Request(from, to, protocol, port, size, Optional.of(address), flow);
    }
  }

  /**
   * What became of it.
   *
   * @param via the way of the request
   * @param source the source address that the far end saw; empty if it saw nothing
   * @param steps what happened to all packets that followed from it, in order
   */
  public record Report(ProbeResult result, Via via, Optional<IpAddress> source, List<Step> steps) {
    /** Tells whether the answer came back. */
    public boolean isAnswered() {
      return result.answered();
    }
  }

  /**
   * What became of a packet, in short.
   *
   * @param source the source address that the far end saw; empty if it saw nothing
   * @param passed the namespaces that it and what followed from it passed, in order of first sight
   */
  public record Passage(boolean answered, Optional<IpAddress> source, Set<Netns> passed) {}

  /** Sends a packet and notes where it passes. The fabric must be up to date. */
  public Passage pass(Request request) {
    Set<Netns> passed = new LinkedHashSet<>();
    ProbeResult result =
        probe(
            request,
            step -> {
              if (step.netns() != null) {
                passed.add(step.netns());
              }
            });
    return new Passage(result.answered(), seenSource(result), passed);
  }

  /** Sends a packet and notes every step. */
  public Report send(Request request) {
    cluster.fabric().refresh();
    List<Step> steps = new ArrayList<>();
    ProbeResult result = probe(request, steps::add);
    return new Report(result, via(result, steps), seenSource(result), steps);
  }

  /**
   * Pings every floating IP from every instance.
   *
   * @return for each of the instances, in order, the indexes of the floating IPs that answer it
   */
  public List<BitSet> reachability(List<Instance> instances, List<FloatingIp> floatingIps) {
    cluster.fabric().refresh();
    Datapath datapath = cluster.fabric().datapath();
    List<BitSet> matrix = new ArrayList<>();
    int sent = 0;
    List<Integer> order = byPlace(floatingIps);
    for (Instance instance : instances) {
      Netns netns = cluster.fabric().guest(instance).netns();
      BitSet reached = new BitSet(floatingIps.size());
      for (int i : order) {
        ProbeRequest ping = ProbeRequest.ping(floatingIps.get(i).address());
        reached.set(i, datapath.probe(netns, ping).answered());
        sent++;
        if (sent % PINGS_KEPT == 0) {
          datapath.clock().advanceSeconds(PING_SECONDS);
        }
      }
      matrix.add(reached);
    }
    return matrix;
  }

  /** Lets time pass for packets and what namespaces remember of them. */
  public void pass(int seconds) {
    cluster.fabric().refresh();
    cluster.fabric().datapath().clock().advanceSeconds(seconds);
  }

  /** Returns the floating IPs' indexes, those together that the same namespaces serve. */
  private static List<Integer> byPlace(List<FloatingIp> floatingIps) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < floatingIps.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> place(floatingIps.get(i))).thenComparing(i -> i));
    return order;
  }

  private static String place(FloatingIp floatingIp) {
    String host = floatingIp.port().flatMap(Port::host).orElse("");
    return host + " " + floatingIp.router().map(Router::id).orElse("");
  }

  private ProbeResult probe(Request request, PacketObserver observer) {
    Datapath datapath = cluster.fabric().datapath();
    Optional<Flow> open = request.flow().map(flows::get);
    Guest from = open.isPresent() ? open.get().from() : end(request.from(), request.to());
    ProbeRequest probe =
        open.isPresent()
            ? open.get().request().continuing(open.get().identifier())
            : new ProbeRequest(
                request.protocol(),
                destination(request),
                request.port(),
                source(request),
                0,
                size(request),
                true);
    datapath.setObserver(observer);
    ProbeResult result;
    try {
      result = datapath.probe(from.netns(), probe);
    } finally {
      datapath.setObserver(null);
    }
    if (request.flow().isPresent() && result.answered()) {
      flows.putIfAbsent(request.flow().get(), new Flow(from, probe, result.identifier()));
    }
    return result;
  }

  private static int size(Request request) {
    if (request.size() != 0) {
      return request.size();
    }
    return request.protocol() == Payload.ICMP ? PingRequest.DEFAULT_LENGTH : 1;
  }

  // Ends.

  /** Returns the address that a host outside is known by, null to have the kernel choose. */
  private static IpAddress source(Request request) {
    if (request.source().isPresent()) {
      return request.source().get();
    }
    return request.from().startsWith(OUTSIDE)
        ? address(request.from().substring(OUTSIDE.length()))
        : null;
  }

  private Guest end(String name, String peer) {
    if (name.startsWith(OUTSIDE)) {
      IpAddress address = address(name.substring(OUTSIDE.length()));
      return cluster.fabric().outside(externalNetwork(address, peer), address);
    }
    return cluster.fabric().guest(cluster.server().db().instance(name));
  }

  private static IpAddress address(String text) {
    if (!IpAddress.isValid(text)) {
      throw new ApiRefusedException("not an address: " + text);
    }
    return IpAddress.parse(text);
  }

  private IpAddress destination(Request request) {
    NeutronDb db = cluster.server().db();
    String to = request.to();
    if (to.startsWith(OUTSIDE)) {
      IpAddress address = address(to.substring(OUTSIDE.length()));
      cluster.fabric().outside(externalNetwork(address, request.from()), address);
      return address;
    }
    Optional<FloatingIp> floatingIp = db.findFloatingIp(to);
    if (floatingIp.isPresent()) {
      return floatingIp.get().address();
    }
    if (IpAddress.isValid(to)) {
      IpAddress address = IpAddress.parse(to);
      if (!isInside(address) && !request.from().startsWith(OUTSIDE)) {
        cluster.fabric().outside(externalNetwork(address, request.from()), address);
      }
      return address;
    }
    return db.instance(to).port().fixedIps().get(0).address();
  }

  private boolean isInside(IpAddress address) {
    for (Network network : cluster.server().db().networks()) {
      if (network.subnetOf(address).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the external network that an address outside is on, or by which it is reached. */
  private Network externalNetwork(IpAddress address, String peer) {
    NeutronDb db = cluster.server().db();
    List<Network> external = new ArrayList<>();
    for (Network network : db.networks()) {
      if (network.isExternal()) {
        if (network.subnetOf(address).isPresent()) {
          return network;
        }
        external.add(network);
      }
    }
    for (Network network : external) {
      if (isPeerOf(network, peer)) {
        return network;
      }
    }
    if (external.isEmpty()) {
      throw new ApiRefusedException("there is no external network");
    }
    return external.get(0);
  }

  private boolean isPeerOf(Network network, String peer) {
    NeutronDb db = cluster.server().db();
    Optional<FloatingIp> floatingIp = db.findFloatingIp(peer);
    if (floatingIp.isPresent()) {
      return floatingIp.get().network() == network;
    }
    if (IpAddress.isValid(peer)) {
      return network.subnetOf(IpAddress.parse(peer)).isPresent();
    }
    for (Router router : db.routers()) {
      boolean serves =
          db.instances().stream()
              .filter(instance -> instance.name().equals(peer))
              .anyMatch(
                  instance ->
                      router.interfaces().stream()
                          .anyMatch(port -> port.network() == instance.port().network()));
      if (serves && router.externalNetwork().equals(Optional.of(network))) {
        return true;
      }
    }
    return false;
  }

  // Reading what happened.

  private static Via via(ProbeResult result, List<Step> steps) {
    if (!result.isDelivered() || !result.answered()) {
      return Via.NONE;
    }
    Via via = Via.DIRECT;
    for (Step step : steps) {
      if (step.packetId() != result.request().packetId() || step.kind() != Step.Kind.RECEIVE) {
        continue;
      }
      String netns = step.netns().name().text();
      if (netns.startsWith("fip-")) {
        via = Via.FIP;
      } else if (netns.startsWith("snat-") && via == Via.DIRECT) {
        via = Via.SNAT;
      }
    }
    return via;
  }

  private static Optional<IpAddress> seenSource(ProbeResult result) {
    PacketEnd end = result.request();
    return result.isDelivered() ? Optional.of(end.packet().source()) : Optional.empty();
  }
}
