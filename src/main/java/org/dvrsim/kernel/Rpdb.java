package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/**
 * The routing policy database of one family: rules by priority, those of equal priority as they
 * came.
 *
 * <p>Models: net/core/fib_rules.c:fib_newrule(), fib_delrule(), rule_exists(), rule_find(),
 * fib_default_rule_pref(); net/ipv4/fib_rules.c, net/ipv6/fib6_rules.c
 */
final class Rpdb {
  /** IPTOS_TOS_MASK: the higher bits of a DSCP are not for IPv4 rules. */
  private static final int TOS_MASK = 0x1e;

  private static final IfName LOOPBACK = new IfName("lo");

  /** Up to how many rules a lookup just asks one after the other. */
  private static final int WALKED = 16;

  private static final IpRule LOCAL4 = defaultRule(IpFamily.V4, 0, TableId.LOCAL);
  private static final IpRule LOCAL6 = defaultRule(IpFamily.V6, 0, TableId.LOCAL);
  private static final IpRule MAIN4 = defaultRule(IpFamily.V4, 32766, TableId.MAIN);
  private static final IpRule MAIN6 = defaultRule(IpFamily.V6, 32766, TableId.MAIN);
  private static final IpRule DEFAULT4 = defaultRule(IpFamily.V4, 32767, TableId.DEFAULT);

  private final Netns netns;
  private final IpFamily family;
  private final List<IpRule> rules = new ArrayList<>();
  private final List<IpRule> view = Collections.unmodifiableList(rules);
  private RuleIndex index;

  /** How many rules look into packets received. */
  private int inspecting;

  Rpdb(Netns netns, IpFamily family) {
    this.netns = netns;
    this.family = family;
    rules.addAll(family == IpFamily.V4 ? List.of(LOCAL4, MAIN4, DEFAULT4) : List.of(LOCAL6, MAIN6));
  }

  private static IpRule defaultRule(IpFamily family, long priority, TableId table) {
    return new IpRule(
        family,
        priority,
        false,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RouteProtocol.KERNEL,
        RuleAction.TO_TABLE,
        table,
        Optional.empty(),
        -1,
        -1,
        RuleSelector.ANY);
  }

  /** Returns the rules in order. */
  List<IpRule> rules() {
    return view;
  }

  /**
   * Tells whether packets received are looked into for the sake of rules
   * (fib_rule_requires_fldissect).
   */
  boolean looksIntoPackets() {
    return inspecting > 0;
  }

  private static boolean inspects(IpRule rule) {
    RuleSelector selector = rule.selector();
    return (selector.protocol() != 0
            || selector.sourcePorts().isPresent()
            || selector.destinationPorts().isPresent())
        && !rule.iif().filter(LOOPBACK::equals).isPresent();
  }

  private void put(int place, IpRule rule) {
    rules.add(place, rule);
    inspecting += inspects(rule) ? 1 : 0;
    index = null;
    netns.changes().ruleChanged(null, rule);
    netns.rtnetlink().rule(false, rule, netns);
  }

  private void drop(int place) {
    IpRule rule = rules.remove(place);
    inspecting -= inspects(rule) ? 1 : 0;
    index = null;
    netns.changes().ruleChanged(rule, null);
    netns.rtnetlink().rule(true, rule, netns);
  }

  /** Adds a rule after those of equal or lower priority. */
  void add(RuleSpec spec) {
    RuleRequest.check(spec);
    long priority = spec.priority().orElseGet(this::freePriority);
    RuleRequest.checkGoto(spec, priority);
    IpRule rule = IpRule.of(spec, priority);
    int place = firstFrom(priority);
    for (; place < rules.size() && rules.get(place).priority() == priority; place++) {
      if (RuleRequest.isEqual(rules.get(place), rule, spec)) {
        throw ErrnoException.of(Errno.EEXIST, "rule add");
      }
    }
    rule = configure(rule, spec);
    put(place, rule);
  }

  /** Returns one less than the second rule's priority, or 0. */
  private long freePriority() {
    if (rules.size() < 2 || rules.get(1).priority() == 0) {
      return 0;
    }
    return rules.get(1).priority() - 1;
  }

  private IpRule configure(IpRule rule, RuleSpec spec) {
    if ((spec.tos() & 3) != 0) {
      throw RuleRequest.invalid("Invalid dsfield (tos): ECN bits must be 0");
    }
    if (family == IpFamily.V4 && (spec.tos() & ~TOS_MASK) != 0) {
      throw RuleRequest.invalid("Invalid tos");
    }
    if (rule.action() != RuleAction.TO_TABLE || rule.selector().l3mdev()) {
      if (family == IpFamily.V4) {
        netns.fib4().rulesTouched();
      }
      return rule;
    }
    if (family == IpFamily.V6) {
      if (rule.table().equals(TableId.UNSPEC)) {
        throw RuleRequest.invalid("Invalid table");
      }
      netns.routeTables().make6(rule.table());
      return rule;
    }
    netns.fib4().rulesTouched();
    return rule.table().equals(TableId.UNSPEC)
        ? rule.withTable(netns.routeTables().makeEmpty4())
        : rule;
  }

