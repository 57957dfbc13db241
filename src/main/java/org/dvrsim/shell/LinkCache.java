package org.dvrsim.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;

/**
 * What {@code ip monitor} remembers of devices and namespaces. A device's name stays the one under
 * which it was first seen, as in iproute2, where a new name changes the place of the entry but not
 * the entry; a device that was never seen is asked for when its name is needed.
 *
 * <p>Models: iproute2 lib/ll_map.c:ll_remember_index(), ll_index_to_name();
 * ip/ipnetns.c:netns_map_init(), print_nsid()
 */
final class LinkCache implements DeviceNames {
  private final Netns netns;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final Map<Integer, String> netnsNames = new HashMap<>();

  /** A device's first name, and whether it is up now. */
  private record Entry(String name, boolean up) {}

  /** Builds what is known at the start: every device, and every namespace that has a number. */
  LinkCache(Netns netns, Iterable<Netns> named) {
    this.netns = netns;
    for (Link link : netns.links()) {
      link.peer().map(Link::netns).filter(there -> there != netns).ifPresent(netns.ids()::assign);
      remember(link);
    }
    for (Netns other : named) {
      netns.ids().of(other).ifPresent(id -> netnsNames.put(id, other.name().text()));
    }
  }

  /** Takes note of a message about a device. */
  void remember(Link link) {
    Entry old = entries.get(link.ifindex());
    String name = old == null ? link.name().text() : old.name;
    entries.put(link.ifindex(), new Entry(name, link.isUp()));
  }

  /** Takes note of a message that a device is gone. */
  void forget(Link link) {
    entries.remove(link.ifindex());
  }

  @Override
  public String name(Link device) {
    Entry entry = find(device);
    return entry == null ? "if" + device.ifindex() : entry.name;
  }

  @Override
  public boolean isUp(Link device) {
    Entry entry = entries.get(device.ifindex());
    return entry == null || entry.up;
  }

  private Entry find(Link device) {
    if (!entries.containsKey(device.ifindex())) {
      netns.askForLink(device.ifindex()).ifPresent(this::remember);
    }
    return entries.get(device.ifindex());
  }

  @Override
  public Optional<String> netns(int id, Netns there) {
    return netnsName(id);
  }

  /** Returns the name that a number is remembered with. */
  Optional<String> netnsName(int id) {
    return Optional.ofNullable(netnsNames.get(id));
  }

  /** Remembers the name of a namespace. */
  void rememberNetns(int id, String name) {
    netnsNames.put(id, name);
  }

  /** Forgets the name of a namespace. */
  void forgetNetns(int id) {
    netnsNames.remove(id);
  }
}
