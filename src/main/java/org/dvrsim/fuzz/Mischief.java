package org.dvrsim.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NameBook;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.HostActions;
import org.dvrsim.scenario.TamperAction;
import org.dvrsim.scenario.WriteFileAction;

/** Draws what happens to a host behind its agent's back. */
final class Mischief {
  private static final List<String> STATE_FILES =
      List.of("fip-priorities", "fip-linklocal-networks");

  /** The devices on which releases have kept floating IPs. */
  private static final Pattern DEVICES = Pattern.compile("(qg|rfp)-");

  private final Chance chance;
  private final NameBook names;

  Mischief(Chance chance, NameBook names) {
    this.chance = chance;
    this.names = names;
  }

  /**
   * Somebody deletes a namespace of the agent, or a link in one; empty if there is none.
   *
   * @param id the router whose namespaces are in danger, beside those of all routers
   */
  Optional<Action> vanish(ComputeHost host, Optional<String> id) {
    List<Netns> all = new ArrayList<>();
    for (NetnsName name : host.host().kernel().names()) {
      host.host().kernel().find(name).filter(netns -> isEndangered(name, id)).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Netns netns = chance.oneOf(all);
    List<String> links = new ArrayList<>();
    for (Link link : netns.links()) {
      String name = link.name().text();
      if (name.startsWith("rfp-") || name.startsWith("fpr-")) {
        links.add(name);
      }
    }
    String command =
        links.isEmpty() || chance.of(1, 2)
            ? "ip netns delete " + netns.name()
            : "ip -n " + netns.name() + " link delete " + chance.oneOf(links);
    return Optional.of(tamper(host, command));
  }

  /**
   * A router outside advertises the prefix from which an external device made its address, which
   * leaves that as one that expires, beside the prefix's route; empty if there is no such device.
   */
  List<Action> advertise(ComputeHost host) {
    List<List<String>> all = new ArrayList<>();
    for (NetnsName name : host.host().kernel().names()) {
      host.host().kernel().find(name).ifPresent(netns -> addAdvertised(netns, all));
    }
    List<Action> actions = new ArrayList<>();
    if (!all.isEmpty()) {
      chance.oneOf(all).forEach(command -> actions.add(tamper(host, command)));
    }
    return actions;
  }

  private static void addAdvertised(Netns netns, List<List<String>> all) {
    for (Link link : netns.links()) {
      String device = link.name().text();
      if (device.startsWith("qg-") || device.startsWith("fg-")) {
        for (IfAddress address : netns.addresses(link)) {
          if (isOwnMaking(link, address)) {
            all.add(
                List.of(
                    "ip -n %s -6 addr change %s/64 dev %s valid_lft 86400 preferred_lft 14400 noprefixroute"
                        .formatted(netns.name(), address.local(), device),
                    "ip -n %s -6 route replace %s dev %s proto kernel metric 256"
                        .formatted(netns.name(), IpPrefix.of(address.local(), 64), device)));
          }
        }
      }
    }
  }

  /** Tells whether an address is a global one made up from a device's MAC. */
  private static boolean isOwnMaking(Link link, IfAddress address) {
    return address.family() == IpFamily.V6
        && address.scope().equals(RouteScope.GLOBAL)
        && address.local().low() == link.mac().toLinkLocal().low();
  }

  /**
   * The agent is replaced, and what ran before it, an earlier release perhaps, has left a floating
   * IP's address on a device; empty if there is none without it or no agent runs.
   */
  List<Action> leftBehind(ComputeHost host, IpAddress floatingIp) {
    List<String> commands = new ArrayList<>();
    for (NetnsName name : host.host().kernel().names()) {
      host.host()
          .kernel()
          .find(name)
          .ifPresent(netns -> addLeftBehind(netns, floatingIp, commands));
    }
    if (commands.isEmpty() || host.agent().isEmpty()) {
      return List.of();
    }
    return List.of(
        new HostActions.StopAgent(host.name()),
        tamper(host, chance.oneOf(commands)),
        new HostActions.StartAgent(host.name()));
  }

  private static void addLeftBehind(Netns netns, IpAddress address, List<String> commands) {
    for (Link link : netns.links()) {
      if (DEVICES.matcher(link.name().text()).lookingAt()
          && netns.addresses(link).stream().noneMatch(a -> a.local().equals(address))) {
        commands.add(
            "ip -n %s address add %s/32 dev %s".formatted(netns.name(), address, link.name()));
      }
    }
  }

  private TamperAction tamper(ComputeHost host, String command) {
    return new TamperAction(Optional.of(host.name()), names.toPeople(command), /* fails= */ false);
  }

  private static boolean isEndangered(NetnsName name, Optional<String> id) {
    String text = name.text();
    boolean ofRouter = text.startsWith("qrouter-") || text.startsWith("snat-");
    return text.startsWith("fip-") || (ofRouter && id.filter(text::endsWith).isPresent());
  }

  /**
   * The machine goes down while the agent writes a state file: the last line ends somewhere. Empty
   * if the agent keeps none.
   */
  List<Action> tornFile(ComputeHost host) {
    List<String> files = new ArrayList<>(STATE_FILES);
    files.removeIf(file -> lines(host.statePath().resolve(file)).isEmpty());
    if (files.isEmpty() || host.agent().isEmpty()) {
      return List.of();
    }
    String file = chance.oneOf(files);
    List<String> lines = lines(host.statePath().resolve(file));
    String last = lines.remove(lines.size() - 1);
    List<String> torn = new ArrayList<>();
    lines.forEach(line -> torn.add(names.toPeople(line)));
    torn.add(last.substring(0, 1 + chance.below(last.length())));
    return List.of(
        new HostActions.StopAgent(host.name()),
        new WriteFileAction(Optional.of(host.name()), file, torn),
        new HostActions.StartAgent(host.name()));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
