package org.dvrsim.agent;

import java.util.Map;
import java.util.function.Function;

/**
 * lp-1336566, repaired in fc01ddaa (2014-07-02): the cleanup of stale namespaces ran even if the
 * routers could not be fetched.
 *
 * <p>Symptom: the cleanup uses a list of routers that was never assigned.
 */
final class Lp1336566CleanupAfterFailedSync extends NamespaceManager {
  Lp1336566CleanupAfterFailedSync(
      HostAccess host,
      IpLib ipLib,
      MetadataDriver metadataDriver,
      Map<String, Function<String, Namespace>> nsPrefixToClassMap) {
    super(host, ipLib, metadataDriver, nsPrefixToClassMap);
  }

  static void into(AgentParts parts) {
    parts.namespaceManager.become(Lp1336566CleanupAfterFailedSync::new);
  }

  @Override
  void around(Runnable body) {
    enter();
    try {
      body.run();
    } catch (AgentError e) {
      throw PythonError.unassigned("routers");
    }
    exit();
  }
}
