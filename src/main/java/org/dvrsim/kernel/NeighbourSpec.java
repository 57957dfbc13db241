package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * A neighbour entry as a request names it (RTM_NEWNEIGH).
 *
 * @param mac empty for states that need none
 * @param router NTF_ROUTER: the neighbour is a router (IPv6)
 * @param externLearned NTF_EXT_LEARNED: somebody outside the kernel looks after it
 * @param protocol who installs it (NDA_PROTOCOL), empty if not sent
 */
public record NeighbourSpec(
    IpAddress address,
    Optional<MacAddress> mac,
    NudState state,
    boolean router,
    boolean externLearned,
    Optional<RouteProtocol> protocol) {
  /** Checks that all is given. */
  public NeighbourSpec {
    Objects.requireNonNull(address);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(state);
    Objects.requireNonNull(protocol);
  }

  /** Returns a request without the rarer attributes. */
  public static NeighbourSpec of(IpAddress address, Optional<MacAddress> mac, NudState state) {
    return new NeighbourSpec(address, mac, state, false, false, Optional.empty());
  }
}
