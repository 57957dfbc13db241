package org.dvrsim.agent;

import java.util.HashSet;
import java.util.Set;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.DisableProcess;
import org.dvrsim.ops.EnableProcess;

/**
 * Runs a metadata proxy in every router's namespace, and lets instances reach it.
 *
 * <p>Models: neutron/agent/metadata/driver.py and driver_base.py:MetadataDriver
 *
 * <p>Differs: the proxy's configuration file is not kept. It counts as outdated at every start, so
 * the proxy is stopped first; so it was in the recordings, where no proxy really ran.
 */
class MetadataDriver {
  private static final String HAPROXY_SERVICE = "haproxy";

  /** neutron_lib/constants.py:ROUTER_MARK_MASK. */
  private static final String ROUTER_MARK_MASK = "0xffff";

  /** neutron_lib/constants.py:METADATA_V4_CIDR. */
  private static final String METADATA_V4_CIDR = "169.254.169.254/32";

  /** neutron_lib/constants.py:METADATA_V6_CIDR. */
  private static final String METADATA_V6_CIDR = "fe80::a9fe:a9fe/128";

  private final HostAccess host;
  private final int metadataPort;
  private final String metadataAccessMark;
  private final boolean useIpv6;
  private final boolean enabled;
  private Set<String> monitors = new HashSet<>();

  /** Starts with no proxy known. */
  MetadataDriver(HostAccess host, AgentConf conf) {
    this.host = host;
    this.metadataPort = conf.metadataPort();
    this.metadataAccessMark = "0x" + Integer.toHexString(conf.metadataAccessMark().value());
    this.useIpv6 = true;
    this.enabled = conf.enableMetadataProxy();
  }

  /** Shares what agents of one process share; hears of their routers from now on, if enabled. */
  void join(AgentProcess process) {
    if (enabled) {
      process.subscribeMetadataDriver();
    }
    monitors = process.metadataMonitors();
  }

  /** Adds the rules and starts the proxy of a router that was just added. */
  void afterRouterAdded(String routerId, NetnsName namespace, IptablesManager iptables) {
    applyMetadataNatRules(iptables);
    spawnMonitoredMetadataProxy(routerId, namespace);
  }

  /** Starts the proxy of a router that was just updated, if it is not known to run. */
  void afterRouterUpdated(String routerId, NetnsName namespace) {
    if (!monitors.contains(routerId)) {
      spawnMonitoredMetadataProxy(routerId, namespace);
    }
  }

  /** Stops the proxy of a router that is about to be removed. */
  void beforeRouterRemoved(String routerId, NetnsName namespace) {
    destroyMonitoredMetadataProxy(routerId, namespace);
  }

  private void applyMetadataNatRules(IptablesManager iptables) {
    addRules(iptables, IpFamily.V4, METADATA_V4_CIDR);
    if (useIpv6) {
      addRules(iptables, IpFamily.V6, METADATA_V6_CIDR);
    }
    iptables.apply();
  }

  private void addRules(IptablesManager iptables, IpFamily family, String metadataAddress) {
    IptablesTable filter = iptables.getTables().get(family, "filter");
    filter.by("MetadataDriver.metadata_filter_rules");
    filter.addRule(
        "INPUT", "-m mark --mark " + metadataAccessMark + "/" + ROUTER_MARK_MASK + " -j ACCEPT");
    filter.addRule("INPUT", "-p tcp -m tcp --dport " + metadataPort + " -j DROP");
    iptables
        .getTables()
        .get(family, "nat")
        .by("MetadataDriver.metadata_nat_rules")
        .addRule(
            "PREROUTING",
            "-d "
                + metadataAddress
                + " -i qr-+ -p tcp -m tcp --dport 80 -j REDIRECT --to-ports "
                + metadataPort);
  }

  private void spawnMonitoredMetadataProxy(String routerId, NetnsName namespace) {
    destroyMonitoredMetadataProxy(routerId, namespace);
    host.doing(
        "MetadataDriver.spawn_monitored_metadata_proxy",
        () -> host.execute(new EnableProcess(namespace, HAPROXY_SERVICE)));
    monitors.add(routerId);
  }

  /** Stops the proxy of a stale namespace, unless no agent's configuration asks for proxies. */
  void destroyStaleProxy(String id, NetnsName namespace) {
    if (enabled) {
      destroyMonitoredMetadataProxy(id, namespace);
    }
  }

  /** Stops the proxy of a namespace, if there is one. */
  void destroyMonitoredMetadataProxy(String id, NetnsName namespace) {
    host.doing(
        "MetadataDriver.destroy_monitored_metadata_proxy",
        () -> host.execute(new DisableProcess(namespace, HAPROXY_SERVICE)));
    monitors.remove(id);
  }
}
