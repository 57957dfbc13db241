package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * An entry of the ARP or neighbour discovery table.
 *
 * @param mac the link-layer address, empty while it is not known
 * @param state NUD_* state
 * @param router NTF_ROUTER: it is a router (IPv6)
 * @param externLearned NTF_EXT_LEARNED: somebody outside the kernel looks after it
 * @param protocol who installed it, empty if nobody said
 */
public record Neighbour(
    Link device,
    IpAddress address,
    Optional<MacAddress> mac,
    NudState state,
    boolean router,
    boolean externLearned,
    Optional<RouteProtocol> protocol) {
  /** Builds an entry that the kernel learned by itself. */
  public Neighbour(Link device, IpAddress address, Optional<MacAddress> mac, NudState state) {
    this(device, address, mac, state, false, false, Optional.empty());
  }

  /** Returns this entry on a device that stays as it is. */
  Neighbour frozen() {
    return new Neighbour(device.frozen(), address, mac, state, router, externLearned, protocol);
  }

  /** Returns this entry in another state. */
  public Neighbour withState(NudState newState) {
    return new Neighbour(device, address, mac, newState, router, externLearned, protocol);
  }

  /** Returns this entry with another address and state, as the kernel learns them. */
  public Neighbour learned(MacAddress newMac, NudState newState) {
    return new Neighbour(
        device, address, Optional.of(newMac), newState, router, externLearned, protocol);
  }
}
