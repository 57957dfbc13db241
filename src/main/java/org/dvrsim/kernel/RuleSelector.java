package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;

/**
 * What few rules select by: virtual routing domains, users, and what is above IP.
 *
 * <p>Models: net/core/fib_rules.c:fib_rule_match(), rule_exists(), rule_find();
 * net/ipv4/fib_rules.c:fib4_rule_match()
 *
 * @param l3mdev whether the table is that of the device's virtual routing domain
 * @param protocol the number of the protocol above IP, 0 for any
 */
public record RuleSelector(
    boolean l3mdev,
    Optional<UidRange> uids,
    int protocol,
    Optional<PortRange> sourcePorts,
    Optional<PortRange> destinationPorts) {
  /** Selects everything. */
  public static final RuleSelector ANY =
      new RuleSelector(false, Optional.empty(), 0, Optional.empty(), Optional.empty());

  /** Checks that all is given. */
  public RuleSelector {
    Objects.requireNonNull(uids);
    Objects.requireNonNull(sourcePorts);
    Objects.requireNonNull(destinationPorts);
  }

  /** Returns this with {@code l3mdev}. */
  public RuleSelector withL3mdev() {
    return new RuleSelector(true, uids, protocol, sourcePorts, destinationPorts);
  }

  /** Returns this with users. */
  public RuleSelector withUids(UidRange range) {
    return new RuleSelector(l3mdev, Optional.of(range), protocol, sourcePorts, destinationPorts);
  }

  /** Returns this with a protocol. */
  public RuleSelector withProtocol(int number) {
    return new RuleSelector(l3mdev, uids, number, sourcePorts, destinationPorts);
  }

  /** Returns this with source ports. */
  public RuleSelector withSourcePorts(PortRange range) {
    return new RuleSelector(l3mdev, uids, protocol, Optional.of(range), destinationPorts);
  }

  /** Returns this with destination ports. */
  public RuleSelector withDestinationPorts(PortRange range) {
    return new RuleSelector(l3mdev, uids, protocol, sourcePorts, Optional.of(range));
  }

  /** Tells whether this selects a flow. No device is in a virtual routing domain. */
  boolean matches(Flow flow) {
    Flow.Transport transport = flow.transport();
    return !l3mdev
        && (uids.isEmpty() || uids.get().matches(transport.uid()))
        && (protocol == 0 || protocol == transport.protocol())
        && (sourcePorts.isEmpty() || sourcePorts.get().matches(transport.sourcePort()))
        && (destinationPorts.isEmpty()
            || destinationPorts.get().matches(transport.destinationPort()));
  }

  /** Tells whether {@code rule} has what this asks for; what is left out fits anything. */
  public boolean fits(RuleSelector rule) {
    return (!l3mdev || rule.l3mdev)
        && (uids.isEmpty() || uids.equals(rule.uids))
        && (protocol == 0 || protocol == rule.protocol)
        && fits(sourcePorts, rule.sourcePorts)
        && fits(destinationPorts, rule.destinationPorts);
  }

  private static boolean fits(Optional<PortRange> wanted, Optional<PortRange> held) {
    return wanted.isEmpty() || wanted.equals(held);
  }
}
