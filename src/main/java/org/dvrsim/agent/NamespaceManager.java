package org.dvrsim.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.net.NetnsName;

/**
 * Finds out which namespaces an earlier life of the agent left behind, and removes them.
 *
 * <p>Around the first full sync, the agent notes all namespaces of its kinds before, tells which
 * ids are still wanted meanwhile, and removes the others after. That happens once.
 *
 * <p>Models: neutron/agent/l3/namespace_manager.py:NamespaceManager
 */
class NamespaceManager {
  private static final String SNAT_NS_PREFIX = "snat-";

  private final HostAccess host;
  private final IpLib ipLib;
  private final MetadataDriver metadataDriver;
  private final Map<String, Function<String, Namespace>> nsPrefixToClassMap;
  private PySet<NetnsName> allNamespaces = names();
  private PySet<String> idsToKeep = PySet.ofText();
  private boolean cleanStale = true;

  /**
   * Starts before the first full sync.
   *
   * @param nsPrefixToClassMap makes the object for a namespace of an id, by prefix
   */
  NamespaceManager(
      HostAccess host,
      IpLib ipLib,
      MetadataDriver metadataDriver,
      Map<String, Function<String, Namespace>> nsPrefixToClassMap) {
    this.host = host;
    this.ipLib = ipLib;
    this.metadataDriver = metadataDriver;
    this.nsPrefixToClassMap = Map.copyOf(nsPrefixToClassMap);
  }

  private static PySet<NetnsName> names() {
    return new PySet<>(name -> PyHash.text(name.text()));
  }

  /**
   * Runs {@code body} between noting namespaces and removing what it did not keep. If it fails,
   * nothing is removed, and the next time starts over.
   *
   * <p>Models: __enter__ and __exit__
   */
  void around(Runnable body) {
    enter();
    body.run();
    exit();
  }

  final void enter() {
    allNamespaces = cleanStale ? listAll() : names();
    idsToKeep = PySet.ofText();
  }

  final void exit() {
    if (!cleanStale) {
      return;
    }
    cleanStale = false;
    for (NetnsName name : allNamespaces) {
      String id = Namespace.getIdFromNsName(name).orElseThrow();
      if (!idsToKeep.contains(id)) {
        cleanup(Namespace.getPrefixFromNsName(name).orElseThrow(), id);
      }
    }
  }

  /** Notes that a router's namespaces are wanted. */
  void keepRouter(String routerId) {
    idsToKeep.add(routerId);
  }

  /** Notes that an external network's namespace is wanted. */
  void keepExtNet(String extNetId) {
    idsToKeep.add(extNetId);
  }

  /** Tells whether a namespace is of the agent's kinds. */
  boolean isManaged(NetnsName name) {
    Optional<String> prefix = Namespace.getPrefixFromNsName(name);
    return prefix.isPresent() && nsPrefixToClassMap.containsKey(prefix.get());
  }

  /** Returns all namespaces of the agent's kinds. */
  PySet<NetnsName> listAll() {
    PySet<NetnsName> result = names();
    List<NetnsName> listed;
    try {
      listed = ipLib.listNetworkNamespaces();
    } catch (AgentRuntimeError e) {
      host.logException(e);
      return result;
    }
    for (NetnsName name : listed) {
      if (isManaged(name)) {
        result.add(name);
      }
    }
    return result;
  }

  /** Removes all namespaces whose names end with a router's id. */
  void ensureRouterCleanup(String routerId) {
    for (NetnsName name : listAll()) {
      if (name.text().endsWith(routerId)) {
        cleanup(
            Namespace.getPrefixFromNsName(name).orElseThrow(),
            Namespace.getIdFromNsName(name).orElseThrow());
      }
    }
  }

  /** Removes a router's SNAT namespace. */
  void ensureSnatCleanup(String routerId) {
    cleanup(SNAT_NS_PREFIX, routerId);
  }

  /** Stops the metadata proxy of a namespace that is about to go. */
  void stopHelper(String id, NetnsName namespace) {
    metadataDriver.destroyStaleProxy(id, namespace);
  }

  /** Stops a namespace's metadata proxy and removes it; a failure is logged and passed over. */
  private void cleanup(String prefix, String id) {
    Namespace namespace = nsPrefixToClassMap.get(prefix).apply(id);
    try {
      stopHelper(id, namespace.name());
      namespace.delete();
    } catch (AgentRuntimeError e) {
      host.logException(e);
    }
  }
}
