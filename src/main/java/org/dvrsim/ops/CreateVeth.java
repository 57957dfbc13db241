package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Creates a pair of connected devices, both down.
 *
 * @param netns where the first end is created
 * @param end the first end; without a name the kernel takes the first free {@code vethN}
 * @param peerNetns where the peer is created
 * @param peer the other end
 */
public record CreateVeth(NetnsName netns, LinkSpec end, NetnsName peerNetns, LinkSpec peer)
    implements Op {
  /** Checks that all is given. */
  public CreateVeth {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(end);
    Objects.requireNonNull(peerNetns);
    Objects.requireNonNull(peer);
  }

  /** Returns a pair of named devices whose MAC addresses the kernel picks, with the default MTU. */
  public static CreateVeth of(NetnsName netns, IfName name, NetnsName peerNetns, IfName peerName) {
    return new CreateVeth(netns, LinkSpec.named(name), peerNetns, LinkSpec.named(peerName));
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
