package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Adds, changes or replaces a neighbour entry.
 *
 * @param mac empty for states that need none
 * @param router NTF_ROUTER: the neighbour is a router (IPv6)
 * @param proxy NTF_PROXY: this host answers for the address; {@code mac} and {@code state} do not
 *     count
 */
public record AddNeighbour(
    NetnsName netns,
    Mode mode,
    IfName device,
    IpAddress address,
    Optional<MacAddress> mac,
    NudState state,
    boolean router,
    boolean proxy)
    implements Op {
  /** Checks that all is given. */
  public AddNeighbour {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(device);
    Objects.requireNonNull(address);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(state);
  }

  /** Builds a request for an ordinary entry. */
  public AddNeighbour(
      NetnsName netns,
      Mode mode,
      IfName device,
      IpAddress address,
      Optional<MacAddress> mac,
      NudState state) {
    this(netns, mode, device, address, mac, state, false, false);
  }

  /** How the request treats an entry that is there. */
  public enum Mode {
    /** Refused with EEXIST if there is one. */
    ADD,
    /** Refused with ENOENT if there is none. */
    CHANGE,
    /** Takes both. */
    REPLACE
  }

  @Override
  public String recordedName() {
    return "add_neigh_entry";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
