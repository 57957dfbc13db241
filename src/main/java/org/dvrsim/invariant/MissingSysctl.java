package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.SysctlKey;
import org.dvrsim.net.IfName;

/** The settings that make a namespace a router are as they must be. */
final class MissingSysctl extends NetnsInvariant {
  /** Models: neutron/agent/l3/namespaces.py:Namespace.create, ip_lib.py:IpNetnsCommand.add */
  private static final List<Setting> ALL =
      List.of(
          new Setting("net.ipv4.ip_forward", "1"),
          new Setting("net.ipv4.conf.all.arp_ignore", "1"),
          new Setting("net.ipv4.conf.all.arp_announce", "2"),
          new Setting("net.ipv4.conf.all.promote_secondaries", "1"),
          new Setting("net.ipv6.conf.all.forwarding", "1"),
          new Setting("net.netfilter.nf_conntrack_tcp_be_liberal", "1"));

  /** Models: neutron/agent/l3/dvr_snat_ns.py:SnatNamespace.create */
  private static final List<Setting> SNAT =
      List.of(
          new Setting("net.ipv4.ip_nonlocal_bind", "1"),
          new Setting("net.netfilter.nf_conntrack_tcp_loose", "0"));

  /** Models: neutron/agent/l3/dvr_fip_ns.py:FipNamespace.create */
  private static final List<Setting> FIP = List.of(new Setting("net.ipv4.ip_nonlocal_bind", "1"));

  private static final Setting NO_REDIRECTS = new Setting("net.ipv4.conf.all.send_redirects", "0");

  private static final SysctlKey SEND_REDIRECTS = ofDevices4("send_redirects");
  private static final SysctlKey PROXY_ARP = ofDevices4("proxy_arp");
  private static final SysctlKey PROXY_DELAY = SysctlKey.ofDevices("net.ipv4.neigh", "proxy_delay");

  private static final SysctlKey ACCEPT_RA = SysctlKey.ofDevices("net.ipv6.conf", "accept_ra");
  private static final SysctlKey FORWARDING = SysctlKey.ofDevices("net.ipv6.conf", "forwarding");

  private record Setting(SysctlKey key, String value) {
    Setting(String key, String value) {
      this(SysctlKey.of(key), value);
    }
  }

  private static SysctlKey ofDevices4(String name) {
    return SysctlKey.ofDevices("net.ipv4.conf", name);
  }

  @Override
  public String name() {
    return "missing-sysctl";
  }

  @Override
  public String consequence() {
    return "The namespace drops, misdirects or answers packets that it should forward.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.SYSCTLS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(
        WantedPart.GATEWAYS,
        WantedPart.GATEWAY_PORTS,
        WantedPart.INTERFACES,
        WantedPart.REDIRECTS,
        WantedPart.DEVICES);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    checkAll(view, ALL, findings);
    switch (view.wanted().kind()) {
      case ROUTER -> {
        checkRedirects(view, findings);
      }
      case SNAT -> {
        checkAll(view, SNAT, findings);
        checkAdvertisements(view, findings);
      }
      case FIP -> {
        checkAll(view, FIP, findings);
        List<WantedDevice> devices = view.wanted().devices();
        for (int i = 0; i < devices.size(); i++) {
          Link link = devices.get(i).onBridge() ? view.deviceOrNull(i) : null;
          if (link != null) {
            check(view, PROXY_ARP, link, "1", findings);
            checkProxyDelay(view, link, findings);
          }
        }
      }
    }
  }

  /** Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.external_gateway_added */
  private static void checkRedirects(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    if (router.payload().gwPort().isEmpty()) {
      return;
    }
    check(view, NO_REDIRECTS, findings);
    List<WantedDevice> devices = view.wanted().devices();
    for (int i = 0; i < devices.size(); i++) {
      Link link = view.deviceOrNull(i);
      if (link != null && isRedirected(router, devices.get(i).name())) {
        check(view, SEND_REDIRECTS, link, "0", findings);
      }
    }
  }

  /** Models: neutron/agent/l3/router_info.py:RouterInfo._configure_ipv6_params_on_gw */
  private static void checkAdvertisements(NetnsView view, Findings findings) {
    NeutronPort port = view.wanted().router().payload().gwPort().orElseThrow();
    Link link = view.deviceOrNull(0);
    if (link == null) {
      return;
    }
    boolean hasGateway = false;
    for (NeutronSubnet subnet : port.subnets()) {
      hasGateway |= subnet.gatewayIp().isPresent() && !subnet.gatewayIp().get().isV4();
    }
    check(view, ACCEPT_RA, link, hasGateway ? "0" : "2", findings);
    check(view, FORWARDING, link, "1", findings);
  }

  /** One tick of the delay's clock was written, which a slower clock reads as none. */
  private static void checkProxyDelay(NetnsView view, Link link, Findings findings) {
    String actual = view.actual().sysctl().read(PROXY_DELAY, link);
    if (!actual.equals("0") && !actual.equals("1")) {
      String key = PROXY_DELAY.of(link);
      findings.add(view.name(), key + " is " + actual + ", not 1", key);
    }
  }

  private static boolean isRedirected(WantedRouter router, IfName device) {
    for (WantedRedirect redirect : router.redirects()) {
      if (redirect.device().equals(device)) {
        return true;
      }
    }
    return false;
  }

  private static void checkAll(NetnsView view, List<Setting> settings, Findings findings) {
    for (int i = 0; i < settings.size(); i++) {
      check(view, settings.get(i), findings);
    }
  }

  private static void check(NetnsView view, Setting setting, Findings findings) {
    String actual = view.actual().sysctl().read(setting.key());
    if (!actual.equals(setting.value())) {
      add(view, setting.key().toString(), actual, setting.value(), findings);
    }
  }

  private static void check(
      NetnsView view, SysctlKey key, Link link, String value, Findings findings) {
    String actual = view.actual().sysctl().read(key, link);
    if (!actual.equals(value)) {
      add(view, key.of(link), actual, value, findings);
    }
  }

  private static void add(
      NetnsView view, String key, String actual, String wanted, Findings findings) {
    findings.add(view.name(), key + " is " + actual + ", not " + wanted, key);
  }
}
