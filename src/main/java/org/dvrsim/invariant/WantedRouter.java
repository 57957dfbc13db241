package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.AllowedAddressPair;
import org.dvrsim.agent.FixedIp;
import org.dvrsim.agent.FloatingIp;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * What one router needs on one host, worked out from its payload.
 *
 * <p>Models the outcome of neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.process and
 * dvr_edge_router.py:DvrEdgeRouter.process.
 */
final class WantedRouter {
  private final NeutronRouter payload;
  private final NetnsName netns;
  private final NetnsName snatNetns;
  private final IfName routerToFip;
  private final IfName fipToRouter;
  private final Optional<NetnsName> fipNetns;
  private final Optional<NeutronPort> agentGateway;
  private final boolean external;
  private final boolean snatHere;
  private final WantedPorts ports;
  private final List<WantedFloatingIp> floatingIps;
  private final List<WantedFloatingIp> centralisedFloatingIps;
  private List<String> floatingIpKeys;
  private WantedFilterRules filterRules;
  private final Map<String, Known> knownNeighbours;

  /**
   * Works out what a router needs.
   *
   * @param before what it needed when its payload was another; null if it is new
   */
  WantedRouter(NeutronRouter payload, AgentMode mode, String host, WantedRouter before) {
    this.payload = payload;
    this.knownNeighbours =
        before != null
                && before.payload.snatRouterInterfaces().equals(payload.snatRouterInterfaces())
            ? before.knownNeighbours
            : new HashMap<>();
    this.netns = before == null ? Names.router(payload.id()) : before.netns;
    this.snatNetns = before == null ? Names.snat(payload.id()) : before.snatNetns;
    this.routerToFip = before == null ? Names.device("rfp-", payload.id()) : before.routerToFip;
    this.fipToRouter = before == null ? Names.device("fpr-", payload.id()) : before.fipToRouter;
    this.external = payload.gwPort().isPresent() && mode != AgentMode.DVR_NO_EXTERNAL;
    this.fipNetns = external ? externalNetworkId().map(Names::fip) : Optional.empty();
    this.agentGateway = findAgentGateway();
    this.snatHere =
        mode == AgentMode.DVR_SNAT
            && payload.gwPort().isPresent()
            && payload.gwPortHost().equals(Optional.of(host));
    this.ports =
        before != null && before.ports.isOf(payload, snatHere)
            ? before.ports
            : new WantedPorts(payload, mode, snatHere, routerToFip);
    List<WantedFloatingIp> here = new ArrayList<>();
    List<WantedFloatingIp> centralised = new ArrayList<>();
    addFloatingIps(host, here, centralised);
    boolean sameHere = before != null && before.floatingIps.equals(here);
    this.floatingIps = sameHere ? before.floatingIps : Collections.unmodifiableList(here);
    this.floatingIpKeys = sameHere ? before.floatingIpKeys : null;
    this.centralisedFloatingIps = Collections.unmodifiableList(centralised);
    this.filterRules = sameHere && hasPortsOf(before) ? before.filterRules : null;
  }

  /** Tells whether it needs the same for its ports as {@code before}. */
  @SuppressWarnings("ReferenceEquality") // they are taken over if they are
  private boolean hasPortsOf(WantedRouter before) {
    return ports == before.ports;
  }

  /**
   * Returns what is different from {@code before}: {@link WantedPart}s as bits. Devices and
   * neighbours are not looked at, as they belong to a namespace.
   */
  int changedSince(WantedRouter before) {
    if (this == before) {
      return 0;
    }
    if (!payload.id().equals(before.payload.id())) {
      return WantedPart.ALL;
    }
    return WantedPart.FLOATING_IPS.bitIf(!floatingIps.equals(before.floatingIps))
        | WantedPart.CENTRALISED_FLOATING_IPS.bitIf(
            !centralisedFloatingIps.equals(before.centralisedFloatingIps))
        | WantedPart.ROUTES.bitIf(!payload.routes().equals(before.payload.routes()))
        | WantedPart.GATEWAY_PORTS.bitIf(payload.enableSnat() != before.payload.enableSnat())
        | WantedPart.AGENT_GATEWAYS.bitIf(
            !payload.floatingIpAgentInterfaces().equals(before.payload.floatingIpAgentInterfaces()))
        | (hasPortsOf(before) ? 0 : portsChangedSince(before));
  }

