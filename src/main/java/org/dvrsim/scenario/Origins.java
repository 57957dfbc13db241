package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.ops.AddNeighbour;
import org.dvrsim.ops.AddRoute;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.ChangeIptables;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.RestoreIptables;

/** Finds out which op put a rule, route or neighbour where a packet met it. */
public final class Origins {
  private final PlayedScenario played;

  /** Builds the finder for what {@code played} did. */
  public Origins(PlayedScenario played) {
    this.played = played;
  }

  /**
   * Where something comes from.
   *
   * @param what the thing, as it would be listed
   * @param method the agent method that wanted it, such as {@code FipNamespace.create}; empty if
   *     somebody typed it, if the kernel made it itself, or if it isn't known
   * @param op the op that put it there, empty if the kernel made it itself or it isn't known
   */
  public record Origin(String what, String method, Optional<PlayedScenario.PastOp> op) {
    private static Origin of(String what, Optional<PlayedScenario.PastOp> op) {
      return new Origin(what, op.map(past -> past.entry().askedBy()).orElse(""), op);
    }

    /** Says in words who put it there, and when. */
    public String by() {
      if (op.isEmpty()) {
        return "made by the kernel itself, or there from the beginning";
      }
      String who = method.isEmpty() ? "somebody by hand, or no named method," : method;
      return "put there by " + who + " in step " + op.get().step() + " (" + op.get().what() + ")";
    }
  }

  /** Returns the host that a namespace is on, empty for an instance's or a host's outside. */
  public Optional<ComputeHost> hostOf(Netns netns) {
    return played.cluster().hosts().stream()
        .filter(host -> host.host().kernel().find(netns.name()).filter(netns::equals).isPresent())
        .findFirst();
  }

  /** Returns what a namespace that is on no host is called: an instance, or a host outside. */
  public String guestOf(Netns netns) {
    return played.cluster().fabric().guestName(netns).orElse("nowhere");
  }

  /** Returns what decided about a packet in a namespace, with its origin; often nothing. */
  public List<Origin> of(Netns netns, Object cause) {
    List<Origin> origins = new ArrayList<>();
    if (netns == null) {
      return origins;
    }
    if (cause instanceof ChainRule rule) {
      origins.add(origin(netns, rule));
    } else if (cause instanceof FibResult result) {
      result
          .rule()
          .filter(rule -> !isDefault(rule))
          .ifPresent(
              rule -> origins.add(Origin.of(describe(rule), last(netns, o -> puts(o, rule)))));
      result
          .route()
          .ifPresent(route -> origins.add(Origin.of(describe(route), origin(netns, route))));
    } else if (cause instanceof Neighbour neighbour) {
      origins.add(
          Origin.of(
              neighbour.address() + " lladdr " + neighbour.mac().orElseThrow(),
              last(netns, op -> puts(op, neighbour))));
    }
    return origins;
  }

  /** A restore brings many methods' rules, so that the rule's own is looked up. */
  private Origin origin(Netns netns, ChainRule rule) {
    Optional<PlayedScenario.PastOp> put = last(netns, op -> puts(op, rule));
    String method = put.map(past -> past.entry().askedBy()).orElse("");
    if (put.isPresent() && put.get().entry().op() instanceof RestoreIptables restore) {
      String wanted = put.get().entry().attribution().methodOf(line(restore, rule));
      method = wanted.isEmpty() ? method : wanted;
    }
    return new Origin(rule.line(), method, put);
  }

  /** Returns the line of a restore that puts a rule there. */
  private static String line(RestoreIptables restore, ChainRule rule) {
    return restore.text().lines().filter(each -> puts(each, rule)).findFirst().orElse("");
  }

  private static boolean isDefault(IpRule rule) {
    return rule.protocol().equals(RouteProtocol.KERNEL);
  }

  private Optional<PlayedScenario.PastOp> origin(Netns netns, Route route) {
    return route.protocol().equals(RouteProtocol.KERNEL)
        ? Optional.empty()
        : last(netns, op -> puts(op, route));
  }

  private interface Test {
    boolean test(Op op);
  }

  private Optional<PlayedScenario.PastOp> last(Netns netns, Test test) {
    Optional<ComputeHost> host = hostOf(netns);
    List<PlayedScenario.PastOp> history = played.history();
    for (int i = history.size() - 1; host.isPresent() && i >= 0; i--) {
      PlayedScenario.PastOp past = history.get(i);
      if (past.host().equals(host.get())
          && past.entry().refusal().isEmpty()
          && past.entry().op().netns().equals(netns.name())
          && test.test(past.entry().op())) {
        return Optional.of(past);
      }
    }
    return Optional.empty();
  }

  private static boolean puts(Op op, ChainRule rule) {
    String chain = rule.chain().name();
    String text = rule.rule().text();
    if (op instanceof RestoreIptables restore) {
      return restore.family() == rule.rule().header().family()
          && restore.text().lines().anyMatch(line -> puts(line, rule));
    }
    return op instanceof ChangeIptables change
        && change.arguments().contains(chain)
        && String.join(" ", change.arguments()).endsWith(text);
  }

  private static boolean puts(String line, ChainRule rule) {
    String chain = rule.chain().name() + " ";
    return (line.startsWith("-I " + chain) || line.startsWith("-A " + chain))
        && line.endsWith(rule.rule().text());
  }

  /** Returns an op as a command line; of a restore only the line that put {@code cause} there. */
  public String command(PlayedScenario.PastOp past, Object cause) {
    if (past.entry().op() instanceof RestoreIptables restore && cause instanceof ChainRule rule) {
      return past.entry().askedBy() + ", iptables-restore: " + line(restore, rule);
    }
    return OpCommandLine.of(past.entry().op());
  }

  private static boolean puts(Op op, IpRule rule) {
    return op instanceof AddRule add
        && add.rule().family() == rule.family()
        && add.rule().priority().filter(p -> p == rule.priority()).isPresent()
        && add.rule().table().filter(t -> t.equals(rule.table())).isPresent()
        && add.rule().from().equals(rule.from());
  }

  private static boolean puts(Op op, Route route) {
    return op instanceof AddRoute add
        && add.route().destination().equals(route.destination())
        && add.route().table().equals(route.table());
  }

  private static boolean puts(Op op, Neighbour neighbour) {
    return op instanceof AddNeighbour add
        && add.entry().address().equals(neighbour.address())
        && add.device().equals(neighbour.device().name());
  }

  private static String describe(IpRule rule) {
    StringBuilder out = new StringBuilder("rule ").append(rule.priority()).append(": ");
    rule.from().ifPresent(from -> out.append("from ").append(from).append(' '));
    rule.to().ifPresent(to -> out.append("to ").append(to).append(' '));
    rule.mark().ifPresent(mark -> out.append("fwmark ").append(mark).append(' '));
    rule.iif().ifPresent(iif -> out.append("iif ").append(iif).append(' '));
    return out.append(rule.action()).append(' ').append(rule.table()).toString().strip();
  }

  private static String describe(Route route) {
    StringBuilder out = new StringBuilder("route ");
    if (!route.type().toString().equals("unicast")) {
      out.append(route.type()).append(' ');
    }
    out.append(route.destination().isDefault() ? "default" : route.destination().toString());
    route.gateway().ifPresent(gateway -> out.append(" via ").append(gateway));
    route.device().ifPresent(device -> out.append(" dev ").append(device));
    return out.append(" table ").append(route.table()).toString();
  }
}
