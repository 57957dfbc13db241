package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.Table;

/**
 * One look at a namespace that is there and should be. Nothing changes while it lasts, so what
 * several invariants ask is found out once.
 */
final class NetnsView {
  private final Netns actual;
  private final WantedNetns wanted;
  private Link[] devices;
  private List<NatRule> natRules;
  private List<IpRule> floatingIpRules;
  private List<Table> tables;
  private List<List<Route>> routes4;
  private List<List<Route>> routes6;

  /**
   * Begins to look.
   *
   * @param actual what it holds
   * @param wanted what it should hold
   */
  NetnsView(Netns actual, WantedNetns wanted) {
    this.actual = actual;
    this.wanted = wanted;
  }

  /** Returns what the namespace holds. */
  Netns actual() {
    return actual;
  }

  /** Returns what it should hold. */
  WantedNetns wanted() {
    return wanted;
  }

  NetnsName name() {
    return wanted.name();
  }

  /** Returns the device of that name; null if there is none. */
  Link linkOrNull(IfName device) {
    return actual.link(device).orElse(null);
  }

  /** Returns one of the {@linkplain WantedNetns#devices wanted} devices; null if it is missing. */
  Link deviceOrNull(int index) {
    if (devices == null) {
      devices = new Link[wanted.devices().size()];
      for (int i = 0; i < devices.length; i++) {
        devices[i] = linkOrNull(wanted.devices().get(i).name());
      }
    }
    return devices[index];
  }

  /** Returns the translations to fixed addresses, in the order of the chains. */
  List<NatRule> natRules() {
    if (natRules == null) {
      natRules = NatRule.of(actual);
    }
    return natRules;
  }

  /** Returns the rules that send packets of fixed addresses to floating IPs. */
  List<IpRule> floatingIpRules() {
    if (floatingIpRules == null) {
      floatingIpRules = FipRules.of(actual);
    }
    return floatingIpRules;
  }

  /** Returns the tables of the packet filters, IPv4's before IPv6's. */
  List<Table> tables() {
    if (tables == null) {
      tables = new ArrayList<>(actual.netfilter(IpFamily.V4).tables());
      tables.addAll(actual.netfilter(IpFamily.V6).tables());
    }
    return tables;
  }

  /** Returns the routes of each table that has any, in the kernel's order of dump. */
  List<List<Route>> routesByTable(IpFamily family) {
    if (routes4 == null) {
      routes4 = actual.routesByTable(IpFamily.V4);
      routes6 = actual.routesByTable(IpFamily.V6);
    }
    return family == IpFamily.V4 ? routes4 : routes6;
  }
}
