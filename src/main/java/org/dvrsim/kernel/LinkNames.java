package org.dvrsim.kernel;

import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;

/**
 * The names of new devices.
 *
 * <p>Models: net/core/dev.c:dev_get_valid_name(), net/core/rtnetlink.c:rtnl_newlink()
 */
final class LinkNames {
  private LinkNames() {}

  /** Refuses a device whose name or index is taken (EEXIST). */
  static void checkFree(Netns netns, LinkSpec spec) {
    boolean nameTaken = spec.name().map(netns::find).isPresent();
    boolean indexTaken = spec.index().flatMap(netns::link).isPresent();
    if (nameTaken || indexTaken) {
      throw ErrnoException.of(Errno.EEXIST, "link add " + spec.name().map(IfName::text).orElse(""));
    }
  }

  /**
   * Returns the name for a new device: a {@code %d} in the name asked for becomes the first number
   * that makes a free one.
   *
   * <p>Models: net/core/dev.c:__dev_alloc_name()
   */
  static IfName forNew(Netns netns, LinkSpec spec) {
    String pattern = spec.name().map(IfName::text).orElse("veth%d");
    int percent = pattern.indexOf('%');
    if (percent < 0) {
      return checked(spec.name().get());
    }
    if (!pattern.startsWith("%d", percent) || pattern.indexOf('%', percent + 2) >= 0) {
      throw ErrnoException.of(Errno.EINVAL, "link add " + pattern);
    }
    String before = pattern.substring(0, percent);
    String after = pattern.substring(percent + 2);
    int number = 0;
    while (netns.find(new IfName(before + number + after)) != null) {
      number++;
    }
    return checked(new IfName(before + number + after));
  }

  /** The settings of all devices and of new ones take up the names of their folders. */
  private static IfName checked(IfName name) {
    if (name.text().equals("all") || name.text().equals("default")) {
      throw ErrnoException.of(Errno.EINVAL, "link add " + name);
    }
    return name;
  }
}
