package org.dvrsim.agent;

import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IpFamily;

/**
 * The rules that mark metadata requests on their way in, and drop those that were not redirected to
 * the proxy.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo.initialize_metadata_iptables
 */
class MetadataMarks {
  /** neutron_lib/constants.py:METADATA_V4_CIDR. */
  private static final String METADATA_V4_CIDR = "169.254.169.254/32";

  /** neutron_lib/constants.py:METADATA_V6_IP, as a prefix. */
  private static final String METADATA_V6_CIDR = "fe80::a9fe:a9fe/128";

  /** Adds the rules to a manager that has none of them yet. */
  void initializeMetadataIptables(IptablesManager iptables, Fwmark mark) {
    for (IpFamily family : IpFamily.values()) {
      String metadata = family == IpFamily.V4 ? METADATA_V4_CIDR : METADATA_V6_CIDR;
      iptables
          .getTables()
          .get(family, "mangle")
          .by("RouterInfo.initialize_metadata_iptables")
          .addRule(
              "PREROUTING",
              "-d " + metadata + " -i qr-+ -p tcp -m tcp --dport 80 -j MARK --set-xmark " + mark);
      dropNotRedirected(iptables, family, mark);
    }
  }

  /** Drops what was marked, and not redirected. */
  private static void dropNotRedirected(IptablesManager iptables, IpFamily family, Fwmark mark) {
    iptables
        .getTables()
        .get(family, "filter")
        .by("RouterInfo.initialize_metadata_iptables")
        .addRule("scope", "-m mark --mark " + mark + " -j DROP");
  }
}
