package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * A router's floating IPs: which to add, move, migrate and remove, and what to tell the server.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo.process_floating_ip_addresses,
 * process_floating_ip_nat_rules, update_fip_statuses and what they call
 */
class RouterFloatingIps {
  private static final String FLOATING_IP_TAG = "floating_ip";

  final RouterInfo router;
  private Set<String> reported = Set.of();

  RouterFloatingIps(RouterInfo router) {
    this.router = router;
  }

  /** Returns {@code ADDRESS/32}. */
  static IpInterface cidrOf(FloatingIp fip) {
    return new IpInterface(fip.floatingIpAddress(), fip.floatingIpAddress().family().bits());
  }

  /** Hashes as Python hashes the text of the address and its length. */
  static long hash(IpInterface cidr) {
    return PyHash.text(cidr.toString());
  }

  /** Returns an empty set of addresses that is walked as Python walks one of their texts. */
  static PySet<IpInterface> newCidrSet() {
    return new PySet<>(RouterFloatingIps::hash);
  }

  /** Writes the rules tagged as floating IPs' anew, and installs them unless that is deferred. */
  void processFloatingIpNatRules() {
    IptablesTable nat = router.iptablesManager.ipv4("nat");
    nat.by("DvrLocalRouter.process_floating_ip_nat_rules").clearRulesByTag(FLOATING_IP_TAG);
    for (FloatingIp fip : router.getFloatingIps()) {
      for (ChainRule rule : router.floatingForwardRules(fip)) {
        nat.addRule(rule.chain(), rule.rule(), FLOATING_IP_TAG);
      }
    }
    router.iptablesManager.apply();
  }

  /** Models: process_snat_dnat_for_fip */
  void processSnatDnatForFip() {
    try {
      router.processFloatingIpNatRules();
    } catch (AgentError e) {
      router.log(e);
      throw new FloatingIpSetupException("L3 agent failure to setup NAT for floating IPs");
    }
  }

  /**
   * Configures the floating IPs that the payload has, and takes away those that it has not.
   *
   * @param interfaceName where they go; empty if the link to the fip namespace is not there
   * @return what became of each, by id
   */
  Map<String, FloatingIpStatus> processFloatingIpAddresses(Optional<IfName> interfaceName) {
    Map<String, FloatingIpStatus> statuses = new LinkedHashMap<>();
    if (interfaceName.isEmpty()) {
      return statuses;
    }
    IpDevice device = router.ipLib.device(interfaceName.get(), router.nsName);
    PySet<IpInterface> existing = router.getRouterCidrs(device);
    PySet<IpInterface> gateway = getGwIpsCidr();
    PySet<IpInterface> centralized = router.getCentralizedFipCidrSet();
    PySet<IpInterface> wanted = newCidrSet();
    for (FloatingIp fip : router.getFloatingIps()) {
      IpInterface cidr = cidrOf(fip);
      wanted.add(cidr);
      statuses.put(
          fip.id(), configure(fip, cidr, existing, centralized, interfaceName.get(), device));
    }
    if (hasStale(existing, wanted, gateway)) {
      for (IpInterface cidr : existing.minus(wanted).minus(gateway)) {
        if (isFloatingIp(cidr)) {
          router.removeFloatingIp(device, cidr);
        }
      }
    }
    return statuses;
  }

  private static boolean hasStale(
      PySet<IpInterface> existing, PySet<IpInterface> wanted, PySet<IpInterface> gateway) {
    for (IpInterface cidr : existing.inNoOrder()) {
      if (isFloatingIp(cidr) && !wanted.contains(cidr) && !gateway.contains(cidr)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether an address is alone in its network, as floating IPs are configured. */
  private static boolean isFloatingIp(IpInterface cidr) {
    return cidr.length() == cidr.family().bits();
  }

  private FloatingIpStatus configure(
      FloatingIp fip,
      IpInterface cidr,
      PySet<IpInterface> existing,
      PySet<IpInterface> centralized,
      IfName interfaceName,
      IpDevice device) {
    if (!existing.contains(cidr)) {
      return statusOfAdded(fip, router.addFloatingIp(fip, interfaceName, device));
    }
    if (router.hasMoved(fip)) {
      return router.moveFloatingIp(fip);
    }
    if (centralized.contains(cidr) && router.isHostOf(fip)) {
      return router.migrateCentralizedFloatingIp(fip, interfaceName, device);
    }
    if (fip.status().isEmpty()) {
      throw PythonError.keyError("status");
    }
    return fip.status().equals("ACTIVE") ? FloatingIpStatus.NOCHANGE : FloatingIpStatus.ACTIVE;
  }

  /** Returns what the server is told of a floating IP that was just configured. */
  FloatingIpStatus statusOfAdded(FloatingIp fip, FloatingIpStatus status) {
    return status;
  }

  /** Models: _get_gw_ips_cidr */
  private PySet<IpInterface> getGwIpsCidr() {
    PySet<IpInterface> cidrs = newCidrSet();
    Optional<NeutronPort> exGwPort = router.getExGwPort();
    if (exGwPort.isPresent()) {
      for (FixedIp fixedIp : exGwPort.get().fixedIps()) {
        if (fixedIp.ipAddress().isV4()) {
          cidrs.add(new IpInterface(fixedIp.ipAddress(), 32));
        }
      }
    }
    return cidrs;
  }

  /** Models: configure_fip_addresses */
  Map<String, FloatingIpStatus> configureFipAddresses(Optional<IfName> interfaceName) {
    try {
      return processFloatingIpAddresses(interfaceName);
    } catch (AgentError e) {
      router.log(e);
      throw new FloatingIpSetupException("L3 agent failure to setup floating IPs");
    }
  }

  /** Returns that every floating IP of the payload is in error. */
  Map<String, FloatingIpStatus> putFipsInErrorState() {
    Map<String, FloatingIpStatus> statuses = new LinkedHashMap<>();
    for (FloatingIp fip : router.getFloatingIps()) {
      statuses.put(fip.id(), FloatingIpStatus.ERROR);
    }
    return statuses;
  }

  /**
   * Tells the server what changed: statuses that are new, and DOWN for those no longer there.
   *
   * <p>Defect: when processing the gateway failed, nothing was found out about the floating IPs,
   * and all that worked before are reported DOWN.
   *
   * <p>Models: update_fip_statuses
   */
  void updateFipStatuses(Map<String, FloatingIpStatus> found) {
    Set<String> before = reported;
    reported = found.keySet();
    Map<String, FloatingIpStatus> changed = new LinkedHashMap<>();
    for (Map.Entry<String, FloatingIpStatus> each : found.entrySet()) {
      if (each.getValue() != FloatingIpStatus.NOCHANGE) {
        changed.put(each.getKey(), each.getValue());
      }
    }
    for (String id : before) {
      if (!found.containsKey(id)) {
        changed.put(id, FloatingIpStatus.DOWN);
      }
    }
    if (!changed.isEmpty()) {
      router.agent.pluginRpc().updateFloatingipStatuses(router.routerId, changed);
    }
  }

  /** Returns {@code ADDRESS/32} of each floating IP of {@code fips}. */
  static List<IpPrefix> cidrsOf(List<FloatingIp> fips) {
    List<IpPrefix> cidrs = new ArrayList<>(fips.size());
    for (FloatingIp fip : fips) {
      cidrs.add(IpPrefix.host(fip.floatingIpAddress()));
    }
    return cidrs;
  }
}
