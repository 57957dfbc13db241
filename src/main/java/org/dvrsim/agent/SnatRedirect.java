package org.dvrsim.agent;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.Host;

/**
 * The redirection of what has no floating IP to the centralised SNAT: for each internal network a
 * rule and a table whose default route leads to the SNAT port on that network.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter._snat_redirect_modify and its kin
 */
class SnatRedirect {
  /** Folds a hash so that it leaves the upper range free for small values. */
  private static final int MASK_30 = 0x3fffffff;

  private static final long FIRST_OF_RULE_PRIORITIES = 32768;

  final DvrLocalRouter router;

  SnatRedirect(DvrLocalRouter router) {
    this.router = router;
  }

  /**
   * Returns the number that is both the priority of the rule and the id of the table for an
   * address: IPv4, the address itself; IPv6, a hash of it.
   *
   * <p>Defect: two IPv6 networks may get the same number; an IPv4 address below 0.0.128.0 would lie
   * in the range of floating IPs.
   *
   * <p>Models: _get_snat_idx
   */
  static long getSnatIdx(IpInterface ipCidr) {
    if (ipCidr.family() == IpFamily.V4) {
      return ipCidr.address().low();
    }
    long hash = Hashing.crc32().hashString(ipCidr.toString(), StandardCharsets.UTF_8).padToLong();
    long index = (hash >> 30) ^ (hash & MASK_30);
    return index < FIRST_OF_RULE_PRIORITIES ? index + MASK_30 : index;
  }

  /** Adds rule, table and sysctl that redirect an internal port's networks to {@code gateway}. */
  void add(NeutronPort gateway, NeutronPort internalPort, IfName internalDevice) {
    Host.Doing scope = router.agent.doing("DvrLocalRouter._snat_redirect_add");
    try (scope) {
      modify(gateway, internalPort, internalDevice, true);
    }
  }

  /** Takes away what {@link #add} added; the sysctl stays. */
  void remove(NeutronPort gateway, NeutronPort internalPort, IfName internalDevice) {
    Host.Doing scope = router.agent.doing("DvrLocalRouter._snat_redirect_remove");
    try (scope) {
      modify(gateway, internalPort, internalDevice, false);
    }
  }

  /**
   * Pairs the addresses of the two ports by family and changes the redirection of each pair.
   *
   * <p>Defect: whatever fails is logged and forgotten, and the router is taken to be in order.
   */
  private void modify(NeutronPort gateway, NeutronPort port, IfName device, boolean isAdd) {
    try {
      IpDevice ipDevice = router.ipLib.device(device, router.nsName);
      for (FixedIp portIp : port.fixedIps()) {
        for (FixedIp gatewayIp : gateway.fixedIps()) {
          if (gatewayIp.ipAddress().family() == portIp.ipAddress().family()) {
            if (isAdd) {
              add(ipDevice, device, gatewayIp.ipAddress(), portIp.cidr());
            } else {
              remove(ipDevice, gatewayIp.ipAddress(), portIp.cidr());
            }
          }
        }
      }
    } catch (AgentError e) {
      router.log(e);
    }
  }

  private void add(IpDevice ipDevice, IfName device, IpAddress gateway, IpInterface portCidr) {
    long index = index(portCidr);
    TableId table = TableId.of(index);
    ipDevice.route().addGateway(gateway, Optional.of(table));
    router.ipLib.addIpRule(router.nsName, portCidr, table, index);
    router.ipLib.sysctl(router.nsName, "net.ipv4.conf." + device.text() + ".send_redirects", "0");
  }

  private void remove(IpDevice ipDevice, IpAddress gateway, IpInterface portCidr) {
    long index = index(portCidr);
    TableId table = TableId.of(index);
    try {
      ipDevice.route().deleteGateway(gateway, Optional.of(table));
    } catch (NetworkInterfaceNotFound e) {
      // The device took its routes along.
    }
    router.ipLib.deleteIpRule(router.nsName, portCidr, table, index);
  }

  /** Returns the number of rule and table for an internal port's address. */
  long index(IpInterface portCidr) {
    return getSnatIdx(portCidr);
  }

  /** Redirects all internal ports whose address scope is not the external network's. */
  void enableSnatRedirectRules(NeutronPort exGwPort) {
    for (NeutronPort port : router.internalPorts()) {
      Optional<NeutronPort> gateway = router.getSnatPortForInternalPort(port);
      if (gateway.isPresent() && isRedirected(port, exGwPort)) {
        add(gateway.get(), port, router.getInternalDeviceName(port.id()));
      }
    }
  }

  /** Takes the redirections of all internal ports away. */
  void disableSnatRedirectRules(NeutronPort exGwPort) {
    for (NeutronPort port : router.internalPorts()) {
      Optional<NeutronPort> gateway = router.getKnownSnatPortForInternalPort(port);
      if (gateway.isPresent() && isRedirected(port, exGwPort)) {
        remove(gateway.get(), port, router.getInternalDeviceName(port.id()));
      }
    }
  }

  private boolean isRedirected(NeutronPort port, NeutronPort exGwPort) {
    return !FastPathExit.checkIfAddressScopesMatch(port, exGwPort)
        || router.agentConf.agentMode() == AgentMode.DVR_NO_EXTERNAL;
  }

  /**
   * Sweeps rules and tables that an earlier gateway left, for both families.
   *
   * <p>Defect: floating IPs' rules are to be spared, but their tables' ids are compared as text
   * with a range of numbers, so they are swept too.
   *
   * <p>Models: gateway_redirect_cleanup
   */
  void gatewayRedirectCleanup(IfName internalDevice) {
    IpDevice device = router.ipLib.device(internalDevice, router.nsName);
    for (IpFamily family : IpFamily.values()) {
      staleIpRuleCleanup(device, family);
    }
  }

  private void staleIpRuleCleanup(IpDevice device, IpFamily family) {
    List<TableId> tables = new ArrayList<>();
    for (var rule : router.ipLib.listIpRules(router.nsName, family)) {
      TableId table = rule.table();
      if (isOwnOfKernel(table)) {
        continue;
      }
      router.ipLib.deleteIpRule(router.nsName, rule.from(), table, rule.priority());
      tables.add(table);
    }
    for (TableId table : tables) {
      device.route().flushListedTable(family, table);
    }
  }

  /** Tells whether a table is one of those that the kernel's own rules look up. */
  static boolean isOwnOfKernel(TableId table) {
    return table.equals(TableId.LOCAL)
        || table.equals(TableId.MAIN)
        || table.equals(TableId.DEFAULT);
  }
}
