package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * What should be on one host, worked out from what the server holds to be true.
 *
 * <p>Namespaces are objects that stay the same as long as nothing in their part of the server's
 * truth changes, so that who checked one against its kernel state need not do so again.
 */
final class WantedHost {
  private long version = -1;
  private Map<NetnsName, WantedNetns> namespaces = new TreeMap<>();
  private final Map<NetnsName, WantedNetns> idle = new TreeMap<>();
  private Map<NetnsName, WantedRouter> optional = new TreeMap<>();
  private List<WantedRouter> optionalRouters = List.of();
  private Map<String, WantedRouter> routers = new LinkedHashMap<>();

  /** What an update changed. */
  enum Change {
    /** Nothing. */
    NONE,
    /** Nothing that concerns this host, but something that the server knows. */
    ELSEWHERE,
    /** Something that should, or may, be on this host. */
    OF_HOST
  }

  /**
   * Takes over what the server holds to be true now, and tells what changed by that. Nothing is
   * worked out as long as the truth is of the same {@linkplain ServerTruth#version version}.
   */
  Change update(ServerTruth truth) {
    if (version == truth.version()) {
      return Change.NONE;
    }
    version = truth.version();
    Map<String, WantedRouter> before = routers;
    Map<NetnsName, WantedRouter> optionalBefore = optional;
    Map<NetnsName, WantedNetns> old = namespaces;
    routers = new LinkedHashMap<>();
    optional = new TreeMap<>();
    namespaces = new TreeMap<>();
    Map<NetnsName, List<WantedRouter>> byFip = new TreeMap<>();
    for (NeutronRouter payload : truth.routers()) {
      WantedRouter router = router(payload, before, optionalBefore, truth);
      if (!truth.isNeeded(payload.id())) {
        optional.put(router.netns(), router);
        optional.put(router.snatNetns(), router);
        continue;
      }
      routers.put(payload.id(), router);
      keep(old, router(router, truth));
      if (router.isSnatHere()) {
        keep(
            old,
            new WantedNetns(
                router.snatNetns(),
                NetnsKind.SNAT,
                router.snatDevices(),
                List.of(router),
                List.of(),
                List.of()));
      }
      if (router.isExternal()) {
        NetnsName fip = Names.fip(router.externalNetworkId().orElseThrow());
        byFip.computeIfAbsent(fip, name -> new ArrayList<>()).add(router);
      }
    }
    optionalRouters = List.copyOf(new LinkedHashSet<>(optional.values()));
    byFip.forEach((name, sharing) -> keep(old, fip(name, sharing, optionalRouters)));
    boolean same =
        isSame(routers, before) && isSame(optional, optionalBefore) && isSame(namespaces, old);
    return same ? Change.ELSEWHERE : Change.OF_HOST;
  }

  private static WantedRouter router(
      NeutronRouter payload,
      Map<String, WantedRouter> before,
      Map<NetnsName, WantedRouter> optionalBefore,
      ServerTruth truth) {
    WantedRouter known = before.get(payload.id());
    if (known == null) {
      known = optionalBefore.get(Names.router(payload.id()));
    }
    return known != null && known.payload().equals(payload)
        ? known
        : new WantedRouter(payload, truth.mode(), truth.host(), known);
  }

  /** Tells whether two maps hold the same objects in the same order. */
  private static boolean isSame(Map<?, ?> one, Map<?, ?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    Iterator<?> others = other.values().iterator();
    for (Object value : one.values()) {
      if (value != others.next()) {
        return false;
      }
    }
    return true;
  }

  private void keep(Map<NetnsName, WantedNetns> old, WantedNetns wanted) {
    WantedNetns known = old.get(wanted.name());
    namespaces.put(wanted.name(), known != null && known.equals(wanted) ? known : wanted);
  }

  private static WantedNetns router(WantedRouter router, ServerTruth truth) {
    List<WantedNeighbours> neighbours = new ArrayList<>();
    router.ports().forEach(port -> neighbours.add(router.neighbours(port, truth)));
    return new WantedNetns(
        router.netns(), NetnsKind.ROUTER, router.devices(), List.of(router), neighbours, List.of());
  }

  private static WantedNetns fip(
      NetnsName name, List<WantedRouter> sharing, List<WantedRouter> optional) {
    List<WantedDevice> devices = new ArrayList<>();
    gatewayPort(sharing).ifPresent(port -> devices.add(WantedRouter.bridgePort("fg-", port)));
    for (WantedRouter router : sharing) {
      devices.add(
          new WantedDevice(
              router.fipToRouter(), Optional.empty(), router.externalMtu(), List.of(), false));
    }
    return new WantedNetns(name, NetnsKind.FIP, devices, sharing, List.of(), links(optional));
  }

  private static List<IfName> links(List<WantedRouter> routers) {
    return routers.stream().map(WantedRouter::fipToRouter).toList();
  }

  private static Optional<NeutronPort> gatewayPort(List<WantedRouter> sharing) {
    for (WantedRouter router : sharing) {
      String network = router.externalNetworkId().orElseThrow();
      for (NeutronPort port : router.payload().floatingIpAgentInterfaces()) {
        if (port.networkId().equals(network)) {
          return Optional.of(port);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what each namespace should hold, in order of name. */
  Map<NetnsName, WantedNetns> namespaces() {
    return Collections.unmodifiableMap(namespaces);
  }

  /** Returns what should be in a namespace; empty if it should not be there. */
  Optional<WantedNetns> netns(NetnsName name) {
    return Optional.ofNullable(namespaces.get(name));
  }

  /** Tells whether a namespace belongs to a router that may be here but need not. */
  boolean isOptional(NetnsName name) {
    return optional.containsKey(name);
  }

  /** Returns the routers that may be here but need not. */
  List<WantedRouter> optionalRouters() {
    return optionalRouters;
  }

  /** Returns what may be in the namespace of an external network that no router here uses. */
  WantedNetns idle(NetnsName name) {
    WantedNetns wanted =
        new WantedNetns(
            name, NetnsKind.FIP, List.of(), List.of(), List.of(), links(optionalRouters));
    return idle.merge(name, wanted, (known, now) -> known.equals(now) ? known : now);
  }

  /** Returns the keys that the state files may keep: floating IPs and ids of routers. */
  Set<String> stateFileKeys() {
    Set<String> keys = new HashSet<>();
    for (WantedRouter router : optionalRouters) {
      keys.addAll(router.floatingIpKeys());
      keys.add(router.payload().id());
    }
    for (WantedRouter router : routers.values()) {
      keys.addAll(router.floatingIpKeys());
      if (router.isExternal()) {
        keys.add(router.payload().id());
      }
    }
    return keys;
  }

  /** Returns the routers that should be here, in the server's order. */
  Iterable<WantedRouter> routers() {
    return routers.values();
  }
}
