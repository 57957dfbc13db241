package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * The {@code arp_table} of the server's add_arp_entry and del_arp_entry calls.
 *
 * @param nudState the state that the entry shall have; told by servers of one earlier release alone
 *     and read by no agent of 26.0.3
 */
public record ArpTableEntry(
    IpAddress ipAddress, MacAddress macAddress, String subnetId, Optional<NudState> nudState) {

  /** Checks that all is given. */
  public ArpTableEntry {
    Objects.requireNonNull(ipAddress);
    Objects.requireNonNull(macAddress);
    Objects.requireNonNull(subnetId);
    Objects.requireNonNull(nudState);
  }

  /** Makes an entry as servers send it today. */
  public ArpTableEntry(IpAddress ipAddress, MacAddress macAddress, String subnetId) {
    this(ipAddress, macAddress, subnetId, Optional.empty());
  }
}
