package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Adds an address to a device, or with {@code replace} changes the one that is there.
 *
 * <p>Refused with EEXIST if it is there and {@code replace} is false, ENODEV without the device.
 */
public record AddAddress(NetnsName netns, IfName device, AddressSpec address, boolean replace)
    implements Op {
  /** Checks that all is given. */
  public AddAddress {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    Objects.requireNonNull(address);
  }

  @Override
  public String recordedName() {
    return "add_ip_address";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
