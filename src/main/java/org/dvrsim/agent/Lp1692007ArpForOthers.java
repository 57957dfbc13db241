package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.ops.WriteSysctl.Setting;

/**
 * lp-1692007, repaired in 0f076cfc (2017-07-06): interfaces answered ARP requests for addresses of
 * other interfaces.
 *
 * <p>Symptom: two devices answer for one address.
 */
final class Lp1692007ArpForOthers extends NamespaceSettings {
  static void into(AgentParts parts) {
    parts.namespaceSettings.become(Lp1692007ArpForOthers::new);
  }

  @Override
  List<Setting> of(boolean useIpv6, boolean ipv6Forwarding) {
    return super.of(useIpv6, ipv6Forwarding).stream()
        .filter(setting -> !setting.key().contains(".arp_"))
        .toList();
  }
}
