package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.ops.WriteSysctl.Setting;

/**
 * lp-1804327, repaired in ab94c6b0 (2024-06-13): connections' packets outside the TCP window were
 * taken to belong to none.
 *
 * <p>Symptom: they are not translated, and connections stall.
 */
final class Lp1804327StrictWindows extends NamespaceSettings {
  static void into(AgentParts parts) {
    parts.namespaceSettings.become(Lp1804327StrictWindows::new);
  }

  @Override
  List<Setting> of(boolean useIpv6, boolean ipv6Forwarding) {
    return super.of(useIpv6, ipv6Forwarding).stream()
        .filter(setting -> !setting.key().endsWith("_be_liberal"))
        .toList();
  }
}
