package org.dvrsim.kernel;

/**
 * What the kernel does besides when a setting is written.
 *
 * <p>Models: net/ipv4/devinet.c:devinet_conf_proc(), devinet_sysctl_forward(),
 * inet_forward_change(); net/ipv6/addrconf.c:addrconf_fixup_forwarding(), addrconf_disable_ipv6()
 */
final class SysctlEffects {
  private static final SysctlSchema.Directory CONF4 = SysctlSchema.LINUX.conf4;
  private static final SysctlSchema.Directory CONF6 = SysctlSchema.LINUX.conf6;
  private static final int FORWARDING4 = CONF4.index("forwarding");
  private static final int ACCEPT_REDIRECTS4 = CONF4.index("accept_redirects");
  private static final int LINKDOWN4 = CONF4.index("ignore_routes_with_linkdown");
  private static final int LINKDOWN6 = CONF6.index("ignore_routes_with_linkdown");
  private static final int FORWARDING6 = CONF6.index("forwarding");
  private static final int PROXY6 = CONF6.index("proxy_ndp");
  private static final int DISABLE6 = CONF6.index("disable_ipv6");
  private static final int ADDR_GEN_MODE = CONF6.index("addr_gen_mode");

  private final Netns netns;

  SysctlEffects(Netns netns) {
    this.netns = netns;
  }

  /** Tells whether the kernel refuses a value for a reason that its range does not show. */
  boolean isRefused(DevConf conf, int index, Link link, String value) {
    // A stable secret is needed for mode 2 (net/ipv6/addrconf.c:check_stable_privacy()).
    return conf.directory() == CONF6 && index == ADDR_GEN_MODE && link != null && value.equals("2");
  }

  /** Follows up the write of setting {@code index} of {@code conf}, which held {@code before}. */
  void written(DevConf conf, int index, Link link, String before) {
    if (conf.directory() == CONF4) {
      written4(conf, index, before);
      tell4(conf, index, before);
    } else if (conf.directory() == CONF6) {
      written6(conf, index, link, before);
    } else {
      writtenNeigh(conf, link, conf.directory().name(index));
    }
  }

  /** Sets a setting of {@code device} that follows from the one that was written. */
  private void follow(DevConf conf, String device, int index, String value) {
    String before = conf.text(index);
    conf.put(index, value);
    if (!value.equals(before)) {
      String key = conf.directory().path + device + "." + conf.directory().name(index);
      netns.changes().sysctlChanged(key, before, value);
    }
  }

  private void follow(DevConf conf, Link device, int index, String value) {
    follow(conf, device.name().text().replace('.', '/'), index, value);
  }

  /** The same time in another unit follows: the kernel keeps one of each in ticks. */
  private void writtenNeigh(DevConf conf, Link link, String name) {
    switch (name) {
      case "base_reachable_time" -> convert(conf, link, name, "base_reachable_time_ms", 1000, 1);
      case "base_reachable_time_ms" -> convert(conf, link, name, "base_reachable_time", 1, 1000);
      default -> {}
    }
  }

  private void convert(DevConf conf, Link link, String from, String to, long times, long per) {
    long value = conf.get(from) * times / per;
    String device = link == null ? "default" : link.name().text().replace('.', '/');
    follow(conf, device, conf.directory().index(to), Long.toString(value));
  }

  private void tell4(DevConf conf, int index, String before) {
    if (conf.text(index).equals(before)) {
      return;
    }
    netns.netconf().setting(conf, index);
    if (index == FORWARDING4 && conf == netns.settings().conf4All()) {
      netns.netconf().setting(netns.settings().conf4Default(), index);
      for (Link link : netns.links()) {
        if (link.ipv4 != null) {
          netns.netconf().setting(link.ipv4.conf, index);
        }
      }
    }
  }

