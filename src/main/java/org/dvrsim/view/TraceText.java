package org.dvrsim.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NameBook;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.datapath.Step;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Netns;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.scenario.Origins;

/**
 * Explains a packet's way to a person, at three levels: 1 the places it passed, 2 also what decided
 * there and who put that there, 3 every step. One packet after the other: first the request, then
 * what came of it.
 */
public final class TraceText {
  /** The level that also says who put there what decided. */
  private static final int WHO = 2;

  private static final int EVERYTHING = 3;

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
    Map<Integer, PacketRole> roles = PacketRole.of(report.steps());
    for (Map.Entry<Integer, PacketRole> packet : roles.entrySet()) {
      if (packet.getValue() != PacketRole.DISCOVERY || level >= EVERYTHING) {
        describe(packet.getKey(), packet.getValue(), report.steps(), lines);
      }
    }
    lines.add(verdict(report));
    return lines;
  }

  /** Tells of one packet, whatever happened to others meanwhile. */
  private void describe(int packet, PacketRole role, List<Step> steps, List<String> lines) {
    Netns place = null;
    boolean first = true;
    for (Step step : steps) {
      if (step.packetId() != packet) {
        continue;
      }
      if (first) {
        lines.add(role + ": " + step.packet());
        first = false;
      }
      if (step.netns() != null && step.netns() != place) {
        place = step.netns();
        lines.add("  " + where(place) + (step.in() == null ? "" : ", in by " + name(step.in())));
      }
      if (levelOf(step) <= level) {
        lines.add("    " + describe(step));
        if (level >= WHO) {
          origins(step, lines);
        }
      }
      if (step.end() != null && !step.end().isDelivered()) {
        TraceAdvice.of(step)
            .ifPresent(text -> lines.add("      to go on it needs: " + names.toPeople(text)));
      }
    }
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
      case ROUTE, NEIGHBOUR -> WHO;
      case RULE -> step.cause() instanceof ChainRule rule && rule.jump() != null ? EVERYTHING : WHO;
      case SEND, RECEIVE, POLICY, CONNTRACK, TRANSMIT -> EVERYTHING;
    };
  }

  private String describe(Step step) {
    String text = names.toPeople(step.text());
    return switch (step.kind()) {
      case RULE, POLICY -> step.table() + " " + text;
      case END -> "ends: " + step.end() + (text.isEmpty() ? "" : " (" + text + ")");
      case NAT -> "translated: " + text;
      case NEIGHBOUR -> "next hop: " + text;
      case CONNTRACK, FRAGMENT, SEND, RECEIVE, TRANSMIT -> text;
      default -> step.kind().toString().toLowerCase(Locale.ROOT) + ": " + text;
    };
  }

  private void origins(Step step, List<String> lines) {
    boolean named = step.kind() == Step.Kind.RULE || step.kind() == Step.Kind.NEIGHBOUR;
    boolean again = step.kind() == Step.Kind.END && step.cause() instanceof FibResult;
    if (again && !step.end().isDropByRoute()) {
      return;
    }
    for (Origins.Origin origin : origins.of(step.netns(), step.cause())) {
      if (!named) {
        lines.add("      " + names.toPeople(origin.what()));
      }
      if (origin.op().isPresent()) {
        lines.add("        " + origin.by());
        if (level >= EVERYTHING) {
          lines.add("        " + names.toPeople(origins.command(origin.op().get(), step.cause())));
        }
      } else if (level >= EVERYTHING && !origin.by().isEmpty()) {
        lines.add("        " + origin.by());
      }
    }
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
    return report
        .source()
        .map(source -> "no answer, though it arrived; the far end saw " + source)
        .orElse("no answer: it did not arrive");
  }
}
