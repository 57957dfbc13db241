package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/**
 * A routing rule as a request names it (RTM_NEWRULE, RTM_DELRULE): what is empty was not sent.
 *
 * @param family the rule database it is for
 * @param priority 0 to 2^32 - 1; empty: the kernel takes one below the lowest of its own
 * @param from the source; host bits may be set, and stay visible when the rule is listed
 * @param to the destination
 * @param action what happens; {@link RuleAction#TO_TABLE} with {@code table}
 */
public record RuleSpec(
    IpFamily family,
    Optional<Long> priority,
    boolean not,
    Optional<IpInterface> from,
    Optional<IpInterface> to,
    int tos,
    Optional<Fwmark> mark,
    Optional<IfName> iif,
    Optional<IfName> oif,
    Optional<RouteProtocol> protocol,
    RuleAction action,
    Optional<TableId> table,
    Optional<Long> gotoPriority,
    Optional<Integer> suppressPrefixLength,
    Optional<Integer> suppressGroup,
    RuleSelector selector) {
  /** Checks that all is given. */
  public RuleSpec {
    Objects.requireNonNull(family);
    Objects.requireNonNull(priority);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(mark);
    Objects.requireNonNull(iif);
    Objects.requireNonNull(oif);
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(action);
    Objects.requireNonNull(table);
    Objects.requireNonNull(gotoPriority);
    Objects.requireNonNull(suppressPrefixLength);
    Objects.requireNonNull(suppressGroup);
    Objects.requireNonNull(selector);
  }

  /** Returns this request as somebody else's. */
  public RuleSpec withProtocol(RouteProtocol other) {
    return new RuleSpec(
        family,
        priority,
        not,
        from,
        to,
        tos,
        mark,
        iif,
        oif,
        Optional.of(other),
        action,
        table,
        gotoPriority,
        suppressPrefixLength,
        suppressGroup,
        selector);
  }

  /** Returns the start of a request in {@code family}'s database. */
  public static Builder in(IpFamily family) {
    return new Builder(family);
  }

  /** Gathers the attributes of a request. */
  public static final class Builder {
    private final IpFamily family;
    private Optional<Long> priority = Optional.empty();
    private boolean not;
    private Optional<IpInterface> from = Optional.empty();
    private Optional<IpInterface> to = Optional.empty();
    private int tos;
    private Optional<Fwmark> mark = Optional.empty();
    private Optional<IfName> iif = Optional.empty();
    private Optional<IfName> oif = Optional.empty();
    private Optional<RouteProtocol> protocol = Optional.empty();
    private RuleAction action = RuleAction.TO_TABLE;
    private Optional<TableId> table = Optional.empty();
    private Optional<Long> gotoPriority = Optional.empty();
    private Optional<Integer> suppressPrefixLength = Optional.empty();
    private Optional<Integer> suppressGroup = Optional.empty();
    private RuleSelector selector = RuleSelector.ANY;

    private Builder(IpFamily family) {
      this.family = Objects.requireNonNull(family);
    }

    /** Sets the priority. */
    public Builder priority(long priority) {
      this.priority = Optional.of(priority);
      return this;
    }

    /** Inverts the selector. */
    public Builder not() {
      this.not = true;
      return this;
    }

    /** Sets the source. */
    public Builder from(IpInterface from) {
      this.from = Optional.of(from);
      return this;
    }

    /** Sets the destination. */
    public Builder to(IpInterface to) {
      this.to = Optional.of(to);
      return this;
    }

    /** Sets the type of service. */
    public Builder tos(int tos) {
      this.tos = tos;
      return this;
    }

    /** Sets the packet mark. */
    public Builder mark(Fwmark mark) {
      this.mark = Optional.of(mark);
      return this;
    }

    /** Sets the incoming device. */
    public Builder iif(IfName iif) {
      this.iif = Optional.of(iif);
      return this;
    }

    /** Sets the outgoing device. */
    public Builder oif(IfName oif) {
      this.oif = Optional.of(oif);
      return this;
    }

    /** Sets who installs the rule. */
    public Builder protocol(RouteProtocol protocol) {
      this.protocol = Optional.of(protocol);
      return this;
    }

    /** Sets the action. */
    public Builder action(RuleAction action) {
      this.action = action;
      return this;
    }

    /** Sets the table looked up. */
    public Builder table(TableId table) {
      this.table = Optional.of(table);
      return this;
    }

    /** Sets the priority jumped to. */
    public Builder gotoPriority(long priority) {
      this.action = RuleAction.GOTO;
      this.gotoPriority = Optional.of(priority);
      return this;
    }

    /** Sets the prefix length up to which a result is ignored. */
    public Builder suppressPrefixLength(int length) {
      this.suppressPrefixLength = Optional.of(length);
      return this;
    }

    /** Sets the device group a result over which is ignored. */
    public Builder suppressGroup(int group) {
      this.suppressGroup = Optional.of(group);
      return this;
    }

    /** Sets what else is selected by. */
    public Builder selector(RuleSelector selector) {
      this.selector = selector;
      return this;
    }

    /** Returns the request. */
    public RuleSpec build() {
      return new RuleSpec(
          family,
          priority,
          not,
          from,
          to,
          tos,
          mark,
          iif,
          oif,
          protocol,
          action,
          table,
          gotoPriority,
          suppressPrefixLength,
          suppressGroup,
          selector);
    }
  }
}