  private int portsChangedSince(WantedRouter before) {
    return WantedPart.REDIRECTS.bitIf(!redirects().equals(before.redirects()))
        | WantedPart.FAST_EXITS.bitIf(!fastExits().equals(before.fastExits()))
        | WantedPart.GATEWAYS.bitIf(
            external != before.external
                || payload.gwPort().isPresent() != before.payload.gwPort().isPresent())
        | WantedPart.GATEWAY_PORTS.bitIf(
            snatHere != before.snatHere || !payload.gwPort().equals(before.payload.gwPort()))
        | WantedPart.INTERFACES.bitIf(!payload.interfaces().equals(before.payload.interfaces()))
        | WantedPart.SNAT_PORTS.bitIf(
            !payload.snatRouterInterfaces().equals(before.payload.snatRouterInterfaces()));
  }

  /** Returns the payload. */
  NeutronRouter payload() {
    return payload;
  }

  NetnsName netns() {
    return netns;
  }

  NetnsName snatNetns() {
    return snatNetns;
  }

  /** Tells whether the router is to be connected with its external network's fip namespace. */
  boolean isExternal() {
    return external;
  }

  /** Tells whether the router's SNAT is on this host. */
  boolean isSnatHere() {
    return snatHere;
  }

  /** Returns the id of the external network; empty without gateway. */
  Optional<String> externalNetworkId() {
    return payload.gwPort().map(NeutronPort::networkId);
  }

  /**
   * Returns the namespace of the external network, if it {@linkplain #isExternal is to be}
   * connected with it.
   */
  NetnsName fipNetns() {
    return fipNetns.orElseThrow();
  }

  /** Returns the port of the host's address on the external network, if it has one. */
  Optional<NeutronPort> agentGateway() {
    return agentGateway;
  }

