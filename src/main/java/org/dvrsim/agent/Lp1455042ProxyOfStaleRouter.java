package org.dvrsim.agent;

import java.util.Map;
import java.util.function.Function;
import org.dvrsim.net.NetnsName;

/**
 * lp-1455042, repaired in b0586587 (2015-05-29): stale namespaces were deleted with their metadata
 * proxies running.
 *
 * <p>Symptom: the proxy of a router that was deleted meanwhile runs on.
 */
final class Lp1455042ProxyOfStaleRouter extends NamespaceManager {
  Lp1455042ProxyOfStaleRouter(
      HostAccess host,
      IpLib ipLib,
      MetadataDriver metadataDriver,
      Map<String, Function<String, Namespace>> nsPrefixToClassMap) {
    super(host, ipLib, metadataDriver, nsPrefixToClassMap);
  }

  static void into(AgentParts parts) {
    parts.namespaceManager.become(Lp1455042ProxyOfStaleRouter::new);
  }

  @Override
  void stopHelper(String id, NetnsName namespace) {}
}
