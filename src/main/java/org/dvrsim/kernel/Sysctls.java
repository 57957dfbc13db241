package org.dvrsim.kernel;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;

/**
 * The settings of a namespace under {@code /proc/sys/net}, by sysctl(8)'s dotted keys.
 *
 * <p>A dot in a device's name is written as a slash, as sysctl(8) does.
 */
public final class Sysctls {
  static final String IP_FORWARD = "net.ipv4.ip_forward";
  private static final String PORT_RANGE = "net.ipv4.ip_local_port_range";
  private static final String UNPRIVILEGED_PORTS = "net.ipv4.ip_unprivileged_port_start";
  private static final Splitter BLANKS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
  private static final int FORWARDING4 = SysctlSchema.LINUX.conf4.index("forwarding");

  private final Netns netns;
  private final SysctlEffects effects;
  private final Map<String, String> changed = new HashMap<>();

  Sysctls(Netns netns) {
    this.netns = netns;
    this.effects = new SysctlEffects(netns);
  }

  /**
   * Returns the value of {@code key}.
   *
   * @throws ErrnoException ENOENT if there is no such setting, EACCES if it can only be written
   */
  public String read(String key) {
    if (key.equals(IP_FORWARD)) {
      return netns.settings().conf4All().text(FORWARDING4);
    }
    SysctlSchema.Directory directory = SysctlSchema.LINUX.directory(key);
    SysctlSchema.Scalar scalar = directory == null ? SysctlSchema.LINUX.scalar(key) : null;
    if (scalar != null) {
      if (!scalar.type().readable()) {
        throw ErrnoException.of(Errno.EACCES, key);
      }
      return changed.getOrDefault(key, scalar.initial());
    }
    Place place = place(directory, key);
    if (!place.type().readable() || place.type().secret()) {
      throw ErrnoException.of(Errno.EIO, key);
    }
    return place.conf.text(place.index);
  }

  /** Returns the value of a setting of the namespace, of {@code all} devices if it is theirs. */
  public String read(SysctlKey key) {
    if (key.scalar() != null) {
      String value = changed.isEmpty() ? null : changed.get(key.toString());
      return value == null ? key.scalar().initial() : value;
    }
    return value(key, netns.settings().find(key.directory(), "all", null));
  }

  /**
   * Returns the value of a setting of one device.
   *
   * @throws ErrnoException ENOENT if the device has no such setting
   */
  public String read(SysctlKey key, Link link) {
    return value(key, netns.settings().find(key.directory(), "", link));
  }

  private static String value(SysctlKey key, DevConf conf) {
    if (conf == null) {
      throw ErrnoException.of(Errno.ENOENT, key.toString());
    }
    return conf.text(key.index());
  }

