package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.ops.WriteSysctl.Setting;

/**
 * lp-1355195, repaired in 6f3844ec (2014-08-22): namespaces were set up to forward IPv4 alone.
 *
 * <p>Symptom: IPv6 packets stop at the router.
 */
final class Lp1355195NoIpv6Forwarding extends NamespaceSettings {
  static void into(AgentParts parts) {
    parts.namespaceSettings.become(Lp1355195NoIpv6Forwarding::new);
  }

  @Override
  List<Setting> of(boolean useIpv6, boolean ipv6Forwarding) {
    return super.of(false, ipv6Forwarding);
  }
}
