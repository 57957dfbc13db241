package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private long portsVersion = -1;

  /** All routers that were told of last, in the server's order, and which of them are needed. */
  private List<WantedRouter> told = List.of();

  private List<WantedRouter> routers = List.of();
  private List<WantedRouter> optionalRouters = List.of();
  private List<WantedNetns> inOrderOfRouters = List.of();

  /** In order of name. */
  private Map<NetnsName, WantedNetns> namespaces = new LinkedHashMap<>();

  private final Map<NetnsName, WantedNetns> idle = new TreeMap<>();
  private Set<NetnsName> optional = Set.of();
  private Set<String> stateFileKeys;

  /** What an update changed. */
  enum Change {
    /** Nothing. */
    NONE,
    /** Nothing that concerns this host, but something that the server knows. */
    ELSEWHERE,
    /** Something that should, or may, be on this host, but not which namespaces should. */
    OF_HOST,
    /** Which namespaces should be on this host. */
    OF_NAMESPACES;

    /** Tells whether something that should, or may, be on this host changed. */
    boolean isOfHost() {
      return this == OF_HOST || this == OF_NAMESPACES;
    }
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
    List<NeutronRouter> payloads = truth.routers();
    List<WantedRouter> all = new ArrayList<>(payloads.size());
    List<WantedRouter> needed = new ArrayList<>(payloads.size());
    List<WantedRouter> others = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      WantedRouter router = router(payloads.get(i), i, truth);
      all.add(router);
      (truth.isNeeded(router.payload().id()) ? needed : others).add(router);
    }
    told = all;
    boolean sameOthers = isSame(others, optionalRouters);
    boolean same = isSame(needed, routers) && sameOthers;
    routers = Collections.unmodifiableList(needed);
    optionalRouters = sameOthers ? optionalRouters : Collections.unmodifiableList(others);
    List<WantedNetns> wanted = new ArrayList<>(inOrderOfRouters.size());
    Map<NetnsName, List<WantedRouter>> byFip = new TreeMap<>();
    for (WantedRouter router : needed) {
      wanted.add(router(router, truth));
      if (router.isSnatHere()) {
        wanted.add(snat(router));
      }
      if (router.isExternal()) {
        byFip.computeIfAbsent(router.fipNetns(), name -> new ArrayList<>()).add(router);
      }
    }
    portsVersion = truth.portsVersion();
    for (Map.Entry<NetnsName, List<WantedRouter>> entry : byFip.entrySet()) {
      wanted.add(fip(entry.getKey(), entry.getValue(), sameOthers));
    }
    if (same && isSame(wanted, inOrderOfRouters)) {
      return Change.ELSEWHERE;
    }
    stateFileKeys = null;
    boolean sameNames = haveSameNames(wanted, inOrderOfRouters);
    inOrderOfRouters = wanted;
    if (!sameNames) {
      sortNames();
    }
    for (WantedNetns netns : wanted) {
      namespaces.put(netns.name(), netns);
    }
    if (!sameOthers) {
      listOptional();
    }
    return sameNames ? Change.OF_HOST : Change.OF_NAMESPACES;
  }

  private static boolean haveSameNames(List<WantedNetns> one, List<WantedNetns> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).name().equals(other.get(i).name())) {
        return false;
      }
    }
    return true;
  }

  /** Puts the names of namespaces in order. */
  private void sortNames() {
    List<WantedNetns> inOrderOfNames = new ArrayList<>(inOrderOfRouters);
    inOrderOfNames.sort(Comparator.comparing(WantedNetns::name));
    namespaces = new LinkedHashMap<>();
    for (WantedNetns wanted : inOrderOfNames) {
      namespaces.put(wanted.name(), wanted);
    }
  }

  private void listOptional() {
    optional = new HashSet<>();
    for (WantedRouter router : optionalRouters) {
      optional.add(router.netns());
      optional.add(router.snatNetns());
    }
  }

  /** Returns what a router needs: the same object as before if its payload is the same. */
  private WantedRouter router(NeutronRouter payload, int place, ServerTruth truth) {
    WantedRouter known = place < told.size() ? told.get(place) : null;
    if (known == null || !known.payload().id().equals(payload.id())) {
      known = known(payload.id());
    }
    return known != null && known.payload().equals(payload)
        ? known
        : new WantedRouter(payload, truth.mode(), truth.host(), known);
  }

  /** Returns what is known of a router; null if it was not told of. */
  private WantedRouter known(String routerId) {
    for (WantedRouter router : told) {
      if (router.payload().id().equals(routerId)) {
        return router;
      }
    }
    return null;
  }

  /** Tells whether two lists hold the same objects in the same order. */
  private static boolean isSame(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the object that is known already if it says the same. */
  private static WantedNetns known(WantedNetns known, WantedNetns now) {
    return known != null && known.equals(now) ? known : now;
  }

  private WantedNetns router(WantedRouter router, ServerTruth truth) {
    WantedNetns known = namespaces.get(router.netns());
    if (known != null && known.router() == router && portsVersion == truth.portsVersion()) {
      return known;
    }
    List<WantedNeighbours> neighbours = new ArrayList<>(router.ports().size());
    for (NeutronPort port : router.ports()) {
      neighbours.add(router.neighbours(port, truth));
    }
    if (known != null && known.router() == router && isSame(known.neighbours(), neighbours)) {
      return known;
    }
    return known(
        known,
        new WantedNetns(
            router.netns(),
            NetnsKind.ROUTER,
            router.devices(),
            List.of(router),
            neighbours,
            List.of()));
  }

  private WantedNetns snat(WantedRouter router) {
    WantedNetns known = namespaces.get(router.snatNetns());
    if (known != null && known.router() == router) {
      return known;
    }
    return new WantedNetns(
        router.snatNetns(),
        NetnsKind.SNAT,
        router.snatDevices(),
        List.of(router),
        List.of(),
        List.of());
  }

  private WantedNetns fip(NetnsName name, List<WantedRouter> sharing, boolean sameOthers) {
    WantedNetns known = namespaces.get(name);
    if (known != null && sameOthers && isSame(known.routers(), sharing)) {
      return known;
    }
    return known(known, fip(name, sharing, optionalRouters));
  }

  private static WantedNetns fip(
      NetnsName name, List<WantedRouter> sharing, List<WantedRouter> optional) {
    List<WantedDevice> devices = new ArrayList<>();
    gatewayPort(sharing).ifPresent(port -> devices.add(WantedPorts.bridgePort("fg-", port)));
    for (WantedRouter router : sharing) {
      devices.add(router.linkInFip());
    }
    return new WantedNetns(name, NetnsKind.FIP, devices, sharing, List.of(), links(optional));
  }

  private static List<IfName> links(List<WantedRouter> routers) {
    return routers.stream().map(WantedRouter::fipToRouter).toList();
  }

  private static Optional<NeutronPort> gatewayPort(List<WantedRouter> sharing) {
    for (WantedRouter router : sharing) {
      if (router.agentGateway().isPresent()) {
        return router.agentGateway();
      }
    }
    return Optional.empty();
  }

  /** Returns what each namespace should hold, in order of name. */
  Map<NetnsName, WantedNetns> namespaces() {
    return Collections.unmodifiableMap(namespaces);
  }

  /** Returns what should be in a namespace; null if it should not be there. */
  WantedNetns netnsOrNull(NetnsName name) {
    return namespaces.get(name);
  }

  /** Tells whether a namespace belongs to a router that may be here but need not. */
  boolean isOptional(NetnsName name) {
    return optional.contains(name);
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
    if (stateFileKeys == null) {
      stateFileKeys = Collections.unmodifiableSet(findStateFileKeys());
    }
    return stateFileKeys;
  }

  private Set<String> findStateFileKeys() {
    Set<String> keys = new HashSet<>();
    for (WantedRouter router : optionalRouters) {
      keys.addAll(router.floatingIpKeys());
      keys.add(router.payload().id());
    }
    for (WantedRouter router : routers) {
      keys.addAll(router.floatingIpKeys());
      if (router.isExternal()) {
        keys.add(router.payload().id());
      }
    }
    return keys;
  }

  /** Returns the routers that should be here, in the server's order. */
  List<WantedRouter> routers() {
    return routers;
  }
}
