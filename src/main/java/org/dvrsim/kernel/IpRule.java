package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/**
 * A rule of the routing policy database.
 *
 * <p>Models: include/net/fib_rules.h:struct fib_rule
 *
 * @param priority 0 to 2^32 - 1; lower is asked first
 * @param from the source it selects; host bits may be set
 * @param to the destination it selects
 * @param iif the incoming device; {@code [detached]} while the namespace has none of that name
 * @param oif the outgoing device; likewise
 * @param table the table looked up; {@link TableId#UNSPEC} for other actions
 * @param gotoPriority the priority jumped to, if the action is {@link RuleAction#GOTO}
 * @param suppressPrefixLength routes with at most this length are ignored; -1: none is
 * @param suppressGroup routes over devices of this group are ignored; -1: none is
 * @param selector what else it selects by
 */
public record IpRule(
    IpFamily family,
    long priority,
    boolean not,
    Optional<IpInterface> from,
    Optional<IpInterface> to,
    int tos,
    Optional<Fwmark> mark,
    Optional<IfName> iif,
    Optional<IfName> oif,
    RouteProtocol protocol,
    RuleAction action,
    TableId table,
    Optional<Long> gotoPriority,
    int suppressPrefixLength,
    int suppressGroup,
    RuleSelector selector) {
  /** Returns what a request makes, its table not yet settled. */
  static IpRule of(RuleSpec spec, long priority) {
    return new IpRule(
        spec.family(),
        priority,
        spec.not(),
        spec.from().filter(p -> p.length() > 0),
        spec.to().filter(p -> p.length() > 0),
        spec.tos(),
        spec.mark().filter(m -> m.value() != 0 || m.mask() != 0),
        spec.iif(),
        spec.oif(),
        spec.protocol().orElse(RouteProtocol.UNSPEC),
        spec.action(),
        spec.table()
            .orElse(
                spec.action() == RuleAction.TO_TABLE && !spec.selector().l3mdev()
                    ? TableId.MAIN
                    : TableId.UNSPEC),
        spec.gotoPriority(),
        spec.suppressPrefixLength().orElse(-1),
        spec.suppressGroup().orElse(-1),
        spec.selector());
  }

  /** Returns this with another table. */
  IpRule withTable(TableId newTable) {
    return new IpRule(
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
        newTable,
        gotoPriority,
        suppressPrefixLength,
        suppressGroup,
        selector);
  }
}
