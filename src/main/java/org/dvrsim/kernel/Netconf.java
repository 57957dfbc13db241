package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.kernel.RtnetlinkMessage.OfSettings;
import org.dvrsim.kernel.RtnetlinkMessage.Scope;
import org.dvrsim.kernel.RtnetlinkMessage.Setting;
import org.dvrsim.net.IpFamily;

/**
 * Tells of a namespace's settings of devices by rtnetlink.
 *
 * <p>Models: net/ipv4/devinet.c:inet_netconf_notify_devconf(),
 * net/ipv6/addrconf.c:inet6_netconf_notify_devconf()
 */
final class Netconf {
  private static final SysctlSchema.Directory CONF4 = SysctlSchema.LINUX.conf4;

  private final Netns netns;

  Netconf(Netns netns) {
    this.netns = netns;
  }

  /** Tells of all settings of a device, which is new or has another name. */
  void device(IpFamily family, Link link) {
    if (!netns.rtnetlink().isHeard()) {
      return;
    }
    DevConf conf = link.conf(family).orElseThrow();
    List<Setting> values = new ArrayList<>();
    for (Setting.Key key : Setting.Key.values()) {
      int index = conf.directory().find(nameOf(family, key));
      if (index >= 0) {
        values.add(new Setting(key, conf.get(index)));
      }
    }
    send(false, family, Scope.of(link.frozen()), values);
  }

  /** Tells that a device's settings are gone. */
  void deviceGone(IpFamily family, Link link) {
    if (netns.rtnetlink().isHeard()) {
      send(true, family, Scope.of(link.frozen()), List.of());
    }
  }

  /** Tells of one setting of {@code conf}, if it is one that is told of. */
  void setting(DevConf conf, int index) {
    if (!netns.rtnetlink().isHeard()) {
      return;
    }
    IpFamily family = conf.directory() == CONF4 ? IpFamily.V4 : IpFamily.V6;
    String name = conf.directory().name(index);
    for (Setting.Key key : Setting.Key.values()) {
      if (nameOf(family, key).equals(name)) {
        send(false, family, scope(family, conf), List.of(new Setting(key, conf.get(index))));
      }
    }
  }

  private void send(boolean gone, IpFamily family, Scope scope, List<Setting> values) {
    netns.rtnetlink().send(new OfSettings(gone, family, scope, List.copyOf(values)));
  }

  private Scope scope(IpFamily family, DevConf conf) {
    ConfTree settings = netns.settings();
    if (conf == (family == IpFamily.V4 ? settings.conf4All() : settings.conf6All())) {
      return Scope.ALL;
    }
    for (Link link : netns.links()) {
      if (link.conf(family).filter(own -> own == conf).isPresent()) {
        return Scope.of(link.frozen());
      }
    }
    return Scope.DEFAULT;
  }

  private static String nameOf(IpFamily family, Setting.Key key) {
    return switch (key) {
      case FORWARDING -> "forwarding";
      case RP_FILTER -> "rp_filter";
      case MC_FORWARDING -> "mc_forwarding";
      case PROXY_NEIGH -> family == IpFamily.V4 ? "proxy_arp" : "proxy_ndp";
      case IGNORE_ROUTES_WITH_LINKDOWN -> "ignore_routes_with_linkdown";
    };
  }
}
