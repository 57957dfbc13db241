package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.NetnsName;

/**
 * A network namespace that the agent makes and removes.
 *
 * <p>Models: neutron/agent/l3/namespaces.py:Namespace
 */
class Namespace {
  private final NamespaceTools tools;
  private final NetnsName name;
  private final boolean useIpv6;

  Namespace(NamespaceTools tools, NetnsName name, boolean useIpv6) {
    this.tools = tools;
    this.name = name;
    this.useIpv6 = useIpv6;
  }

  /** Returns {@code prefix} and an id as a namespace's name. */
  static NetnsName buildNsName(String prefix, String identifier) {
    return new NetnsName(prefix.concat(identifier));
  }

  /** Returns what comes up to the first dash, that included; empty without a dash. */
  static Optional<String> getPrefixFromNsName(NetnsName name) {
    int dash = name.text().indexOf('-');
    return dash < 0 ? Optional.empty() : Optional.of(name.text().substring(0, dash + 1));
  }

  /** Returns what comes after the first dash; empty without a dash. */
  static Optional<String> getIdFromNsName(NetnsName name) {
    int dash = name.text().indexOf('-');
    return dash < 0 ? Optional.empty() : Optional.of(name.text().substring(dash + 1));
  }

  final NetnsName name() {
    return name;
  }

  final IpLib ipLib() {
    return tools.ipLib();
  }

  final InterfaceDriver driver() {
    return tools.driver();
  }

  final boolean useIpv6() {
    return useIpv6;
  }

  /** Creates the namespace if it is not there, and sets it up for routing. */
  void create() {
    create(true);
  }

  /**
   * Creates the namespace if it is not there, and sets it up for routing.
   *
   * @param ipv6Forwarding whether IPv6 is forwarded
   */
  final void create(boolean ipv6Forwarding) {
    tools.host().doing("Namespace.create", () -> createNow(ipv6Forwarding));
  }

  private void createNow(boolean ipv6Forwarding) {
    ipLib().ensureNamespace(name);
    ipLib().sysctl(name, tools.settings().of(useIpv6, ipv6Forwarding));
  }

  /** Does {@code body} if the namespace is there, as what the method named asks for. */
  final void doingIfThere(String method, Runnable body) {
    checkNsExistence(() -> tools.host().doing(method, body));
  }

  /** Removes the namespace; a failure is logged and passed over. */
  void delete() {
    try {
      ipLib().deleteNetworkNamespace(name);
    } catch (AgentRuntimeError e) {
      tools.host().logException(e);
    }
  }

  /** Tells whether the namespace is there. */
  boolean exists() {
    return ipLib().networkNamespaceExists(name);
  }

  /**
   * Runs {@code body} if the namespace is there. A failure is passed over if the namespace is gone
   * by then.
   *
   * <p>Models: neutron/agent/l3/namespaces.py:check_ns_existence
   */
  final void checkNsExistence(Runnable body) {
    if (!exists()) {
      return;
    }
    try {
      body.run();
    } catch (AgentRuntimeError e) {
      if (exists()) {
        throw e;
      }
    }
  }
}
