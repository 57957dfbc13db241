package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;

/**
 * The words of the iptables rules of floating IPs.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo.floating_forward_rules and
 * floating_mangle_rules, and their like in dvr_local_router.py and dvr_edge_router.py
 */
final class FloatingIpRules {
  private FloatingIpRules() {}

  /** Returns the rules that translate a floating IP which is an address of a gateway device. */
  static List<ChainRule> onGateway(FloatingIp fip, boolean randomFully) {
    String dnat =
        "-d " + fip.floatingIpAddress() + "/32 -j DNAT --to-destination " + fip.fixedIpAddress();
    return List.of(
        new ChainRule("PREROUTING", dnat),
        new ChainRule("OUTPUT", dnat),
        floatSnat(fip, randomFully));
  }

  /** Returns the rules that translate a floating IP which comes in by a device. */
  static List<ChainRule> onDevice(FloatingIp fip, IfName device, boolean randomFully) {
    String dnat =
        "-d "
            + fip.floatingIpAddress()
            + "/32 -i "
            + device
            + " -j DNAT --to-destination "
            + fip.fixedIpAddress();
    return List.of(new ChainRule("PREROUTING", dnat), floatSnat(fip, randomFully));
  }

  private static ChainRule floatSnat(FloatingIp fip, boolean randomFully) {
    return new ChainRule(
        "float-snat",
        "-s "
            + fip.fixedIpAddress()
            + "/32 -j SNAT --to-source "
            + fip.floatingIpAddress()
            + (randomFully ? " --random-fully" : ""));
  }

  /**
   * Returns the rules that carry a floating IP's traffic into the scope of its fixed address.
   *
   * @param device by which it comes in; empty for any
   */
  static List<ChainRule> mangle(FloatingIp fip, Optional<IfName> device, Fwmark internalMark) {
    String from = device.map(name -> " -i " + name).orElse("");
    return List.of(
        new ChainRule(
            "floatingip",
            "-d "
                + fip.floatingIpAddress()
                + "/32"
                + from
                + " -j MARK --set-xmark "
                + internalMark),
        new ChainRule("FORWARD", "-s " + fip.fixedIpAddress() + "/32 -j $float-snat"));
  }
}
