package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * lp-1649845, repaired in 5c8dffa7 (2016-12-15): a device that was there already kept its MTU.
 *
 * <p>Symptom: a network's MTU that changed while the agent was down has no effect.
 */
final class Lp1649845MtuOfNewDevicesAlone extends InterfaceDriver {
  Lp1649845MtuOfNewDevicesAlone(HostAccess host, IpLib ipLib) {
    super(host, ipLib);
  }

  static void into(AgentParts parts) {
    parts.interfaceDriver.become(Lp1649845MtuOfNewDevicesAlone::new);
  }

  @Override
  void plugged(IfName device, NetnsName namespace, Optional<Integer> mtu) {}
}
