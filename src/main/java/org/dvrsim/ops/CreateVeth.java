package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Creates a pair of connected devices, both down.
 *
 * @param netns where the first end is created
 * @param end the first end; without a name the kernel takes the first free {@code vethN}
 * @param peerNetns where the peer is created
 * @param peer the other end
 */
public record CreateVeth(NetnsName netns, End end, NetnsName peerNetns, End peer) implements Op {
  /** Checks that all is given. */
  public CreateVeth {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(end);
    Objects.requireNonNull(peerNetns);
    Objects.requireNonNull(peer);
  }

  /** Returns a pair of named devices whose MAC addresses the kernel picks, with the default MTU. */
  public static CreateVeth of(NetnsName netns, IfName name, NetnsName peerNetns, IfName peerName) {
    return new CreateVeth(netns, End.named(name), peerNetns, End.named(peerName));
  }

  /**
   * One end of the pair as asked for.
   *
   * @param name empty: the kernel picks the first free vethN
   * @param mac empty: the kernel picks one at random
   * @param mtu empty: 1500
   * @param up whether the end is brought up at once
   */
  public record End(
      Optional<IfName> name, Optional<MacAddress> mac, Optional<Integer> mtu, boolean up) {
    /** Builds an end that stays down. */
    public End(Optional<IfName> name, Optional<MacAddress> mac, Optional<Integer> mtu) {
      this(name, mac, mtu, false);
    }

    /** Returns an end of which only the name is asked for. */
    public static End named(IfName name) {
      return new End(Optional.of(name), Optional.empty(), Optional.empty());
    }
  }

  @Override
  public String recordedName() {
    return "create_interface";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
