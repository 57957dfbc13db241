package org.dvrsim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners are told of what changed: of all that follows, and of nothing that stays as it was. */
final class NetnsChangesTest {
  private final Lab lab = Lab.connected();
  private final List<KernelEvent> events = new ArrayList<>();

  @BeforeEach
  void listen() {
    Lab.address(lab.a, "10.0.0.1/24", "v0");
    Lab.add(lab.a, "192.0.2.0/24 via 10.0.0.2");
    lab.kernel.addListener(events::add);
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    for (KernelEvent event : events) {
      if (event instanceof KernelEvent.SysctlChanged setting) {
        settings.add(setting.key() + " = " + setting.after());
      }
    }
    return settings;
  }

  @Test
  void setting_writtenAsItWas_isNoChange() {
    long version = lab.a.version();
    lab.a.sysctl().write("net.ipv4.conf.v0.rp_filter", "0");
    assertEquals(List.of(), events);
    assertEquals(version, lab.a.version());
  }

  @Test
  void setting_ofAllDevices_isToldForEachThatFollows() {
    lab.a.sysctl().write("net.ipv6.conf.all.forwarding", "1");
    assertEquals(
        List.of(
            "net.ipv6.conf.all.forwarding = 1",
            "net.ipv6.conf.default.forwarding = 1",
            "net.ipv6.conf.lo.forwarding = 1",
            "net.ipv6.conf.v0.forwarding = 1"),
        settings());
  }

  @Test
  void setting_ofAllDevicesWrittenAsItWas_isToldWhereItWasOther() {
    lab.a.sysctl().write("net.ipv6.conf.all.forwarding", "1");
    lab.a.sysctl().write("net.ipv6.conf.v0.forwarding", "0");
    events.clear();
    lab.a.sysctl().write("net.ipv6.conf.all.forwarding", "1");
    assertEquals(List.of("net.ipv6.conf.v0.forwarding = 1"), settings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net.ipv4.ip_forward=0",
        "net.ipv4.ip_forward=1",
        "net.ipv4.conf.default.rp_filter=1",
        "net.ipv4.conf.all.rp_filter=1",
        "net.ipv6.conf.all.forwarding=1",
        "net.ipv6.conf.default.forwarding=1",
        "net.ipv6.conf.v0.forwarding=1",
        "net.ipv6.conf.all.disable_ipv6=1",
        "net.ipv6.conf.v0.disable_ipv6=1",
        "net.ipv6.conf.all.addr_gen_mode=1",
        "net.ipv6.conf.all.ignore_routes_with_linkdown=1",
        "net.ipv4.neigh.v0.base_reachable_time=77"
      })
  void setting_isToldWithAllThatFollow(String written) {
    Map<String, String> before = values();
    int equals = written.indexOf('=');
    lab.a.sysctl().write(written.substring(0, equals), written.substring(equals + 1));
    Map<String, String> changed = values();
    changed.entrySet().removeAll(before.entrySet());
    Set<String> told = new TreeSet<>();
    settings().forEach(setting -> told.add(setting.substring(0, setting.indexOf(' '))));
    assertEquals(changed.keySet(), told);
  }

  /** Returns all settings but the other spelling of one of them. */
  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    for (String key : lab.a.sysctl().keys()) {
      if (!key.equals("net.ipv4.ip_forward") && !key.endsWith(".stable_secret")) {
        values.put(key, lab.a.sysctl().read(key));
      }
    }
    return values;
  }

  @Test
  void route_replacedByItsLike_isNoChange() {
    Lab.add(lab.a, RequestMode.REPLACE, "192.0.2.0/24 via 10.0.0.2");
    assertEquals(List.of(), events);
    Lab.add(lab.a, RequestMode.REPLACE, "192.0.2.0/24 via 10.0.0.3");
    assertEquals(1, events.size());
  }
}
