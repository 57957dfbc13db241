package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Deletes an address and the routes that hang on it.
 *
 * <p>Refused with EADDRNOTAVAIL if the device does not have it, ENODEV without the device.
 */
public record DeleteAddress(NetnsName netns, IfName device, AddressSpec address) implements Op {
  /** Checks that all is given. */
  public DeleteAddress {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    Objects.requireNonNull(address);
  }

  @Override
  public String recordedName() {
    return "delete_ip_address";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
