package org.dvrsim.agent;

import java.util.Map;
import java.util.function.Function;
import org.dvrsim.net.NetnsName;

/**
 * lp-1470909, repaired in 46608806 (2015-07-03): the cleanup at the start did not look at fip
 * namespaces.
 *
 * <p>Symptom: the namespace of an external network that no router uses any more stays.
 */
final class Lp1470909StaleFipNamespaces extends NamespaceManager {
  Lp1470909StaleFipNamespaces(
      HostAccess host,
      IpLib ipLib,
      MetadataDriver metadataDriver,
      Map<String, Function<String, Namespace>> nsPrefixToClassMap) {
    super(host, ipLib, metadataDriver, nsPrefixToClassMap);
  }

  static void into(AgentParts parts) {
    parts.namespaceManager.become(Lp1470909StaleFipNamespaces::new);
  }

  @Override
  boolean isManaged(NetnsName name) {
    return super.isManaged(name) && !name.text().startsWith(FipNamespace.FIP_NS_PREFIX);
  }
}
