package org.dvrsim.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NameBook;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.datapath.Disposition;
import org.dvrsim.datapath.Step;
import org.dvrsim.kernel.Netns;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.scenario.Origins;
import org.dvrsim.scenario.PlayedScenario;

/**
 * Explains a packet's way to a person, at three levels: 1 the places it passed, 2 also what decided
 * there and who put that there, 3 every step.
 */
public final class TraceText {
  private final Origins origins;
  private final NameBook names;
  private final int level;

  /** Builds the writer. */
  public TraceText(Origins origins, NameBook names, int level) {
    this.origins = origins;
    this.names = names;
    this.level = level;
  }

  /** Returns the explanation, line by line. */
  public List<String> lines(Traffic.Report report) {
    List<String> lines = new ArrayList<>();
    int packet = -1;
    Netns place = null;
    for (Step step : report.steps()) {
      if (step.packetId() != packet) {
        packet = step.packetId();
        place = null;
        lines.add("packet " + packet + ": " + step.packet());
      }
      if (step.netns() != null && step.netns() != place) {
        place = step.netns();
        lines.add("  " + where(place) + (step.in() == null ? "" : ", by " + name(step.in())));
      }
      if (levelOf(step) <= level) {
        lines.add("    " + describe(step));
        if (level >= 2) {
          origins(step, lines);
        }
      }
      if (step.end() != null && !step.end().isDelivered()) {
        advice(step).ifPresent(text -> lines.add("      to go on: " + names.toPeople(text)));
      }
    }
    lines.add(verdict(report));
    return lines;
  }

  private String name(Object thing) {
    return names.toPeople(thing.toString());
  }

  private String where(Netns netns) {
    Optional<ComputeHost> host = origins.hostOf(netns);
    String people = names.toPeople(netns.toString());
    return host.isEmpty() ? origins.guestOf(netns) : people + " on " + host.get().name();
  }

  private static int levelOf(Step step) {
    return switch (step.kind()) {
      case NAT, FRAGMENT, END -> 1;
      case ROUTE, NEIGHBOUR -> 2;
      case RULE -> step.cause() instanceof ChainRule rule && rule.jump() != null ? 3 : 2;
      case SEND, RECEIVE, POLICY, CONNTRACK, TRANSMIT -> 3;
    };
  }

  private String describe(Step step) {
    StringBuilder out = new StringBuilder();
    switch (step.kind()) {
      case RULE, POLICY -> out.append(step.table()).append(' ').append(step.text());
      case END ->
          out.append("ends: ").append(step.end()).append(" (").append(step.text()).append(')');
      case NAT -> out.append(step.text());
      default ->
          out.append(step.kind().toString().toLowerCase(Locale.ROOT))
              .append(": ")
              .append(step.text());
    }
    return names.toPeople(out.toString());
  }

  private void origins(Step step, List<String> lines) {
    for (Origins.Origin origin : origins.of(step.netns(), step.cause())) {
      if (step.kind() != Step.Kind.RULE && step.kind() != Step.Kind.NEIGHBOUR) {
        lines.add("      " + names.toPeople(origin.what()));
      }
      if (origin.op().isEmpty()) {
        continue;
      }
      PlayedScenario.PastOp past = origin.op().get();
      String by = past.entry().askedBy().isEmpty() ? "somebody" : past.entry().askedBy();
      lines.add(
          "        put there by " + by + " in step " + past.step() + " (" + past.what() + ")");
      if (level >= 3) {
        lines.add("        " + names.toPeople(origins.command(past, step.cause())));
      }
    }
  }

  /** Says what would have had to be there for the packet to go on. */
  static Optional<String> advice(Step step) {
    Disposition end = step.end();
    String destination = step.packet().destination().toString();
    return switch (end) {
      case NO_ROUTE, UNREACHABLE, BLACKHOLE, PROHIBITED ->
          Optional.of(
              "a route to "
                  + destination
                  + " in a table that the rules for source "
                  + step.packet().source()
                  + " lead to");
      case RP_FILTER ->
          Optional.of(
              "a route to "
                  + step.packet().source()
                  + " by "
                  + step.in()
                  + ", or rp_filter 0 or 2 on it and on all");
      case NOT_FORWARDED -> Optional.of("net.ipv4.ip_forward 1, or the address " + destination);
      case NEIGHBOUR_FAILED ->
          Optional.of(
              "somebody on the link by " + step.out() + " who answers, or a permanent entry");
      case LINK_DOWN -> Optional.of("both ends of the link up");
      case FILTERED, REJECTED -> Optional.of("a rule before this one that accepts the packet");
      case NO_LISTENER -> Optional.of("a program that listens there");
      case NOT_FOR_US -> Optional.of("the MAC address of this device at the sender");
      case MARTIAN_SOURCE ->
          Optional.of("another source than " + step.packet().source() + ", or accept_local 1");
      case TOO_BIG -> Optional.of("a smaller packet or a larger MTU");
      case LOST -> Optional.of("a port with that MAC address on this network");
      default -> Optional.empty();
    };
  }

  private static String verdict(Traffic.Report report) {
    if (report.isAnswered()) {
      return "answered, via "
          + report.via()
          + report.source().map(source -> "; the far end sees " + source).orElse("");
    }
    if (report.result().refused() != null) {
      return "not sent: " + report.result().refused().message();
    }
    return "no answer";
  }
}
