package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.MacAddress;

/**
 * A device that a namespace must have.
 *
 * @param mac empty if any will do
 * @param mtu empty if any will do
 * @param addresses those that the server gave it, in its order; the kernel's own link-local one is
 *     not among them
 * @param onBridge whether it is a port of the integration bridge; otherwise one end of a veth
 */
record WantedDevice(
    IfName name,
    Optional<MacAddress> mac,
    Optional<Integer> mtu,
    List<IpInterface> addresses,
    boolean onBridge) {
  WantedDevice {
    addresses = List.copyOf(addresses);
  }
}
