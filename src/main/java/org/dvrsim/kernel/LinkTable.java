package org.dvrsim.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dvrsim.net.IfName;

/**
 * The devices of a namespace, by name and by index.
 *
 * <p>Models: net/core/dev.c:list_netdevice(), dev_index_reserve()
 */
final class LinkTable {
  private final Netns netns;
  private final TreeMap<Integer, Link> byIndex = new TreeMap<>();
  private final Collection<Link> all = Collections.unmodifiableCollection(byIndex.values());
  private final Map<IfName, Link> byName = new HashMap<>();
  private int lastIndex;

  LinkTable(Netns netns) {
    this.netns = netns;
  }

  /** Returns a view of the devices in order of ifindex. */
  Collection<Link> all() {
    return all;
  }

  /** Returns the device of that name, null if there is none. */
  Link find(IfName name) {
    return byName.get(name);
  }

  /** Returns the device with that ifindex, null if there is none. */
  Link find(int ifindex) {
    return byIndex.get(ifindex);
  }

  /** Numbers devices to come above {@code count}. */
  void reserveIndexes(int count) {
    lastIndex = Math.max(lastIndex, count);
  }

  /** Returns the ifindex that a device from elsewhere gets: the one it has, if that is free. */
  int indexFor(Link link) {
    if (link.ifindex != 0 && !byIndex.containsKey(link.ifindex)) {
      return link.ifindex;
    }
    do {
      lastIndex++;
    } while (byIndex.containsKey(lastIndex));
    return lastIndex;
  }

  /** Puts a device in, with the ifindex it had if that is free, otherwise the next one. */
  void attach(Link link) {
    link.netns = netns;
    link.ifindex = indexFor(link);
    byIndex.put(link.ifindex, link);
    byName.put(link.name, link);
  }

  /** Takes a device out. */
  void detach(Link link) {
    byIndex.remove(link.ifindex);
    byName.remove(link.name);
  }

  /** Gives a device another name. */
  void rename(Link link, IfName name) {
    byName.remove(link.name);
    link.name = name;
    byName.put(name, link);
  }
}
