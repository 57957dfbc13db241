package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.DisableProcess;
import org.dvrsim.ops.EnableProcess;

/**
 * Runs radvd in a router's namespace while one of its networks has an IPv6 subnet.
 *
 * <p>Models: neutron/agent/linux/ra.py:DaemonMonitor. Differs: radvd's configuration is not
 * written.
 */
final class DaemonMonitor {
  private static final String RADVD_SERVICE_NAME = "radvd";

  private final HostAccess host;
  private final NetnsName routerNs;

  DaemonMonitor(HostAccess host, NetnsName routerNs) {
    this.host = host;
    this.routerNs = routerNs;
  }

  /** Starts radvd, or tells it of changes, if a port has an IPv6 subnet; otherwise stops it. */
  void enable(List<NeutronPort> routerPorts) {
    for (NeutronPort port : routerPorts) {
      for (NeutronSubnet subnet : port.subnets()) {
        if (!subnet.cidr().address().isV4()) {
          host.execute(new EnableProcess(routerNs, RADVD_SERVICE_NAME));
          return;
        }
      }
    }
    disable();
  }

  /** Stops radvd, if it runs. */
  void disable() {
    host.execute(new DisableProcess(routerNs, RADVD_SERVICE_NAME));
  }
}
