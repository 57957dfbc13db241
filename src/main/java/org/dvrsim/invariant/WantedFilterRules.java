package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.netfilter.TableName;

/**
 * The packet filter rules of fixed words that a router calls for: those that keep traffic from
 * translation, those that mark it, and those around the metadata proxy.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo._add_snat_rules,
 * initialize_metadata_iptables, dvr_local_router.py:DvrLocalRouter._handle_router_snat_rules,
 * neutron/agent/metadata/driver_base.py
 */
final class WantedFilterRules {
  private static final String INGRESS = "0x2/0xffff";
  private static final String METADATA = "0x1/0xffff";
  private static final int METADATA_PORT = 9697;
  private static final String REQUESTS =
      "-d 169.254.169.254/32 -i qr-+ -p tcp -m tcp --dport 80 -j ";

  /** What every router's namespace needs. */
  static final List<Rule> OF_ROUTER =
      List.of(
          rule(TableName.MANGLE, "PREROUTING", REQUESTS + "MARK --set-xmark " + METADATA),
          rule(TableName.NAT, "PREROUTING", REQUESTS + "REDIRECT --to-ports " + METADATA_PORT),
          rule(TableName.FILTER, "INPUT", "-m mark --mark " + METADATA + " -j ACCEPT"),
          rule(TableName.FILTER, "INPUT", "-p tcp -m tcp --dport " + METADATA_PORT + " -j DROP"));

  private final List<Rule> ofFloatingIps = new ArrayList<>();
  private final List<Rule> ofSnat = new ArrayList<>();

  /**
   * A rule.
   *
   * @param chain its chain's whole name
   * @param words the rule, without chain
   */
  record Rule(TableName table, String chain, String words) {
    /** Tells whether a rule, written as iptables-save does but for its chain, is this one. */
    boolean is(String text) {
      return text.length() == words.length() + 1 && text.endsWith(words);
    }

    /** Returns the rule as iptables-save writes it. */
    @Override
    public String toString() {
      return "-A " + chain + " " + words;
    }
  }

  /** Works out what {@code router} calls for. */
  WantedFilterRules(WantedRouter router) {
    if (!router.floatingIps().isEmpty()) {
      IfName device = router.routerToFip();
      ofFloatingIps.add(exempt(device));
      for (WantedFloatingIp fip : router.floatingIps()) {
        String arriving = "-d " + fip.floating() + "/32 -i " + device;
        ofFloatingIps.add(
            rule(
                TableName.NAT,
                "PREROUTING",
                arriving + " -j DNAT --to-destination " + fip.fixed()));
      }
    }
    List<IpAddress> addresses = router.gatewayAddressesV4();
    if (router.isSnatHere() && !addresses.isEmpty()) {
      IfName device = router.snatDevices().get(0).name();
      ofSnat.add(exempt(device));
      ofSnat.add(
          rule(
              TableName.NAT,
              "snat",
              "-m mark ! --mark "
                  + INGRESS
                  + " -m conntrack --ctstate DNAT -j SNAT --to-source "
                  + addresses.get(0)
                  + " --random-fully"));
      ofSnat.add(
          rule(TableName.MANGLE, "mark", "-i " + device + " -j MARK --set-xmark " + INGRESS));
    }
  }

  /** Returns the rule that keeps traffic between internal networks from translation. */
  private static Rule exempt(IfName device) {
    return rule(
        TableName.NAT,
        "POSTROUTING",
        "! -o " + device + " -m conntrack ! --ctstate DNAT -j ACCEPT");
  }

  private static Rule rule(TableName table, String chain, String words) {
    return new Rule(table, NatRule.CHAIN_PREFIX + chain, words);
  }

  /** Returns what the router's namespace needs for its floating IPs besides. */
  List<Rule> ofFloatingIps() {
    return ofFloatingIps;
  }

  /** Returns what the router's snat namespace needs; none if it is not here. */
  List<Rule> ofSnat() {
    return ofSnat;
  }
}
