package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.ops.WriteSysctl.Setting;

/**
 * The kernel settings that every namespace of the agent gets.
 *
 * <p>Models: neutron/agent/l3/namespaces.py:Namespace.create
 */
class NamespaceSettings {

  /** Returns the settings in the order in which they are written. */
  List<Setting> of(boolean useIpv6, boolean ipv6Forwarding) {
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting("net.netfilter.nf_conntrack_tcp_be_liberal", "1"));
    settings.add(new Setting("net.ipv4.ip_forward", "1"));
    settings.add(new Setting("net.ipv4.conf.all.arp_ignore", "1"));
    settings.add(new Setting("net.ipv4.conf.all.arp_announce", "2"));
    if (useIpv6) {
      settings.add(new Setting("net.ipv6.conf.all.forwarding", ipv6Forwarding ? "1" : "0"));
    }
    return settings;
  }
}
