package org.dvrsim.agent;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.TableName;

/**
 * The chains and rules that the packet filter of every namespace begins with. They are the same for
 * all, so they are made once and copied.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesManager.__init__,
 * initialize_mangle_table, initialize_nat_table
 */
final class InitialTables {
  /** Those of an L3 agent. */
  static final InitialTables OF_L3_AGENT = new InitialTables(IptablesManager.BINARY_NAME);

  private static final String SNAT_OUT = "Perform source NAT on outgoing traffic.";

  private final String wrapName;
  private final SortedMap<String, IptablesTable> ipv4 = new TreeMap<>();
  private final SortedMap<String, IptablesTable> ipv6 = new TreeMap<>();

  private InitialTables(String wrapName) {
    this.wrapName = wrapName;
    for (SortedMap<String, IptablesTable> tables : List.of(ipv4, ipv6)) {
      IptablesTable filter = newTable(tables, "filter");
      filter.addChain("neutron-filter-top", false);
      filter.addRule("FORWARD", "-j neutron-filter-top", false, true, "", "");
      filter.addRule("OUTPUT", "-j neutron-filter-top", false, true, "", "");
      filter.addChain("local");
      filter.addRule("neutron-filter-top", "-j $local", false, false, "", "");
      wrapBuiltinChains(filter, "INPUT", "OUTPUT", "FORWARD");
      wrapBuiltinChains(newTable(tables, "raw"), "PREROUTING", "OUTPUT");
      wrapBuiltinChains(
          newTable(tables, "mangle"), "PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");
    }
    ipv4.get("mangle").addChain("mark");
    ipv4.get("mangle").addRule("PREROUTING", "-j $mark");
    IptablesTable nat = newTable(ipv4, "nat");
    wrapBuiltinChains(nat, "PREROUTING", "OUTPUT", "POSTROUTING");
    wrapBuiltinChains(newTable(ipv6, "nat"), "PREROUTING");
    nat.addChain("neutron-postrouting-bottom", false);
    nat.addRule("POSTROUTING", "-j neutron-postrouting-bottom", false, false, "", "");
    nat.addChain("snat");
    nat.addRule("neutron-postrouting-bottom", "-j $snat", false, false, "", SNAT_OUT);
    nat.addChain("float-snat");
    nat.addRule("snat", "-j $float-snat");
    // Worked out once for all copies, which may be made by several threads.
    ipv4.values().forEach(IptablesTable::wanted);
    ipv6.values().forEach(IptablesTable::wanted);
  }

  private IptablesTable newTable(SortedMap<String, IptablesTable> tables, String name) {
    IptablesTable table = new IptablesTable(TableName.find(name).orElseThrow(), wrapName);
    tables.put(name, table);
    return table;
  }

  private static void wrapBuiltinChains(IptablesTable table, String... chains) {
    for (String chain : chains) {
      table.addChain(chain);
      table.addRule(chain, "-j $" + chain, false, false, "", "");
    }
  }

  /** Returns what the agent's own chains' names begin with. */
  String wrapName() {
    return wrapName;
  }

  /** Returns a copy of one family's tables, by name. */
  SortedMap<String, IptablesTable> copy(IpFamily family) {
    SortedMap<String, IptablesTable> copy = new TreeMap<>();
    (family == IpFamily.V4 ? ipv4 : ipv6)
        .forEach((name, table) -> copy.put(name, new IptablesTable(table)));
    return copy;
  }
}
