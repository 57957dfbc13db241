package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;

/**
 * The devices of a namespace, by name and by index.
 *
 * <p>Models: net/core/dev.c:list_netdevice(), dev_index_reserve()
 */
final class LinkTable {
  private final Netns netns;

  /** The devices in order of ifindex. */
  private final List<Link> byIndex = new ArrayList<>();

  /** All devices as they were listed last; null if one came or went since. */
  private List<Link> all;

  private final Map<String, Link> byName = new HashMap<>();
  private final Map<String, Link> byAltName = new HashMap<>();
  private int lastIndex;

  /** The device with index 1, which is asked for most; null if there is none. */
  private Link loopback;

  LinkTable(Netns netns) {
    this.netns = netns;
  }

  /** Returns the devices of now in order of ifindex; immutable. */
  List<Link> all() {
    if (all == null) {
      all = List.copyOf(byIndex);
    }
    return all;
  }

  /** Returns the device of that name, null if there is none. */
  Link find(IfName name) {
    return find(name.text());
  }

  /** Returns the device of that name, null if there is none, as where none can be called so. */
  Link find(String name) {
    Link link = byName.get(name);
    return link == null && !byAltName.isEmpty() && IfName.isValid(name)
        ? byAltName.get(name)
        : link;
  }

  /** Returns the device of that name: ENODEV if there is none. */
  Link findOrRefuse(IfName name) {
    Link link = find(name);
    if (link == null) {
      throw ErrnoException.of(Errno.ENODEV, name.text());
    }
    return link;
  }

  /** Returns the device with that further name, null if there is none. */
  Link findByAltName(String name) {
    return byAltName.get(name);
  }

  /**
   * Gives a device a further name.
   *
   * <p>Models: net/core/dev.c:netdev_name_node_alt_create()
   *
   * @throws ErrnoException EEXIST if a device has it
   */
  void addAltName(Link link, String name) {
    if (byAltName.containsKey(name) || find(name) != null) {
      throw ErrnoException.of(Errno.EEXIST, "link property add " + name);
    }
    byAltName.put(name, link);
    List<String> names = new ArrayList<>(link.altNames);
    names.add(name);
    link.altNames = List.copyOf(names);
  }

  /**
   * Takes a further name off a device.
   *
   * <p>Models: net/core/dev.c:netdev_name_node_alt_destroy()
   *
   * @throws ErrnoException ENOENT if nobody has it, EINVAL if it is another's, or is its only one
   */
  void removeAltName(Link link, String name) {
    if (!link.altNames.contains(name)) {
      boolean known = byAltName.containsKey(name) || find(name) != null;
      throw ErrnoException.of(known ? Errno.EINVAL : Errno.ENOENT, "link property del " + name);
    }
    byAltName.remove(name);
    link.altNames = link.altNames.stream().filter(each -> !each.equals(name)).toList();
  }

  /** Returns the device with that ifindex, null if there is none. */
  Link find(int ifindex) {
    if (ifindex == Flow.LOOPBACK) {
      return loopback;
    }
    int place = place(ifindex);
    return has(place, ifindex) ? byIndex.get(place) : null;
  }

  /** Tells whether the device at a place, if there is one, has that ifindex. */
  private boolean has(int place, int ifindex) {
    return place < byIndex.size() && byIndex.get(place).ifindex == ifindex;
  }

  /** Returns the place of the first device that has at least that ifindex. */
  private int place(int ifindex) {
    int low = 0;
    int high = byIndex.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byIndex.get(middle).ifindex < ifindex) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Numbers devices to come above {@code count}. */
  void reserveIndexes(int count) {
    lastIndex = Math.max(lastIndex, count);
  }

  /** Returns the ifindex that a device from elsewhere gets: the one it has, if that is free. */
  int indexFor(Link link) {
    if (link.ifindex != 0 && find(link.ifindex) == null) {
      return link.ifindex;
    }
    do {
      lastIndex++;
    } while (find(lastIndex) != null);
    return lastIndex;
  }

  /** Puts a device in, with the ifindex it had if that is free, otherwise the next one. */
  void attach(Link link) {
    link.netns = netns;
    link.ifindex = indexFor(link);
    byIndex.add(place(link.ifindex), link);
    all = null;
    loopback = link.ifindex == Flow.LOOPBACK ? link : loopback;
    byName.put(link.name.text(), link);
    link.altNames.forEach(name -> byAltName.put(name, link));
  }

  /** Takes a device out. */
  void detach(Link link) {
    byIndex.remove(place(link.ifindex));
    all = null;
    loopback = link.ifindex == Flow.LOOPBACK ? null : loopback;
    byName.remove(link.name.text());
    link.altNames.forEach(byAltName::remove);
  }

  /** Gives a device another name. */
  void rename(Link link, IfName name) {
    byName.remove(link.name.text());
    link.name = name;
    byName.put(name.text(), link);
  }
}
