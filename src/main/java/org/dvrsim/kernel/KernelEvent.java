package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.TableName;

/**
 * Something that really changed in a kernel, as {@code ip monitor} would tell it.
 *
 * <p>Each event of an object holds what it was before, empty if it is new, and what it is now,
 * empty if it is gone. An event is told after the change.
 */
public sealed interface KernelEvent {
  /** Returns the namespace in which it happened. */
  NetnsName netns();

  /** A namespace was made. */
  record NetnsAdded(NetnsName netns) implements KernelEvent {}

  /** A namespace is gone with all it held. */
  record NetnsRemoved(NetnsName netns) implements KernelEvent {}

  /** A device came, went or changed. */
  record LinkChanged(NetnsName netns, Optional<LinkState> before, Optional<LinkState> after)
      implements KernelEvent {}

  /** An address came, went or changed. */
  record AddressChanged(NetnsName netns, Optional<IfAddress> before, Optional<IfAddress> after)
      implements KernelEvent {}

  /** A route came, went or was replaced. */
  record RouteChanged(NetnsName netns, Optional<Route> before, Optional<Route> after)
      implements KernelEvent {}

  /** A routing rule came or went. */
  record RuleChanged(NetnsName netns, Optional<IpRule> before, Optional<IpRule> after)
      implements KernelEvent {}

  /** A neighbour entry came, went or changed. */
  record NeighbourChanged(NetnsName netns, Optional<Neighbour> before, Optional<Neighbour> after)
      implements KernelEvent {}

  /** A setting was changed by somebody or by another setting. */
  record SysctlChanged(NetnsName netns, String key, String before, String after)
      implements KernelEvent {}

  /** A chain, rule or policy of a netfilter table changed. */
  record NetfilterChanged(NetnsName netns, IpFamily family, TableName table)
      implements KernelEvent {}
}
