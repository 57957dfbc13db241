package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The settings of a namespace that devices have each for themselves, by directory.
 *
 * <p>Models: net/ipv4/devinet.c:devinet_init_net(), net/ipv6/addrconf.c:addrconf_init_net()
 */
final class ConfTree {
  private final DevConf conf4All;
  private final DevConf conf4Default;
  private final DevConf conf6All = SysctlSchema.LINUX.conf6.newAll();
  private final DevConf conf6Default = SysctlSchema.LINUX.conf6.newDefault();

  /** Builds those of a host's first namespace. */
  ConfTree() {
    conf4All = SysctlSchema.LINUX.conf4.newAll();
    conf4Default = SysctlSchema.LINUX.conf4.newDefault();
  }

  /** Builds those of a new namespace: IPv4's are the first namespace's. */
  ConfTree(ConfTree first) {
    conf4All = first.conf4All.copy();
    conf4Default = first.conf4Default.copy();
  }

  /** Returns {@code net.ipv4.conf.all}. */
  DevConf conf4All() {
    return conf4All;
  }

  /** Returns {@code net.ipv4.conf.default}. */
  DevConf conf4Default() {
    return conf4Default;
  }

  /** Returns {@code net.ipv6.conf.all}. */
  DevConf conf6All() {
    return conf6All;
  }

  /** Returns {@code net.ipv6.conf.default}. */
  DevConf conf6Default() {
    return conf6Default;
  }

  /** Returns the directories of which each device has its own. */
  List<SysctlSchema.Directory> directories() {
    return SysctlSchema.LINUX.directories();
  }

  /**
   * Returns the settings of a directory for {@code all}, {@code default} or the device of that
   * name, null if there are none.
   */
  DevConf find(SysctlSchema.Directory directory, String device, Link link) {
    SysctlSchema linux = SysctlSchema.LINUX;
    if (directory == linux.conf4 || directory == linux.conf6) {
      boolean v4 = directory == linux.conf4;
      if (device.equals("all")) {
        return v4 ? conf4All : conf6All;
      }
      if (device.equals("default")) {
        return v4 ? conf4Default : conf6Default;
      }
    }
    if (link == null) {
      return null;
    }
    if (directory == linux.conf4 || directory == linux.neigh4) {
      Ipv4Device part = link.ipv4;
      return part == null ? null : directory == linux.conf4 ? part.conf : part.neigh();
    }
    Ipv6Device part = link.ipv6;
    return part == null ? null : directory == linux.conf6 ? part.conf : part.neigh();
  }

  /** Returns the names below a directory, of a dot in a device's name made a slash. */
  List<String> names(SysctlSchema.Directory directory, Collection<Link> links) {
    List<String> names = new ArrayList<>();
    if (find(directory, "all", null) != null) {
      names.add("all");
      names.add("default");
    }
    for (Link link : links) {
      if (find(directory, link.name().text(), link) != null) {
        names.add(link.name().text().replace('.', '/'));
      }
    }
    return names;
  }
}
