package org.dvrsim.agent;

import java.util.HashMap;
import java.util.Map;
import org.dvrsim.net.IfName;

/**
 * The names of one kind of devices that the agent makes: a prefix and as much of an id as fits.
 *
 * <p>Models: neutron/agent/l3/router_info.py:BaseRouterInfo.get_internal_device_name and its kin
 */
final class DeviceNames {
  /** An internal router port. */
  static final String INTERNAL_DEV_PREFIX = "qr-";

  /** A router's port on the external network. */
  static final String EXTERNAL_DEV_PREFIX = "qg-";

  /** A centralised SNAT port in the snat namespace. */
  static final String SNAT_INT_DEV_PREFIX = "sg-";

  /** The agent gateway port in the fip namespace. */
  static final String FIP_EXT_DEV_PREFIX = "fg-";

  /** The fip namespace's end of the link to a router. */
  static final String FIP_2_ROUTER_DEV_PREFIX = "fpr-";

  /** A router's end of the link to the fip namespace. */
  static final String ROUTER_2_FIP_DEV_PREFIX = "rfp-";

  /** The driver's DEV_NAME_LEN: one less than the kernel allows. */
  private static final int DEV_NAME_LEN = 14;

  private final String prefix;

  /** The names made so far, by id: the same ports come again and again. */
  private final Map<String, IfName> made = new HashMap<>();

  /** Starts with no name made. */
  DeviceNames(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the prefix and {@code id}, cut to 14 characters. */
  IfName of(String id) {
    IfName name = made.get(id);
    if (name == null) {
      int taken = Math.min(id.length(), DEV_NAME_LEN - prefix.length());
      name = new IfName(prefix.concat(id.substring(0, taken)));
      made.put(id, name);
    }
    return name;
  }

  /** Tells whether {@code device}'s name begins with {@code prefix}. */
  static boolean hasPrefix(IfName device, String prefix) {
    return device.text().startsWith(prefix);
  }
}
