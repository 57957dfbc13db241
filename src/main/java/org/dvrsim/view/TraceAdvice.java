package org.dvrsim.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.datapath.Step;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.net.IpAddress;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;

/** Says what would have had to be there for a packet to go on. */
final class TraceAdvice {
  private TraceAdvice() {}

  /** Returns the advice for the step that ended a packet's way; empty if there is none. */
  static Optional<String> of(Step step) {
    IpAddress destination = step.packet().destination();
    IpAddress source = step.packet().source();
    return Optional.ofNullable(
        switch (step.end()) {
          case NO_ROUTE -> "a route to " + destination + tables(step);
          case UNREACHABLE, BLACKHOLE, PROHIBITED ->
              "another route to " + destination + " than the one that refuses" + tables(step);
          case RP_FILTER ->
              "a route back to " + source + " by " + step.in() + ", or rp_filter off" + now(step);
          case NOT_FORWARDED ->
              "net.ipv4.ip_forward 1 here, or the address " + destination + " on this host";
          case NEIGHBOUR_FAILED ->
              "somebody on the network of "
                  + step.out()
                  + " who has the next hop's address, or a"
                  + " permanent neighbour entry for it";
          case LINK_DOWN -> "both ends of the link up";
          case FILTERED, REJECTED -> filtered(step);
          case NO_LISTENER -> "a program that listens on that port";
          case NOT_FOR_US -> "the MAC address of " + step.in() + " in the sender's neighbour entry";
          case MARTIAN_SOURCE -> "another source than " + source + ", or accept_local 1";
          case MARTIAN_DESTINATION -> "another destination than " + destination;
          case TTL_EXCEEDED -> "a larger time to live, or fewer routers on the way";
          case LOOP -> "a route at one of the routers that does not lead back";
          case TOO_BIG -> "a shorter packet, leave to split it, or a larger MTU on the way";
          case INCOMPLETE -> "all parts of the packet";
          case CONNTRACK_CLASH -> "a free port for the translation";
          case SPOOFED -> "an address of the port's own as source, or no port security on the port";
          case LOST -> "a port with that MAC address on this network";
          case NOT_EXPECTED -> "a program here that waits for it: somebody else asked";
          case NOT_TAKEN, DELIVERED -> null;
        });
  }

  /** Names the tables that the namespace's rules lead such a packet to. */
  private static String tables(Step step) {
    List<String> names = new ArrayList<>();
    if (step.netns() != null) {
      for (IpRule rule : step.netns().rules(step.packet().family())) {
        if (rule.action() == RuleAction.TO_TABLE && mayApply(rule, step)) {
          names.add(rule.table().toString());
        }
      }
    }
    return names.isEmpty() ? "" : "; asked in turn: tables " + String.join(", ", names);
  }

  private static boolean mayApply(IpRule rule, Step step) {
    boolean selected =
        rule.from().map(from -> from.network().contains(step.packet().source())).orElse(true)
            && rule.to().map(to -> to.network().contains(step.packet().destination())).orElse(true)
            && rule.iif().map(iif -> step.in() != null && iif.equals(step.in().name())).orElse(true)
            && rule.mark().map(mark -> mark.matches(step.mark())).orElse(true);
    return selected != rule.not();
  }

  private static String now(Step step) {
    Netns netns = step.netns();
    String conf = "net.ipv4.conf.";
    return " (now "
        + netns.sysctl().number(conf + step.in().name() + ".rp_filter")
        + ", of all "
        + netns.sysctl().number(conf + "all.rp_filter")
        + ")";
  }

  private static String filtered(Step step) {
    if (step.cause() instanceof ChainRule rule) {
      return "a rule in " + rule.chain().name() + " before this one that accepts the packet";
    }
    if (step.cause() instanceof Chain chain) {
      return "a rule in " + chain.name() + " that accepts the packet, or the policy ACCEPT";
    }
    return "a rule that accepts the packet";
  }
}
