package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.Table;

/**
 * What a namespace was like when IPv4 packets passed it, to tell whether they would still fare so.
 *
 * <p>An agent that starts takes rules out of the packet filter and puts them in again one by one.
 * So the filter is compared rule by rule where it has changed since; of everything else there is a
 * count of changes, of which those that matter to IPv6 alone are no part.
 */
final class PacketPath {
  private final Netns netns;
  private long version;
  private long filterVersion;
  private List<Object> filter;

  /** Takes note of what a namespace is like now. */
  PacketPath(Netns netns) {
    this.netns = netns;
    this.version = netns.ipv4Version();
    this.filterVersion = filter().version();
    this.filter = rules();
  }

  /** Tells whether packets may fare otherwise by now. */
  boolean hasChanged() {
    return version != netns.ipv4Version() || hasFilterChanged();
  }

  private boolean hasFilterChanged() {
    if (filterVersion == filter().version()) {
      return false;
    }
    List<Object> now = rules();
    if (!now.equals(filter)) {
      return true;
    }
    filterVersion = filter().version();
    return false;
  }

  /** Takes note of what it is like now, as a change since is no news. */
  void update() {
    version = netns.ipv4Version();
    if (filterVersion != filter().version()) {
      filterVersion = filter().version();
      filter = rules();
    }
  }

  private Netfilter filter() {
    return netns.netfilter(IpFamily.V4);
  }

  /** Returns all that packets can meet: chains by name, policies and rules, in order. */
  private List<Object> rules() {
    List<Object> all = new ArrayList<>();
    for (Table table : filter().tables()) {
      all.add(table.name());
      for (Chain chain : table.baseChains()) {
        add(chain, all);
      }
      for (Chain chain : table.userChains()) {
        add(chain, all);
      }
    }
    return all;
  }

  private static void add(Chain chain, List<Object> all) {
    all.add(chain.name());
    all.add(chain.policy());
    List<ChainRule> rules = chain.rules();
    for (int i = 0; i < rules.size(); i++) {
      all.add(rules.get(i).rule());
    }
  }
}
