package org.dvrsim.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.SimTime;
import org.junit.jupiter.api.Test;

/**
 * How {@code ip neigh} shows an entry as time goes by.
 *
 * <pre>
 * from       event                          to
 * (none)     answered                       reachable
 * reachable  30 s                           stale
 * stale      used                           delay
 * delay      5 s, asked again, answered     reachable
 * delay      5 s, asked again, no answer    probe
 * probe      3 times asked, no answer       failed
 * </pre>
 */
class NeighbourAgeingTest {
  private final PacketLab lab = new PacketLab();

  private String state() {
    String entry = lab.run("ip -n k-b neigh show 10.0.1.1").lines().toList().get(1).strip();
    return entry.substring(entry.lastIndexOf(' ') + 1);
  }

  private void pass(int seconds) {
    lab.datapath().clock().advanceSeconds(seconds);
  }

  @Test
  void entry_answered_isReachable() {
    lab.ping("k-b", "10.0.1.1");
    assertEquals("REACHABLE", state());
    pass(29);
    assertEquals("REACHABLE", state());
  }

  @Test
  void entry_afterHalfAMinute_isStale() {
    lab.ping("k-b", "10.0.1.1");
    pass(30);
    assertEquals("STALE", state());
  }

  @Test
  void entry_staleAndUsed_isDelayedAndConfirmed() {
    lab.ping("k-b", "10.0.1.1");
    pass(30);
    lab.ping("k-b", "10.0.1.1");
    assertEquals("DELAY", state());
    pass(5);
    assertEquals("REACHABLE", state());
  }

  @Test
  void entry_neighbourGone_isProbedAndFails() {
    lab.ping("k-b", "10.0.1.1");
    pass(30);
    lab.run("ip -n k-a addr del 10.0.1.1/24 dev left");
    assertFalse(lab.ping("k-b", "10.0.1.1").answered());
    pass(5);
    assertEquals("PROBE", state());
    pass(2);
    assertEquals("PROBE", state());
    pass(1);
    assertEquals("FAILED", state());
  }

  @Test
  void entry_permanent_stays() {
    lab.run("ip -n k-b neigh replace 10.0.1.1 lladdr 02:00:00:00:00:99 dev eth0 nud permanent");
    lab.ping("k-b", "10.0.1.1");
    pass(1000);
    assertEquals("PERMANENT", state());
  }

  @Test
  void entry_deviceWithoutArp_needsNoAnswer() {
    lab.run("ip -n k-b link set eth0 arp off");
    assertEquals(Disposition.NOT_FOR_US, lab.ping("k-b", "10.0.1.1").request().how());
  }

  // Proxies.

  private void makeProxy() {
    lab.run(
        """
        ip -n k-b route replace 10.0.3.0/24 dev eth0
        ip netns exec k-a sysctl -w net.ipv4.conf.left.proxy_arp=1
        """);
  }

  @Test
  void proxy_firstQuestion_isAnsweredAfterTheDelay() {
    makeProxy();
    List<String> steps = new ArrayList<>();
    lab.datapath().setObserver(step -> steps.add(step.text()));
    SimTime before = lab.datapath().clock().now();
    assertTrue(lab.ping("k-b", "10.0.3.5").answered());
    assertEquals(before.plusMillis(800), lab.datapath().clock().now());
    assertTrue(
        steps.stream().anyMatch(text -> text.endsWith("as a proxy, after 0.80 s (proxy_delay)")));
  }

  @Test
  void proxy_withoutDelay_answersAtOnce() {
    makeProxy();
    lab.run("ip netns exec k-a sysctl -w net.ipv4.neigh.left.proxy_delay=0");
    SimTime before = lab.datapath().clock().now();
    assertTrue(lab.ping("k-b", "10.0.3.5").answered());
    assertEquals(before, lab.datapath().clock().now());
  }

  @Test
  void proxy_delayLongerThanPatience_neighbourFails() {
    makeProxy();
    lab.run("ip netns exec k-a sysctl -w net.ipv4.neigh.left.proxy_delay=400");
    assertEquals(Disposition.NEIGHBOUR_FAILED, lab.ping("k-b", "10.0.3.5").request().how());
  }
}
