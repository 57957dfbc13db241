package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Adds, changes or replaces a neighbour entry.
 *
 * @param proxy NTF_PROXY: this host answers for the address; the entry's MAC address and state do
 *     not count
 */
public record AddNeighbour(
    NetnsName netns, Mode mode, IfName device, NeighbourSpec entry, boolean proxy) implements Op {
  /** Checks that all is given. */
  public AddNeighbour {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(mode);
    Objects.requireNonNull(device);
    Objects.requireNonNull(entry);
  }

  /** Builds a request for an ordinary entry. */
  public AddNeighbour(
      NetnsName netns,
      Mode mode,
      IfName device,
      IpAddress address,
      Optional<MacAddress> mac,
      NudState state) {
    this(netns, mode, device, NeighbourSpec.of(address, mac, state), false);
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
