package org.dvrsim.agent;

import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * A router's namespace {@code qrouter-ID}.
 *
 * <p>Models: neutron/agent/l3/namespaces.py:RouterNamespace
 */
class RouterNamespace extends Namespace {
  /** What the namespaces' names begin with. */
  static final String NS_PREFIX = "qrouter-";

  private static final String INTERNAL_DEV_PREFIX = "qr-";
  private static final String EXTERNAL_DEV_PREFIX = "qg-";
  private static final String ROUTER_2_FIP_DEV_PREFIX = "rfp-";

  RouterNamespace(NamespaceTools tools, String routerId, boolean useIpv6) {
    super(tools, nameOf(routerId), useIpv6);
  }

  /** Returns the name of a router's namespace. */
  static NetnsName nameOf(String routerId) {
    return buildNsName(NS_PREFIX, routerId);
  }

  /** Unplugs the devices and removes the namespace, if it is there. */
  @Override
  void delete() {
    doingIfThere(
        "RouterNamespace.delete",
        () -> {
          for (IfName device : ipLib().getDevices(name())) {
            String text = device.text();
            if (text.startsWith(ROUTER_2_FIP_DEV_PREFIX)) {
              ipLib().delVeth(device, name());
            } else if (text.startsWith(INTERNAL_DEV_PREFIX)
                || text.startsWith(EXTERNAL_DEV_PREFIX)) {
              driver().unplug(device, name());
            }
          }
          super.delete();
        });
  }
}
