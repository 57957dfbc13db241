package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

final class ChainWalkProperties {
  /** A packet of which only the addresses matter. */
  private record Addressed(IpAddress source, IpAddress destination) implements PacketView {
    @Override
    public int protocol() {
      return Protocols.UDP;
    }

    @Override
    public int sourcePort() {
      return 1;
    }

    @Override
    public int destinationPort() {
      return 2;
    }

    @Override
    public int tcpFlags() {
      return 0;
    }

    @Override
    public int icmpType() {
      return -1;
    }

    @Override
    public int icmpCode() {
      return -1;
    }

    @Override
    public IfName in() {
      return IfName.LO;
    }

    @Override
    public IfName out() {
      return null;
    }

    @Override
    public int mark() {
      return 0;
    }

    @Override
    public MacAddress sourceMac() {
      return null;
    }

    @Override
    public int length() {
      return 100;
    }

    @Override
    public int ttl() {
      return 64;
    }

    @Override
    public boolean isLaterFragment() {
      return false;
    }

    @Override
    public CtState ctState() {
      return CtState.NEW;
    }

    @Override
    public Connection connection() {
      return null;
    }
  }

  @Provide
  Arbitrary<String> rules() {
    Arbitrary<String> addresses =
        Arbitraries.integers()
            .between(1, 6)
            .flatMap(
                n ->
                    Arbitraries.frequency(
                        tuple(8, "-s 10.0.0." + n),
                        tuple(8, "-d 10.0.0." + n),
                        tuple(2, "-s 10.0.0." + n + " -d 10.0.0.1"),
                        tuple(1, "! -s 10.0.0." + n),
                        tuple(1, "-d 10.0.0.0/30"),
                        tuple(1, "")));
    return Combinators.combine(
            addresses,
            Arbitraries.of("", "", "", "-j a", "-j RETURN", "-g b", "-j MARK --or-mark 1"))
        .as((address, target) -> address + " " + target);
  }

  private static Tuple.Tuple2<Integer, String> tuple(int weight, String text) {
    return Tuple.of(weight, text);
  }

  @Property(tries = 200)
  void walk_longChain_matchesWhatWalkingAllWould(
      @ForAll("ruleLists") List<String> rules, @ForAll("packets") PacketView packet) {
    StringBuilder text = new StringBuilder("*mangle\n:a - [0:0]\n:b - [0:0]\n");
    text.append("-A a -s 10.0.0.2\n-A b -s 10.0.0.3\n");
    for (String rule : rules) {
      text.append("-A PREROUTING ").append(rule).append('\n');
    }
    Netfilter netfilter = new Netfilter(IpFamily.V4);
    netfilter.restore(text.append("COMMIT\n").toString(), false);
    Chain base = netfilter.tableOrNull(TableName.MANGLE).baseChain(Hook.PREROUTING);

    List<ChainRule> matched = new ArrayList<>();
    new ChainWalk()
        .run(
            base,
            packet,
            new ChainWalk.Visitor() {
              @Override
              public HookVerdict apply(ChainRule rule, Target target) {
                return HookVerdict.CONTINUE;
              }

              @Override
              public void matched(ChainRule rule) {
                matched.add(rule);
              }
            });

    assertEquals(naively(base, packet), matched);
  }

  /** Walks as the kernel does; user chains here hold rules without targets only. */
  private static List<ChainRule> naively(Chain base, PacketView packet) {
    List<ChainRule> matched = new ArrayList<>();
    for (ChainRule rule : base.rules()) {
      if (!rule.rule().matches(packet)) {
        continue;
      }
      matched.add(rule);
      Target target = rule.rule().target();
      if (rule.jump() != null) {
        rule.jump().rules().stream().filter(r -> r.rule().matches(packet)).forEach(matched::add);
      }
      if (target == Verdict.RETURN || (target instanceof Jump jump && jump.isGoto())) {
        break;
      }
    }
    return matched;
  }

  @Provide
  Arbitrary<List<String>> ruleLists() {
    return rules().list().ofMinSize(1).ofMaxSize(60);
  }

  @Provide
  Arbitrary<PacketView> packets() {
    Arbitrary<IpAddress> hosts =
        Arbitraries.integers().between(0, 7).map(n -> IpAddress.v4(0x0a000000 + n));
    return Combinators.combine(hosts, hosts).as(Addressed::new);
  }
}