  private void written4(DevConf conf, int index, String before) {
    if (conf == netns.settings().conf4Default() && index != FORWARDING4) {
      for (Link link : netns.links()) {
        if (link.ipv4 != null && !link.ipv4.conf.isMade(index)) {
          follow(link.ipv4.conf, link, index, conf.text(index));
        }
      }
    }
    if (index == LINKDOWN4) {
      netns.fib4().showAnew();
    }
    if (index == FORWARDING4
        && conf == netns.settings().conf4All()
        && !conf.text(index).equals(before)) {
      String on = conf.text(index);
      follow(conf, "all", ACCEPT_REDIRECTS4, conf.isOn(index) ? "0" : "1");
      follow(netns.settings().conf4Default(), "default", index, on);
      for (Link link : netns.links()) {
        if (link.ipv4 != null) {
          follow(link.ipv4.conf, link, index, on);
        }
      }
    }
  }

  /** Models: net/ipv6/addrconf.c:addrconf_fixup_linkdown() */
  private void linkDown6(DevConf conf, boolean changed) {
    if (conf == netns.settings().conf6All()) {
      String value = conf.text(LINKDOWN6);
      follow(netns.settings().conf6Default(), "default", LINKDOWN6, value);
      for (Link link : netns.links()) {
        if (link.ipv6 != null) {
          boolean changedToo = link.ipv6.conf.isOn(LINKDOWN6) != conf.isOn(LINKDOWN6);
          follow(link.ipv6.conf, link, LINKDOWN6, value);
          tell6(link.ipv6.conf, LINKDOWN6, changedToo);
        }
      }
    }
    tell6(conf, LINKDOWN6, changed);
    netns.fib6().showAnew();
  }

  private void tell6(DevConf conf, int index, boolean changed) {
    if (changed) {
      netns.netconf().setting(conf, index);
    }
  }

  /** Models: net/ipv6/addrconf.c:addrconf_sysctl_addr_gen_mode() */
  private void addrGenMode(DevConf conf, Link link, String before) {
    String mode = conf.text(ADDR_GEN_MODE);
    if (link != null && !mode.equals(before)) {
      netns.ipv6().initAutoAddresses(link);
    } else if (conf == netns.settings().conf6All()) {
      follow(netns.settings().conf6Default(), "default", ADDR_GEN_MODE, mode);
      for (Link other : netns.links()) {
        if (other.ipv6 != null && !other.ipv6.conf.text(ADDR_GEN_MODE).equals(mode)) {
          follow(other.ipv6.conf, other, ADDR_GEN_MODE, mode);
          netns.ipv6().initAutoAddresses(other);
        }
      }
    }
  }

  private void written6(DevConf conf, int index, Link link, String before) {
    boolean was = !before.equals("0");
    boolean is = conf.isOn(index);
    if (index == LINKDOWN6) {
      linkDown6(conf, was != is);
    } else if (index == PROXY6) {
      tell6(conf, index, !conf.text(index).equals(before));
    } else if (index == FORWARDING6) {
      if (conf == netns.settings().conf6All()) {
        DevConf template = netns.settings().conf6Default();
        boolean templateChanged = template.isOn(index) != is;
        follow(template, "default", index, conf.text(index));
        tell6(template, index, templateChanged);
        for (Link other : netns.links()) {
          if (other.ipv6 != null) {
            boolean changed = other.ipv6.conf.isOn(index) != is;
            follow(other.ipv6.conf, other, index, conf.text(index));
            if (changed) {
              netns.ipv6().forwardingChanged(other);
            }
          }
        }
        tell6(conf, index, was != is);
      } else if (link == null) {
        tell6(conf, index, was != is);
      } else if (link != null && was != is) {
        netns.ipv6().forwardingChanged(link);
      }
    } else if (index == DISABLE6) {
      if (conf == netns.settings().conf6All()) {
        follow(netns.settings().conf6Default(), "default", index, conf.text(index));
        for (Link other : netns.links()) {
          if (other.ipv6 != null) {
            boolean changed = other.ipv6.conf.isOn(index) != is;
            follow(other.ipv6.conf, other, index, conf.text(index));
            if (changed) {
              netns.ipv6().disabledChanged(other);
            }
          }
        }
      } else if (link != null && was != is) {
        netns.ipv6().disabledChanged(link);
      }
    } else if (index == ADDR_GEN_MODE) {
      addrGenMode(conf, link, before);
    }
  }
}