  /** Deletes the first rule that has every attribute sent. */
  void delete(RuleSpec spec) {
    RuleRequest.check(spec);
    RuleRequest.checkGoto(spec, spec.priority().orElseGet(this::freePriority));
    long wanted = spec.priority().orElse(-1L);
    for (int i = firstFrom(wanted); i < rules.size(); i++) {
      if (wanted >= 0 && rules.get(i).priority() > wanted) {
        break;
      }
      if (RuleRequest.isMeant(rules.get(i), spec)) {
        if (family == IpFamily.V4) {
          netns.fib4().rulesTouched();
        }
        drop(i);
        return;
      }
    }
    throw ErrnoException.of(Errno.ENOENT, "rule del");
  }

  /** Deletes all rules but those of priority 0. */
  void flush() {
    for (int i = 0; i < rules.size(); ) {
      if (rules.get(i).priority() == 0) {
        i++;
      } else {
        if (family == IpFamily.V4) {
          netns.fib4().rulesTouched();
        }
        drop(i);
      }
    }
  }

  // Lookup.

  /** Looks up one table. */
  @FunctionalInterface
  interface TableLookup {
    /** Returns what table {@code id} says about {@code flow}, null if nothing. */
    FibResult lookup(int id, Flow flow, boolean ignoreLinkState);
  }

  /**
   * Asks the rules in order until one gives an answer.
   *
   * <p>Models: net/core/fib_rules.c:fib_rules_lookup(), net/ipv4/fib_rules.c:fib4_rule_action(),
   * fib4_rule_suppress()
   */
  FibResult lookup(Flow flow, boolean ignoreLinkState, TableLookup tables) {
    RuleIndex.Candidates candidates = candidates(flow);
    int i = next(candidates, 0);
    while (i >= 0) {
      IpRule rule = rules.get(i);
      int next = i + 1;
      if (matches(rule, flow) && rule.action() != RuleAction.NOP) {
        if (rule.action() == RuleAction.GOTO) {
          next = Math.max(next, indexOf(rule.gotoPriority().orElseThrow()));
        } else {
          FibResult result = act(rule, flow, ignoreLinkState, tables);
          if (result != null) {
            return result.by(rule);
          }
        }
      }
      i = next(candidates, next);
    }
    return FibResult.UNREACHABLE;
  }

  /** Returns which rules to ask, null for all: a short database is walked faster than looked up. */
  private RuleIndex.Candidates candidates(Flow flow) {
    if (rules.size() <= WALKED) {
      return null;
    }
    if (index == null) {
      index = new RuleIndex(rules);
    }
    IfName incoming = netns.link(flow.iif()).map(Link::name).orElse(null);
    return index.candidates(flow, incoming);
  }

  private int next(RuleIndex.Candidates candidates, int from) {
    if (candidates != null) {
      return candidates.next(from);
    }
    return from < rules.size() ? from : -1;
  }

  private static FibResult act(
      IpRule rule, Flow flow, boolean ignoreLinkState, TableLookup tables) {
    return switch (rule.action()) {
      case BLACKHOLE, ANYCAST, MULTICAST, THROW -> FibResult.failed(Errno.EINVAL);
      case UNREACHABLE -> FibResult.failed(Errno.ENETUNREACH);
      case PROHIBIT -> FibResult.failed(Errno.EACCES);
      default -> lookupTable(rule, flow, ignoreLinkState, tables);
    };
  }

  private static FibResult lookupTable(
      IpRule rule, Flow flow, boolean ignoreLinkState, TableLookup tables) {
    FibResult result = tables.lookup(rule.table().bits(), flow, ignoreLinkState);
    if (result == null) {
      return null;
    }
    if (!result.isFound()) {
      return result.error().get() == Errno.EAGAIN ? null : result;
    }
    int length = result.route().orElseThrow().destination().length();
    return length <= rule.suppressPrefixLength() || isSuppressed(rule, result) ? null : result;
  }

  private static boolean isSuppressed(IpRule rule, FibResult result) {
    return rule.suppressGroup() != -1
        && result
            .hop()
            .device()
            .map(device -> device.group() == rule.suppressGroup())
            .orElse(false);
  }

  private int indexOf(long priority) {
    int first = firstFrom(priority);
    return first < rules.size() && rules.get(first).priority() == priority ? first : -1;
  }

  /** Returns the place of the first rule with at least this priority. */
  private int firstFrom(long priority) {
    int low = 0;
    int high = rules.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rules.get(middle).priority() < priority) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean matches(IpRule rule, Flow flow) {
    return rule.not() != selects(rule, flow);
  }

  @SuppressWarnings("ReferenceEquality") // most rules have this very selector
  private boolean selects(IpRule rule, Flow flow) {
    return (rule.iif().isEmpty() || isDevice(rule.iif().get(), flow.iif()))
        && (rule.oif().isEmpty() || isDevice(rule.oif().get(), flow.oif()))
        && (rule.mark().isEmpty() || rule.mark().get().matches(flow.mark()))
        && (rule.from().isEmpty()
            || rule.from().get().address().matches(flow.source(), rule.from().get().length()))
        && (rule.to().isEmpty()
            || rule.to().get().address().matches(flow.destination(), rule.to().get().length()))
        && rule.selector().matches(flow)
        && (rule.tos() == 0 || flow.hasTos(rule.tos()));
  }

  private boolean isDevice(IfName name, int ifindex) {
    Link link = netns.find(name);
    return link != null && link.ifindex() == ifindex;
  }
}
