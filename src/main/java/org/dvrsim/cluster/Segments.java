package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.MacAddress;

/**
 * What is connected to each network: the ports of the hosts, in order of the hosts, then the
 * machines of instances and hosts outside. Each part is replaced by itself, and a network is looked
 * through when somebody sends on it.
 */
final class Segments {
  private final Map<String, List<Attachment>> ofHosts = new LinkedHashMap<>();
  private List<Attachment> ofGuests = new ArrayList<>();
  private final IdentityHashMap<Link, Attachment> byLink = new IdentityHashMap<>();
  private final Map<Network, List<Attachment>> byNetwork = new HashMap<>();
  private final Map<Network, Map<MacAddress, List<Attachment>>> byMac = new HashMap<>();

  /** Replaces the ports of a host. */
  void setHost(String host, List<Attachment> ports) {
    List<Attachment> before = ofHosts.put(host, ports);
    replaced(before == null ? List.of() : before, ports);
  }

  /** Replaces all machines that are no hosts. */
  void setGuests(List<Attachment> guests) {
    replaced(ofGuests, guests);
    ofGuests = new ArrayList<>(guests);
  }

  /** Adds a machine that is no host. */
  void addGuest(Attachment guest) {
    replaced(List.of(), List.of(guest));
    ofGuests.add(guest);
  }

  private void replaced(List<Attachment> before, List<Attachment> after) {
    before.forEach(gone -> byLink.remove(gone.link()));
    after.forEach(fresh -> byLink.put(fresh.link(), fresh));
    byNetwork.clear();
    byMac.clear();
  }

  /** Returns how a device is connected, null if it is not. */
  Attachment find(Link link) {
    return byLink.get(link);
  }

  /** Returns all that is connected to a network. */
  List<Attachment> on(Network network) {
    return byNetwork.computeIfAbsent(network, this::list);
  }

  private List<Attachment> list(Network network) {
    List<Attachment> list = new ArrayList<>();
    for (List<Attachment> ports : ofHosts.values()) {
      addThose(network, ports, list);
    }
    addThose(network, ofGuests, list);
    return list;
  }

  private static void addThose(Network network, List<Attachment> from, List<Attachment> into) {
    for (Attachment attachment : from) {
      if (attachment.network() == network) {
        into.add(attachment);
      }
    }
  }

  /** Returns what is connected to a network with a MAC address. */
  List<Attachment> on(Network network, MacAddress mac) {
    return byMac.computeIfAbsent(network, this::listByMac).getOrDefault(mac, List.of());
  }

  private Map<MacAddress, List<Attachment>> listByMac(Network network) {
    Map<MacAddress, List<Attachment>> map = new HashMap<>();
    for (Attachment attachment : on(network)) {
      map.computeIfAbsent(attachment.mac(), m -> new ArrayList<>()).add(attachment);
    }
    return map;
  }
}
