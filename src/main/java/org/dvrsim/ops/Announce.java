package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.NetnsName;

/** Sends gratuitous ARP (IPv4) or an unsolicited neighbour advertisement for an address. */
public record Announce(NetnsName netns, IfName device, IpAddress address) implements Op {
  /** Checks that all is given. */
  public Announce {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    Objects.requireNonNull(address);
  }

  @Override
  public String recordedName() {
    return "announce";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