  /** Returns the number that {@code key} holds; 0 if it holds no number. */
  public long number(String key) {
    try {
      return Long.parseLong(read(key));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * Sets {@code key} to {@code value}, with all that the kernel does then.
   *
   * @throws ErrnoException ENOENT if there is no such setting, EACCES if it can only be read,
   *     EINVAL if the value is no number or out of range; nothing is changed then
   */
  public void write(String key, String value) {
    if (key.equals(IP_FORWARD)) {
      write("net.ipv4.conf.all.forwarding", value);
      return;
    }
    SysctlSchema.Directory directory = SysctlSchema.LINUX.directory(key);
    SysctlSchema.Scalar scalar = directory == null ? SysctlSchema.LINUX.scalar(key) : null;
    if (scalar != null) {
      String canonical = canonical(key, scalar.type(), value);
      if (key.equals(PORT_RANGE)) {
        canonical = portRange(value);
      }
      String before = changed.getOrDefault(key, scalar.initial());
      changed.put(key, canonical);
      netns.changes().sysctlChanged(key, before, canonical);
      return;
    }
    Place place = place(directory, key);
    if (place.type().secret()) {
      throw new NotModelledException("sysctl " + key);
    }
    String canonical = canonical(key, place.type(), value);
    if (effects.isRefused(place.conf, place.index, place.link, canonical)) {
      throw ErrnoException.of(Errno.EINVAL, key);
    }
    String before = place.conf.text(place.index);
    place.conf.put(place.index, canonical);
    place.conf.makeOwn(place.index);
    netns.changes().sysctlChanged(key, before, canonical);
    effects.written(place.conf, place.index, place.link, before);
    netns.rtnetlink().finish();
  }

  /** Tells whether {@code key} exists. */
  public boolean exists(String key) {
    SysctlSchema.Directory directory = SysctlSchema.LINUX.directory(key);
    return directory == null
        ? key.equals(IP_FORWARD) || SysctlSchema.LINUX.scalar(key) != null
        : findPlace(directory, key) != null;
  }

  /** Returns every key that can be read, sorted; what is secret is among them. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, SysctlSchema.Scalar> e : SysctlSchema.LINUX.scalars().entrySet()) {
      if (e.getValue().type().readable()) {
        keys.add(e.getKey());
      }
    }
    for (SysctlSchema.Directory directory : netns.settings().directories()) {
      for (String device : netns.settings().names(directory, netns.links())) {
        for (int i = 0; i < directory.size(); i++) {
          if (directory.type(i).readable()) {
            keys.add(directory.path + device + "." + directory.name(i));
          }
        }
      }
    }
    keys.sort(null);
    return keys;
  }

  private record Place(DevConf conf, int index, Link link) {
    SysctlSchema.Type type() {
      return conf.directory().type(index);
    }
  }

  private Place place(SysctlSchema.Directory directory, String key) {
    Place place = directory == null ? null : findPlace(directory, key);
    if (place == null) {
      throw ErrnoException.of(Errno.ENOENT, key);
    }
    return place;
  }

  private Place findPlace(SysctlSchema.Directory directory, String key) {
    SysctlSchema.Template template = directory.template(key);
    DevConf ofAll =
        template == null ? null : netns.settings().find(directory, template.device(), null);
    if (ofAll != null) {
      return new Place(ofAll, template.index(), null);
    }
    int start = directory.path.length();
    int dot = key.lastIndexOf('.');
    if (dot <= start) {
      return null;
    }
    int index = directory.find(key.substring(dot + 1));
    if (index < 0) {
      return null;
    }
    String device = key.substring(start, dot).replace('/', '.');
    Link link = netns.linkTable().find(device);
    DevConf conf = netns.settings().find(directory, device, link);
    return conf == null ? null : new Place(conf, index, link);
  }

  /**
   * Returns a range of ports as the kernel would show it.
   *
   * <p>Models: net/ipv4/sysctl_net_ipv4.c:ipv4_local_port_range()
   */
  private String portRange(String value) {
    List<String> words = BLANKS.splitToList(value);
    if (words.isEmpty() || words.size() > 2) {
      throw ErrnoException.of(Errno.EINVAL, PORT_RANGE);
    }
    try {
      long low = decode(words.get(0));
      String old = read(PORT_RANGE);
      long high =
          words.size() == 2 ? decode(words.get(1)) : decode(old.substring(old.indexOf('\t') + 1));
      if (low < Math.max(1, number(UNPRIVILEGED_PORTS)) || high < low || high > 0xffff) {
        throw ErrnoException.of(Errno.EINVAL, PORT_RANGE);
      }
      return low + "\t" + high;
    } catch (NumberFormatException e) {
      throw ErrnoException.of(Errno.EINVAL, PORT_RANGE);
    }
  }

  /**
   * Returns {@code value} as the kernel would show it.
   *
   * <p>Models: kernel/sysctl.c:proc_dointvec_minmax(), proc_get_long()
   */
  private static String canonical(String key, SysctlSchema.Type type, String value) {
    if (!type.writable()) {
      throw ErrnoException.of(Errno.EACCES, key);
    }
    String text = value.strip();
    if (!type.number()) {
      return text;
    }
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    try {
      long number = decode(text.substring(0, end));
      if (number >= type.min() && number <= type.max()) {
        return Long.toString(type.kept(number));
      }
    } catch (NumberFormatException e) {
      throw ErrnoException.of(Errno.EINVAL, key);
    }
    throw ErrnoException.of(Errno.EINVAL, key);
  }

  private static long decode(String text) {
    if (text.startsWith("+") || text.startsWith("#") || text.startsWith("-#")) {
      throw new NumberFormatException(text);
    }
    return Long.decode(text);
  }
}
