package org.dvrsim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/** A long rule database answers as if every rule were asked. */
final class RpdbProperties {
  @Property(tries = 100)
  void lookup_manyRules_isThatOfTheFirstThatMatches(
      @ForAll("rules") List<RuleSpec> specs, @ForAll("flows") Flow flow) {
    Netns a = Lab.connected().a;
    for (int table = 1; table <= 4; table++) {
      Lab.add(a, "default dev v0 table " + table);
    }
    for (RuleSpec spec : specs) {
      try {
        a.requests().addRule(spec);
      } catch (ErrnoException e) {
        assertEquals(org.dvrsim.base.Errno.EEXIST, e.errno());
      }
    }
    Optional<IpRule> first = Optional.empty();
    for (IpRule rule : a.rules(IpFamily.V4)) {
      if (first.isEmpty() && rule.table().number() <= 4 && selects(a, rule, flow)) {
        first = Optional.of(rule);
      }
    }
    assertEquals(first, a.lookup(flow).rule());
  }

  private static boolean selects(Netns netns, IpRule rule, Flow flow) {
    boolean all =
        rule.from().map(f -> f.address().matches(flow.source(), f.length())).orElse(true)
            && rule.to().map(t -> t.address().matches(flow.destination(), t.length())).orElse(true)
            && rule.mark().map(m -> m.matches(flow.mark())).orElse(true)
            && rule.iif()
                .map(i -> netns.link(i).map(l -> l.ifindex() == flow.iif()).orElse(false))
                .orElse(true);
    return all != rule.not();
  }

  @Provide
  Arbitrary<List<RuleSpec>> rules() {
    return rule().list().ofMinSize(20).ofMaxSize(40);
  }

  private static Arbitrary<RuleSpec> rule() {
    Arbitrary<Optional<IpInterface>> prefixes =
        Arbitraries.of("10.0.0.1/32", "10.0.0.2/32", "10.0.0.0/24", "10.0.0.9/8")
            .map(IpInterface::parse)
            .optional(0.4);
    return Combinators.combine(
            prefixes,
            prefixes,
            Arbitraries.of("lo", "v0", "missing0").map(IfName::new).optional(0.3),
            Arbitraries.of(1, 2).map(Fwmark::exactly).optional(0.2),
            Arbitraries.of(false, false, false, true),
            Arbitraries.integers().between(1, 4),
            Arbitraries.longs().between(1, 100))
        .as(
            (from, to, iif, mark, not, table, priority) -> {
              RuleSpec.Builder rule =
                  RuleSpec.in(IpFamily.V4).table(new TableId(table)).priority(priority);
              from.ifPresent(rule::from);
              to.ifPresent(rule::to);
              iif.ifPresent(rule::iif);
              mark.ifPresent(rule::mark);
              if (not) {
                rule.not();
              }
              return rule.build();
            });
  }

  @Provide
  Arbitrary<Flow> flows() {
    Arbitrary<IpAddress> addresses =
        Arbitraries.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.9.0.1", "11.0.0.1")
            .map(IpAddress::parse);
    return Combinators.combine(addresses, addresses, Arbitraries.of(1, 2), Arbitraries.of(0, 1, 2))
        .as((to, from, iif, mark) -> Flow.received(to, from, iif, mark, 0));
  }
}
