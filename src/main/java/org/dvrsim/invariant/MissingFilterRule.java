package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;

/**
 * The packet filter holds every rule of fixed words that the router calls for: those that keep
 * traffic from translation, those that mark it, and those around the metadata proxy.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo._add_snat_rules,
 * initialize_metadata_iptables, dvr_local_router.py:DvrLocalRouter._handle_router_snat_rules,
 * neutron/agent/metadata/driver_base.py
 */
final class MissingFilterRule extends NetnsInvariant {
  private static final String INGRESS = "0x2/0xffff";
  private static final String METADATA = "0x1/0xffff";
  private static final int METADATA_PORT = 9697;

  @Override
  public String name() {
    return "missing-filter-rule";
  }

  @Override
  public String consequence() {
    return "Packets are translated that should not be, or the other way round, or leave that should"
        + " stay.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.NETFILTER);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.GATEWAY_PORTS, WantedPart.FLOATING_IPS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind != NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    if (view.wanted().kind() == NetnsKind.SNAT) {
      checkSnat(view, findings);
    } else {
      checkRouter(view, findings);
    }
  }

  private static void checkSnat(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    IfName device = Names.device("qg-", router.payload().gwPort().orElseThrow().id());
    List<IpAddress> addresses = router.gatewayAddressesV4();
    if (addresses.isEmpty()) {
      return;
    }
    need(view, TableName.NAT, "POSTROUTING", exempt(device), findings);
    need(
        view,
        TableName.NAT,
        "snat",
        "-m mark ! --mark "
            + INGRESS
            + " -m conntrack --ctstate DNAT -j SNAT --to-source "
            + addresses.get(0)
            + " --random-fully",
        findings);
    need(
        view,
        TableName.MANGLE,
        "mark",
        "-i " + device + " -j MARK --set-xmark " + INGRESS,
        findings);
  }

  private static void checkRouter(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    String requests = "-d 169.254.169.254/32 -i qr-+ -p tcp -m tcp --dport 80 -j ";
    need(view, TableName.MANGLE, "PREROUTING", requests + "MARK --set-xmark " + METADATA, findings);
    need(
        view,
        TableName.NAT,
        "PREROUTING",
        requests + "REDIRECT --to-ports " + METADATA_PORT,
        findings);
    need(view, TableName.FILTER, "INPUT", "-m mark --mark " + METADATA + " -j ACCEPT", findings);
    need(
        view,
        TableName.FILTER,
        "INPUT",
        "-p tcp -m tcp --dport " + METADATA_PORT + " -j DROP",
        findings);
    if (router.floatingIps().isEmpty() || view.actual().link(router.routerToFip()).isEmpty()) {
      return;
    }
    IfName device = router.routerToFip();
    need(view, TableName.NAT, "POSTROUTING", exempt(device), findings);
    for (WantedFloatingIp fip : router.floatingIps()) {
      need(
          view,
          TableName.NAT,
          "PREROUTING",
          "-d " + fip.floating() + "/32 -i " + device + " -j DNAT --to-destination " + fip.fixed(),
          findings);
    }
  }

  /** Returns the rule that keeps traffic between internal networks from translation. */
  private static String exempt(IfName device) {
    return "! -o " + device + " -m conntrack ! --ctstate DNAT -j ACCEPT";
  }

  private static void need(
      NetnsView view, TableName table, String chain, String rule, Findings findings) {
    String name = NatRule.CHAIN_PREFIX + chain;
    if (!has(view, table, name, rule)) {
      String text = "-A " + name + " " + rule;
      findings.add(view.name(), "table " + table + " lacks " + text, text);
    }
  }

  private static boolean has(NetnsView view, TableName tableName, String chainName, String rule) {
    Table table = view.actual().netfilter(IpFamily.V4).tableOrNull(tableName);
    Chain chain = table == null ? null : table.chain(chainName);
    if (chain != null) {
      for (ChainRule installed : chain.rules()) {
        String text = installed.rule().text();
        if (text.length() == rule.length() + 1 && text.endsWith(rule)) {
          return true;
        }
      }
    }
    return false;
  }
}
