package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dvrsim.net.IpAddress;

/**
 * The neighbours of one family on one device, by address, and in what order their entries were
 * made; and the addresses that it proxies.
 */
final class DeviceNeighbours {
  /** An entry, which stays the same when it changes; {@code number} counts the entries. */
  private static final class Entry {
    private final int number;
    private Neighbour neighbour;

    Entry(int number) {
      this.number = number;
    }
  }

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparingInt((Entry entry) -> entry.number).reversed();

  private final TreeMap<IpAddress, Entry> entries = new TreeMap<>();
  private int lastNumber;

  /** The neighbours by address as they were listed last; null if one changed since. */
  private List<Neighbour> listed = List.of();

  /** What is proxied (NTF_PROXY), by address; null as long as nothing ever was. */
  private TreeMap<IpAddress, ProxyNeighbour> proxied;

  /** Returns what is proxied, by address; to be changed through {@link #proxies}. */
  Map<IpAddress, ProxyNeighbour> proxied() {
    return proxied == null ? Map.of() : proxied;
  }

  /** Returns what is proxied, by address, for somebody who will change it. */
  Map<IpAddress, ProxyNeighbour> proxies() {
    if (proxied == null) {
      proxied = new TreeMap<>();
    }
    return proxied;
  }

  /** Returns the neighbour with that address, null if there is none. */
  Neighbour find(IpAddress address) {
    Entry entry = entries.get(address);
    return entry == null ? null : entry.neighbour;
  }

  /** Puts a neighbour in the place of the one with its address, which is returned if there was. */
  Neighbour put(Neighbour fresh) {
    Entry entry = entries.get(fresh.address());
    if (entry == null) {
      entry = new Entry(++lastNumber);
      entries.put(fresh.address(), entry);
    }
    Neighbour before = entry.neighbour;
    entry.neighbour = fresh;
    listed = null;
    return before;
  }

  /** Takes out the neighbour with that address, which must be there, and returns it. */
  Neighbour remove(IpAddress address) {
    listed = null;
    return entries.remove(address).neighbour;
  }

  /** Returns the neighbours by address; the list stays as it is. */
  List<Neighbour> all() {
    if (listed == null) {
      List<Neighbour> list = new ArrayList<>(entries.size());
      for (Entry entry : entries.values()) {
        list.add(entry.neighbour);
      }
      listed = List.copyOf(list);
    }
    return listed;
  }

  /** Returns the neighbours, those whose entries were made last first. */
  List<Neighbour> newestFirst() {
    if (entries.size() < 2) {
      return all();
    }
    List<Entry> sorted = new ArrayList<>(entries.values());
    sorted.sort(NEWEST_FIRST);
    List<Neighbour> list = new ArrayList<>(sorted.size());
    for (Entry entry : sorted) {
      list.add(entry.neighbour);
    }
    return list;
  }
}
