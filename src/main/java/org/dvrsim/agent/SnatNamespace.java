package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * The namespace of a distributed router's centralised SNAT.
 *
 * <p>Models: neutron/agent/l3/dvr_snat_ns.py
 */
class SnatNamespace extends Namespace {
  /** What the names of these namespaces begin with. */
  static final String SNAT_NS_PREFIX = "snat-";

  SnatNamespace(NamespaceTools tools, String routerId, boolean useIpv6) {
    super(tools, buildNsName(SNAT_NS_PREFIX, routerId), useIpv6);
  }

  /** Makes the namespace, in which connections picked up mid-stream are not tracked. */
  @Override
  void create() {
    super.create();
    ipLib().setIpNonlocalBindForNamespace(name(), 1, false);
    ignoreMidStreamConnections();
  }

  /** Has connections begun elsewhere not taken over. */
  void ignoreMidStreamConnections() {
    ipLib().sysctl(name(), "net.netfilter.nf_conntrack_tcp_loose", "0");
  }

  @Override
  void delete() {
    doingIfThere(
        "SnatNamespace.delete",
        () -> {
          for (IfName device : ipLib().getDevices(name())) {
            if (DeviceNames.hasPrefix(device, DeviceNames.SNAT_INT_DEV_PREFIX)
                || DeviceNames.hasPrefix(device, DeviceNames.EXTERNAL_DEV_PREFIX)) {
              driver().unplug(device, name());
            }
          }
          super.delete();
        });
  }
}