  private Optional<NeutronPort> findAgentGateway() {
    String network = externalNetworkId().orElse("");
    for (NeutronPort port : payload.floatingIpAgentInterfaces()) {
      if (port.networkId().equals(network)) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  IfName routerToFip() {
    return routerToFip;
  }

  IfName fipToRouter() {
    return fipToRouter;
  }

  /** Returns the keys under which state files keep something for the router's floating IPs. */
  List<String> floatingIpKeys() {
    if (floatingIpKeys == null) {
      List<String> keys = new ArrayList<>(floatingIps.size());
      floatingIps.forEach(fip -> keys.add(fip.floating().toString()));
      floatingIpKeys = Collections.unmodifiableList(keys);
    }
    return floatingIpKeys;
  }

  /** Returns the end of the link to the router that the fip namespace is to have. */
  WantedDevice linkInFip() {
    return ports.veth(fipToRouter);
  }

  /** Returns the interfaces that are to be plugged. */
  List<NeutronPort> ports() {
    return ports.ports();
  }

  /** Returns the devices of the router's namespace. */
  List<WantedDevice> devices() {
    return ports.devices();
  }

  /** Returns the devices of the router's snat namespace. */
  List<WantedDevice> snatDevices() {
    return ports.snatDevices();
  }

  List<WantedRedirect> redirects() {
    return ports.redirects();
  }

  /** Returns the subnets whose instances reach the external network without NAT. */
  List<IpPrefix> fastExits() {
    return ports.fastExits();
  }

  /** Returns the floating IPs that are to go through this host's fip namespace. */
  List<WantedFloatingIp> floatingIps() {
    return floatingIps;
  }

  /** Returns the floating IPs that are to go through this host's snat namespace. */
  List<WantedFloatingIp> centralisedFloatingIps() {
    return centralisedFloatingIps;
  }

  /** Returns the packet filter rules of fixed words that it calls for. */
  WantedFilterRules filterRules() {
    if (filterRules == null) {
      filterRules = new WantedFilterRules(this);
    }
    return filterRules;
  }

  /** Returns the gateway's IPv4 addresses, in the server's order. */
  List<IpAddress> gatewayAddressesV4() {
    List<IpAddress> found = new ArrayList<>();
    payload.gwPort().ifPresent(port -> port.fixedIps().forEach(ip -> found.add(ip.ipAddress())));
    found.removeIf(address -> !address.isV4());
    return found;
  }

  /**
   * The neighbours of an interface, and the ports by subnet from which they follow.
   *
   * @param version as {@link ServerTruth#portsVersion} was
   */
  private record Known(
      NeutronPort port, long version, List<List<NeutronPort>> ports, WantedNeighbours neighbours) {}

  /** Returns the neighbours that an interface is to know. */
  WantedNeighbours neighbours(NeutronPort port, ServerTruth truth) {
    Known known = knownNeighbours.get(port.id());
    boolean samePort = known != null && known.port().equals(port);
    long version = truth.portsVersion();
    if (samePort && known.version() == version) {
      return known.neighbours();
    }
    List<List<NeutronPort>> ports = new ArrayList<>(port.subnets().size());
    for (NeutronSubnet subnet : port.subnets()) {
      ports.add(truth.portsBySubnet(subnet.id()));
    }
    WantedNeighbours neighbours =
        samePort && known.ports().equals(ports) ? known.neighbours() : neighbours(port, ports);
    knownNeighbours.put(port.id(), new Known(port, version, ports, neighbours));
    return neighbours;
  }

  private WantedNeighbours neighbours(NeutronPort port, List<List<NeutronPort>> ports) {
    Map<IpAddress, Set<MacAddress>> entries = new LinkedHashMap<>();
    for (int i = 0; i < ports.size(); i++) {
      NeutronSubnet subnet = port.subnets().get(i);
      List<NeutronPort> others = ports.get(i);
      for (NeutronPort other : others) {
        if (!other.deviceOwner().startsWith("network:router_interface")) {
          addNeighbours(entries, other, subnet.id());
        }
      }
      payload.snatRouterInterfaces().forEach(snat -> addNeighbours(entries, snat, subnet.id()));
      others.forEach(other -> addAddressPairs(entries, other, subnet));
    }
    return new WantedNeighbours(Names.device("qr-", port.id()), entries);
  }

  /** Adds the further addresses of a port: whoever else has one may answer for it too. */
  private static void addAddressPairs(
      Map<IpAddress, Set<MacAddress>> entries, NeutronPort port, NeutronSubnet subnet) {
    for (AllowedAddressPair pair : port.allowedAddressPairs()) {
      IpAddress address = pair.ipAddress().address();
      if (pair.isHost() && subnet.cidr().contains(address)) {
        Set<MacAddress> macs = new LinkedHashSet<>(entries.getOrDefault(address, Set.of()));
        macs.add(pair.macAddress());
        entries.put(address, macs);
      }
    }
  }

  private static void addNeighbours(
      Map<IpAddress, Set<MacAddress>> entries, NeutronPort port, String subnetId) {
    for (FixedIp ip : port.fixedIps()) {
      if (ip.subnetId().equals(subnetId)) {
        entries.put(ip.ipAddress(), Set.of(port.macAddress()));
      }
    }
  }

  private void addFloatingIps(
      String host, List<WantedFloatingIp> all, List<WantedFloatingIp> centralised) {
    for (FloatingIp fip : payload.floatingIps()) {
      WantedFloatingIp wanted =
          new WantedFloatingIp(fip.id(), fip.floatingIpAddress(), fip.fixedIpAddress());
      boolean here =
          fip.host().equals(Optional.of(host)) || fip.destHost().equals(Optional.of(host));
      if (fip.dvrSnatBound()) {
        if (snatHere) {
          centralised.add(wanted);
        }
      } else if (external && here) {
        all.add(wanted);
      }
    }
  }
}
