package org.dvrsim.agent;

import java.util.Map;
import java.util.function.Function;
import org.dvrsim.net.NetnsName;

/**
 * 163e8edc (2014-08-15): the cleanup at the start looked at routers' namespaces only.
 *
 * <p>Symptom: the snat namespace of a router that was deleted meanwhile stays.
 */
final class Commit163e8edcStaleSnatNamespaces extends NamespaceManager {
  Commit163e8edcStaleSnatNamespaces(
      HostAccess host,
      IpLib ipLib,
      MetadataDriver metadataDriver,
      Map<String, Function<String, Namespace>> nsPrefixToClassMap) {
    super(host, ipLib, metadataDriver, nsPrefixToClassMap);
  }

  static void into(AgentParts parts) {
    parts.namespaceManager.become(Commit163e8edcStaleSnatNamespaces::new);
  }

  @Override
  boolean isManaged(NetnsName name) {
    return super.isManaged(name) && !name.text().startsWith(SnatNamespace.SNAT_NS_PREFIX);
  }
}
