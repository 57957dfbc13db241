package org.dvrsim.shell;

import java.util.List;

/**
 * The flags of an address, in the order in which they are printed.
 *
 * <p>Models: iproute2 ip/ipaddress.c:ifa_flag_data; include/uapi/linux/if_addr.h
 */
final class AddressFlags {
  /** IFA_F_SECONDARY; IPv6 calls it temporary. */
  static final int SECONDARY = 0x01;

  /** IFA_F_PERMANENT, whose absence is printed. */
  static final int PERMANENT = 0x80;

  /** A flag and its name. */
  record Flag(String name, int bit) {}

  /** All flags, in printing order. */
  static final List<Flag> ALL =
      List.of(
          new Flag("secondary", SECONDARY),
          new Flag("temporary", SECONDARY),
          new Flag("nodad", 0x02),
          new Flag("optimistic", 0x04),
          new Flag("dadfailed", 0x08),
          new Flag("home", 0x10),
          new Flag("deprecated", 0x20),
          new Flag("tentative", 0x40),
          new Flag("permanent", PERMANENT),
          new Flag("mngtmpaddr", 0x100),
          new Flag("noprefixroute", 0x200),
          new Flag("autojoin", 0x400),
          new Flag("stable-privacy", 0x800));

  private AddressFlags() {}

  /** Returns the bit of a name, 0 if there is none. */
  static int bit(String name) {
    for (Flag flag : ALL) {
      if (flag.name().equals(name)) {
        return flag.bit();
      }
    }
    return 0;
  }
}
