package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How two states differ is told without what only follows. */
final class DifferenceTest {
  private static HostState.Difference inShort(List<String> missing, List<String> extra) {
    return new HostState.Difference(missing, extra).inShort();
  }

  @Test
  void namespace_missingAsAWhole_standsForAllItHolds() {
    HostState.Difference told =
        inShort(
            List.of(
                "bridge port qg-1",
                "netns snat-1",
                "snat-1: addr 10.0.0.1/24 dev qg-1 scope global",
                "snat-1: iptables -t raw :OUTPUT ACCEPT",
                "snat-12: iptables -t raw :OUTPUT ACCEPT"),
            List.of("snat-1: link qg-1 internal mtu 1500 up"));
    assertEquals(
        List.of("bridge port qg-1", "netns snat-1", "snat-12: iptables -t raw :OUTPUT ACCEPT"),
        told.missing());
    assertEquals(List.of("snat-1: link qg-1 internal mtu 1500 up"), told.extra());
  }

  @Test
  void device_tooMuch_standsForWhatHangsOnIt() {
    HostState.Difference told =
        inShort(
            List.of(),
            List.of(
                "fip-1: addr fe80::1/64 dev fpr-1 scope link",
                "fip-1: link fpr-1 veth mtu 1500 up",
                "fip-1: neigh 169.254.0.1 dev fpr-1 lladdr 02:00:00:00:00:01 permanent",
                "fip-1: net.ipv4.conf.fpr-1.proxy_arp = 0",
                "fip-1: net.ipv4.conf.fpr-12.proxy_arp = 0",
                "fip-1: route unicast 10.0.0.0/24 via 169.254.0.1 dev fpr-1 table main",
                "fip-1: route unicast 10.0.0.0/24 dev fpr-12 table main",
                "fip-1: rule IPv4 5: from all iif fpr-1 lookup 5",
                "qrouter-1: addr 10.0.0.1/24 dev fpr-1 scope global"));
    assertEquals(
        List.of(
            "fip-1: link fpr-1 veth mtu 1500 up",
            "fip-1: net.ipv4.conf.fpr-12.proxy_arp = 0",
            "fip-1: route unicast 10.0.0.0/24 dev fpr-12 table main",
            "fip-1: rule IPv4 5: from all iif fpr-1 lookup 5",
            "qrouter-1: addr 10.0.0.1/24 dev fpr-1 scope global"),
        told.extra());
  }

  @Test
  void device_thatIsAnother_standsForItselfAlone() {
    List<String> missing =
        List.of(
            "fip-1: addr 10.0.0.1/24 dev fg-1 scope global",
            "fip-1: link fg-1 internal mtu 1500 up");
    List<String> extra = List.of("fip-1: link fg-1 internal mtu 1500 down");
    HostState.Difference told = inShort(missing, extra);
    assertEquals(missing, told.missing());
    assertEquals(extra, told.extra());
  }
}
