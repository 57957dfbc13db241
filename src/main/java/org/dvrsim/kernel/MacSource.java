package org.dvrsim.kernel;

import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Picks the MAC address of a device for which none was asked.
 *
 * <p>The kernel draws it at random (include/linux/etherdevice.h:eth_hw_addr_random()); a simulation
 * must be told.
 */
@FunctionalInterface
public interface MacSource {
  /** Returns the address for the new device {@code name} in {@code netns}. */
  MacAddress next(NetnsName netns, IfName name);
}
