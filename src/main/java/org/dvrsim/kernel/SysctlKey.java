package org.dvrsim.kernel;

import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;

/**
 * The key of a setting that somebody reads often, taken apart once: which directory and which
 * setting there, of all devices together or of each device.
 */
public final class SysctlKey {
  private final String key;
  private final SysctlSchema.Scalar scalar;
  private final SysctlSchema.Directory directory;
  private final int index;

  private SysctlKey(
      String key, SysctlSchema.Scalar scalar, SysctlSchema.Directory directory, int index) {
    this.key = key;
    this.scalar = scalar;
    this.directory = directory;
    this.index = index;
  }

  /**
   * Returns the key of a setting of a namespace, of {@code all} devices if it is theirs.
   *
   * @throws ErrnoException ENOENT if there is no such setting
   */
  public static SysctlKey of(String key) {
    if (key.equals(Sysctls.IP_FORWARD)) {
      SysctlSchema.Directory conf4 = SysctlSchema.LINUX.conf4;
      return new SysctlKey(key, null, conf4, conf4.index("forwarding"));
    }
    SysctlSchema.Directory directory = SysctlSchema.LINUX.directory(key);
    if (directory == null) {
      SysctlSchema.Scalar scalar = SysctlSchema.LINUX.scalar(key);
      if (scalar == null || !scalar.type().readable()) {
        throw ErrnoException.of(Errno.ENOENT, key);
      }
      return new SysctlKey(key, scalar, null, 0);
    }
    String all = directory.path + "all.";
    return new SysctlKey(key, null, directory, index(directory, key, all));
  }

  /**
   * Returns the key of a setting that each device has for itself.
   *
   * @param directory such as {@code net.ipv4.conf}
   * @throws ErrnoException ENOENT if there is no such setting
   */
  public static SysctlKey ofDevices(String directory, String name) {
    String path = directory + ".";
    SysctlSchema.Directory found = SysctlSchema.LINUX.directory(path);
    if (found == null) {
      throw ErrnoException.of(Errno.ENOENT, path + name);
    }
    return new SysctlKey(path + name, null, found, index(found, path + name, path));
  }

  private static int index(SysctlSchema.Directory directory, String key, String before) {
    int index = key.startsWith(before) ? directory.find(key.substring(before.length())) : -1;
    if (index < 0 || !directory.type(index).readable() || directory.type(index).secret()) {
      throw ErrnoException.of(Errno.ENOENT, key);
    }
    return index;
  }

  /** Returns the scalar, null for a setting of devices. */
  SysctlSchema.Scalar scalar() {
    return scalar;
  }

  SysctlSchema.Directory directory() {
    return directory;
  }

  int index() {
    return index;
  }

  /** Returns the key of the setting of one device. */
  public String of(Link link) {
    return of(link.name());
  }

  /** Returns the key of the setting of the device of that name. */
  public String of(IfName device) {
    return directory.path + device + "." + directory.name(index);
  }

  /** Returns the key as text; that of each device's setting lacks the device. */
  @Override
  public String toString() {
    return key;
  }
}
