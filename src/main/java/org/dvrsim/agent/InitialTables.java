package org.dvrsim.agent;

import java.util.List;
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
  /** Those of any namespace. */
  static final IptablesTables OF_NAMESPACE = settled(ofNamespace(IptablesManager.BINARY_NAME));

  /** Those of a router's namespaces, in which address scopes are told apart. */
  static final IptablesTables OF_ROUTER = settled(ofRouter());

  private static final String SNAT_OUT = "Perform source NAT on outgoing traffic.";

  private InitialTables() {}

  private static IptablesTables ofRouter() {
    IptablesTables tables = OF_NAMESPACE.copy();
    RouterAddressScopes.initializeAddressScopeIptables(tables);
    return tables;
  }

  private static IptablesTables ofNamespace(String wrapName) {
    IptablesTables tables = new IptablesTables(wrapName, empty(wrapName), empty(wrapName));
    for (IpFamily family : IpFamily.values()) {
      IptablesTable filter = tables.get(family, "filter");
      filter.addChain("neutron-filter-top", false);
      filter.addRule("FORWARD", "-j neutron-filter-top", false, true, "", "");
      filter.addRule("OUTPUT", "-j neutron-filter-top", false, true, "", "");
      filter.addChain("local");
      filter.addRule("neutron-filter-top", "-j $local", false, false, "", "");
      wrapBuiltinChains(filter, "INPUT", "OUTPUT", "FORWARD");
      wrapBuiltinChains(tables.get(family, "raw"), "PREROUTING", "OUTPUT");
      wrapBuiltinChains(
          tables.get(family, "mangle"), "PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");
    }
    IptablesTable mangle = tables.get(IpFamily.V4, "mangle");
    mangle.addChain("mark");
    mangle.addRule("PREROUTING", "-j $mark");
    IptablesTable nat = tables.get(IpFamily.V4, "nat");
    wrapBuiltinChains(nat, "PREROUTING", "OUTPUT", "POSTROUTING");
    wrapBuiltinChains(tables.get(IpFamily.V6, "nat"), "PREROUTING");
    nat.addChain("neutron-postrouting-bottom", false);
    nat.addRule("POSTROUTING", "-j neutron-postrouting-bottom", false, false, "", "");
    nat.addChain("snat");
    nat.addRule("neutron-postrouting-bottom", "-j $snat", false, false, "", SNAT_OUT);
    nat.addChain("float-snat");
    nat.addRule("snat", "-j $float-snat");
    return tables;
  }

  private static List<IptablesTable> empty(String wrapName) {
    return List.of(
        new IptablesTable(TableName.FILTER, wrapName),
        new IptablesTable(TableName.MANGLE, wrapName),
        new IptablesTable(TableName.NAT, wrapName),
        new IptablesTable(TableName.RAW, wrapName));
  }

  private static void wrapBuiltinChains(IptablesTable table, String... chains) {
    for (String chain : chains) {
      table.addChain(chain);
      table.addRule(chain, "-j $" + chain, false, false, "", "");
    }
  }

  /** Works out once what is wanted, for all copies, which may be made by several threads. */
  @SuppressWarnings("ReturnValueIgnored") // the rules keep it
  private static IptablesTables settled(IptablesTables tables) {
    for (IpFamily family : IpFamily.values()) {
      tables.of(family).forEach(table -> table.wanted().hashCode());
    }
    return tables;
  }
}
