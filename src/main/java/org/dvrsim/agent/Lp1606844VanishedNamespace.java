package org.dvrsim.agent;

/**
 * lp-1606844, repaired in 31a7feea (2016-08-05): a router was taken down in its namespace without
 * asking whether that is there.
 *
 * <p>Symptom: a router whose namespace somebody deleted cannot be deleted any more.
 */
final class Lp1606844VanishedNamespace extends RouterNamespace {
  Lp1606844VanishedNamespace(NamespaceTools tools, String routerId, boolean useIpv6) {
    super(tools, routerId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.routerNamespace.become(Lp1606844VanishedNamespace::new);
  }

  @Override
  boolean exists() {
    return true;
  }
}
