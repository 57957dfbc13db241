package org.dvrsim.agent;

import java.util.Objects;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/** The {@code arp_table} of the server's add_arp_entry and del_arp_entry calls. */
public record ArpTableEntry(IpAddress ipAddress, MacAddress macAddress, String subnetId) {

  /** Checks that all is given. */
  public ArpTableEntry {
    Objects.requireNonNull(ipAddress);
    Objects.requireNonNull(macAddress);
    Objects.requireNonNull(subnetId);
  }
}
