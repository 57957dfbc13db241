package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dvrsim.base.Errno;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings: defaults, refusals, and what follows from a write. */
final class SysctlTest {
  private Lab lab;
  private Sysctls sysctl;

  @BeforeEach
  void connect() {
    lab = Lab.connected();
    sysctl = lab.a.sysctl();
  }

  @Test
  void read_newNetns_hasTheKernelsDefaults() {
    assertEquals("0", sysctl.read("net.ipv4.ip_forward"));
    assertEquals("0", sysctl.read("net.ipv4.conf.all.rp_filter"));
    assertEquals("1", sysctl.read("net.ipv4.conf.v0.send_redirects"));
    assertEquals("1500", sysctl.read("net.ipv6.conf.v0.mtu"));
    assertEquals("0", sysctl.read("net.netfilter.nf_conntrack_tcp_be_liberal"));
  }

  @Test
  void unknownKey_isEnoent() {
    assertRefused(Errno.ENOENT, "", () -> sysctl.read("net.ipv4.nosuchkey"));
    assertRefused(Errno.ENOENT, "", () -> sysctl.write("net.ipv4.conf.missing0.rp_filter", "1"));
  }

  @Test
  void write_badValue_isEinval() {
    assertRefused(Errno.EINVAL, "", () -> sysctl.write("net.ipv4.ip_forward", "abc"));
    assertRefused(
        Errno.EINVAL, "", () -> sysctl.write("net.netfilter.nf_conntrack_tcp_be_liberal", "2"));
    assertRefused(Errno.EACCES, "", () -> sysctl.write("net.ipv4.conf.all.mc_forwarding", "1"));
  }

  @Test
  void ipForward_isAllForwarding_andSetsEveryDevice() {
    sysctl.write("net.ipv4.ip_forward", "1");
    assertEquals("1", sysctl.read("net.ipv4.conf.all.forwarding"));
    assertEquals("1", sysctl.read("net.ipv4.conf.v0.forwarding"));
    assertEquals("1", sysctl.read("net.ipv4.conf.default.forwarding"));
    assertEquals("0", sysctl.read("net.ipv4.conf.all.accept_redirects"));
    assertEquals("0", lab.b.sysctl().read("net.ipv4.ip_forward"));
  }

  @Test
  void default4_isFollowedUntilTheFirstAddress() {
    sysctl.write("net.ipv4.conf.default.rp_filter", "2");
    assertEquals("2", sysctl.read("net.ipv4.conf.v0.rp_filter"));
    Lab.address(lab.a, "10.0.0.1/24", "v0");
    sysctl.write("net.ipv4.conf.default.rp_filter", "1");
    assertEquals("2", sysctl.read("net.ipv4.conf.v0.rp_filter"));
  }

  @Test
  void ipv4Settings_ofTheRoot_areInherited() {
    lab.kernel.root().sysctl().write("net.ipv4.conf.all.rp_filter", "1");
    Netns c = lab.kernel.createNetns(new NetnsName("c"));
    assertEquals("1", c.sysctl().read("net.ipv4.conf.all.rp_filter"));
  }

  @Test
  void keys_holdDevices() {
    assertTrue(sysctl.keys().contains("net.ipv6.conf.v0.accept_ra"));
    assertTrue(sysctl.exists("net.ipv4.neigh.v0.proxy_delay"));
  }
}
