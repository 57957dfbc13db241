package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronSubnet;
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

  private record Setting(String key, String value) {}

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
    WantedNetns wanted = view.wanted();
    switch (wanted.kind()) {
      case ROUTER -> {
        checkAll(view, redirects(view), findings);
      }
      case SNAT -> {
        checkAll(view, SNAT, findings);
        checkAll(view, advertisements(view), findings);
      }
      case FIP -> {
        checkAll(view, FIP, findings);
        for (WantedDevice device : wanted.devices()) {
          if (device.onBridge() && view.actual().link(device.name()).isPresent()) {
            check(view, perDevice(device.name(), "proxy_arp", "1"), findings);
            checkProxyDelay(view, device.name(), findings);
          }
        }
      }
    }
  }

  /** Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter.external_gateway_added */
  private static List<Setting> redirects(NetnsView view) {
    WantedRouter router = view.wanted().router();
    if (router.payload().gwPort().isEmpty()) {
      return List.of();
    }
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting("net.ipv4.conf.all.send_redirects", "0"));
    for (NeutronPort port : router.ports()) {
      IfName device = Names.device("qr-", port.id());
      if (isRedirected(router, device) && view.actual().link(device).isPresent()) {
        settings.add(perDevice(device, "send_redirects", "0"));
      }
    }
    return settings;
  }

  /** Models: neutron/agent/l3/router_info.py:RouterInfo._configure_ipv6_params_on_gw */
  private static List<Setting> advertisements(NetnsView view) {
    NeutronPort port = view.wanted().router().payload().gwPort().orElseThrow();
    IfName device = Names.device("qg-", port.id());
    if (view.actual().link(device).isEmpty()) {
      return List.of();
    }
    boolean hasGateway = false;
    for (NeutronSubnet subnet : port.subnets()) {
      hasGateway |= subnet.gatewayIp().isPresent() && !subnet.gatewayIp().get().isV4();
    }
    return List.of(
        new Setting("net.ipv6.conf." + device + ".accept_ra", hasGateway ? "0" : "2"),
        new Setting("net.ipv6.conf." + device + ".forwarding", "1"));
  }

  /** One tick of the delay's clock was written, which a slower clock reads as none. */
  private static void checkProxyDelay(NetnsView view, IfName device, Findings findings) {
    String key = "net.ipv4.neigh." + device + ".proxy_delay";
    String actual = view.actual().sysctl().read(key);
    if (!actual.equals("0") && !actual.equals("1")) {
      findings.add(view.name(), key + " is " + actual + ", not 1", key);
    }
  }

  private static Setting perDevice(IfName device, String key, String value) {
    return new Setting("net.ipv4.conf." + device + "." + key, value);
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
    for (Setting setting : settings) {
      check(view, setting, findings);
    }
  }

  private static void check(NetnsView view, Setting setting, Findings findings) {
    String actual = view.actual().sysctl().read(setting.key());
    if (!actual.equals(setting.value())) {
      findings.add(
          view.name(), setting.key() + " is " + actual + ", not " + setting.value(), setting.key());
    }
  }
}
