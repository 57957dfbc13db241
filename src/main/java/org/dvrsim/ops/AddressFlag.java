package org.dvrsim.ops;

import java.util.Locale;
import org.dvrsim.kernel.IfAddress;

/** The flags that a request for an address may set, by iproute2's words. */
enum AddressFlag {
  NOPREFIXROUTE(IfAddress.NOPREFIXROUTE),
  NODAD(IfAddress.NODAD),
  OPTIMISTIC(IfAddress.OPTIMISTIC),
  HOME(IfAddress.HOMEADDRESS),
  MNGTMPADDR(IfAddress.MANAGETEMPADDR),
  AUTOJOIN(IfAddress.MCAUTOJOIN);

  private final int bit;

  AddressFlag(int bit) {
    this.bit = bit;
  }

  /** Returns the IFA_F_* bit. */
  int bit() {
    return bit;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
