package org.dvrsim.invariant;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.TableId;

/** What was picked at random on a host, and what each was picked for. */
final class RandomPicks {
  /** The aspects of namespaces that say what was picked, as bits. */
  static final int HANG_ON = Aspect.LINKS.bits() | Aspect.ADDRESSES.bits() | Aspect.RULES.bits();

  private static final String FIP_END = "fpr-";

  private final Map<IpAddress, String> addresses = new HashMap<>();
  private final Map<MacAddress, String> macs = new HashMap<>();
  private final Map<TableId, String> tables = new HashMap<>();

  private RandomPicks() {}

  /** Finds the picks in all of a host's namespaces. */
  static RandomPicks of(Collection<Netns> namespaces) {
    RandomPicks picks = new RandomPicks();
    namespaces.forEach(picks::find);
    return picks;
  }

  private void find(Netns netns) {
    for (Link link : netns.links()) {
      if (link.kind() == LinkKind.VETH) {
        macs.put(link.mac(), "mac(" + link + ")");
        for (IfAddress address : link.addresses(IpFamily.V6)) {
          if (address.local().isLinkLocal()) {
            addresses.put(address.local(), "link-local(" + link + ")");
          }
        }
        LinkLocalPair.of(link).ifPresent(pair -> name(pair, link));
      }
    }
    netns.rules(IpFamily.V4).forEach(rule -> find(netns, rule));
  }

  /** A rule that outlived its device still says which router its table was picked for. */
  private void find(Netns netns, IpRule rule) {
    rule.iif()
        .filter(device -> device.text().startsWith(FIP_END))
        .filter(device -> netns.link(device).isEmpty())
        .ifPresent(device -> tables.putIfAbsent(rule.table(), tableOf(router(device.text()))));
  }

  private static String router(String device) {
    return device.startsWith("rfp-") || device.startsWith(FIP_END)
        ? device.substring(FIP_END.length())
        : device;
  }

  private static String tableOf(String router) {
    return "table(" + router + ")";
  }

  private void name(LinkLocalPair pair, Link link) {
    String router = router(link.name().text());
    addresses.put(pair.routerEnd(), "pair(" + router + ").router");
    addresses.put(pair.fipEnd(), "pair(" + router + ").fip");
    addresses.put(pair.network().address(), "pair(" + router + ").router");
    tables.put(pair.table(), tableOf(router));
  }

  boolean isPick(TableId table) {
    return tables.containsKey(table);
  }

  /** Returns what an address is called; itself if it is no pick. */
  Object named(IpAddress address) {
    return named(address, addresses);
  }

  boolean isPick(IpAddress address) {
    return addresses.containsKey(address);
  }

  /** Returns what a MAC is called; itself if it is no pick. */
  Object named(MacAddress mac) {
    return named(mac, macs);
  }

  /** Returns what a table is called; itself if it is no pick. */
  Object named(TableId table) {
    return named(table, tables);
  }

  private static <T> Object named(T picked, Map<T, String> names) {
    String name = names.get(picked);
    return name == null ? picked : name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RandomPicks picks
        && addresses.equals(picks.addresses)
        && macs.equals(picks.macs)
        && tables.equals(picks.tables);
  }

  @Override
  public int hashCode() {
    return addresses.hashCode() * 31 + tables.hashCode();
  }
}
