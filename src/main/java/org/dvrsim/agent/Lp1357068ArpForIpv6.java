package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.NetnsName;

/**
 * lp-1357068, repaired in 5ff082bc (2015-06-11): IPv6 addresses were announced with a tool that
 * knows IPv4 alone.
 *
 * <p>Symptom: the tool fails in the background.
 */
final class Lp1357068ArpForIpv6 extends IpLib {
  Lp1357068ArpForIpv6(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Lp1357068ArpForIpv6::new);
  }

  @Override
  void sendIpAddrAdvNotif(NetnsName netns, IfName device, IpAddress address) {
    if (address.isV4()) {
      super.sendIpAddrAdvNotif(netns, device, address);
    } else {
      host.logException(new ProcessExecutionError("arping: unknown host " + address, 2));
    }
  }
}
