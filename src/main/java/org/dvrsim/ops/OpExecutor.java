package org.dvrsim.ops;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NetnsRequests;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.kernel.Sysctls;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.CommandResult;
import org.dvrsim.netfilter.ConntrackFilter;
import org.dvrsim.netfilter.IptablesCommand;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.netfilter.IptablesRestoreCommand;

/** Carries out ops on a kernel, an integration bridge and a set of helper daemons. */
final class OpExecutor implements OpVisitor<Void> {
  private final Kernel kernel;
  private final BridgePorts bridgePorts;
  private final Processes processes;

  private String printed = "";
  private String complained = "";

  OpExecutor(Kernel kernel, BridgePorts bridgePorts, Processes processes) {
    this.kernel = kernel;
    this.bridgePorts = bridgePorts;
    this.processes = processes;
  }

  private Netns netns(Op op) {
    NetnsName name = op.netns();
    return name.isRoot() ? kernel.root() : kernel.netns(name);
  }

  private NetnsRequests requests(Op op) {
    return netns(op).requests();
  }

  @Override
  public Void visit(CreateNetns op) {
    kernel.createNetns(op.netns());
    return null;
  }

  @Override
  public Void visit(RemoveNetns op) {
    kernel.removeNetns(op.netns());
    return null;
  }

  @Override
  public Void visit(CreateVeth op) {
    kernel.createVeth(op.netns(), op.end(), op.peerNetns(), op.peer());
    return null;
  }

  @Override
  public Void visit(DeleteLink op) {
    requests(op).deleteLink(op.device());
    return null;
  }

  @Override
  public Void visit(SetLink op) {
    requests(op).changeLink(op.device(), op.change());
    return null;
  }

  @Override
  public Void visit(ChangeAltNames op) {
    requests(op).changeAltNames(op.device(), op.add(), op.names());
    return null;
  }

  @Override
  public Void visit(AddAddress op) {
    requests(op)
        .addAddress(
            op.device(), op.address(), op.replace() ? RequestMode.REPLACE : RequestMode.ADD);
    return null;
  }

  @Override
  public Void visit(DeleteAddress op) {
    requests(op).deleteAddress(op.device(), op.address());
    return null;
  }

  @Override
  public Void visit(FlushAddresses op) {
    requests(op).flushAddresses(op.device(), op.family(), op.scope());
    return null;
  }

  @Override
  public Void visit(AddRoute op) {
    RequestMode mode =
        switch (op.mode()) {
          case ADD -> RequestMode.ADD;
          case REPLACE -> RequestMode.REPLACE;
          case CHANGE -> RequestMode.CHANGE;
          case APPEND -> RequestMode.APPEND;
          case PREPEND -> RequestMode.PREPEND;
          case TEST -> RequestMode.TEST;
        };
    requests(op).addRoute(mode, op.route());
    return null;
  }

  @Override
  public Void visit(DeleteRoute op) {
    requests(op).deleteRoute(withScope(op.route()));
    return null;
  }

  /**
   * Fills in the scope that a request to delete is sent with by Neutron, which chooses it by the
   * type and by whether there is a next hop, as the kernel does where a route is added.
   *
   * <p>Models: neutron/privileged/agent/linux/ip_lib.py:_make_pyroute2_route_args(), iproute2
   * ip/iproute.c:iproute_modify()
   */
  private static RouteSpec withScope(RouteSpec route) {
    if (route.scope().isPresent()) {
      return route;
    }
    return new RouteSpec(
        route.type(),
        route.destination(),
        route.table(),
        route.gateway(),
        route.device(),
        route.metric(),
        Optional.of(defaultScope(route)),
        route.protocol(),
        route.source(),
        route.tos(),
        route.metrics(),
        route.preference(),
        route.onLink(),
        route.nextHops());
  }

  private static RouteScope defaultScope(RouteSpec route) {
    RouteType type = route.type().orElse(RouteType.UNICAST);
    return switch (type) {
      case LOCAL, NAT -> RouteScope.HOST;
      case BROADCAST, MULTICAST, ANYCAST -> RouteScope.LINK;
      case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> RouteScope.GLOBAL;
      case UNICAST ->
          route.gateway().isPresent() || !route.nextHops().isEmpty()
              ? RouteScope.GLOBAL
              : RouteScope.LINK;
    };
  }

  @Override
  public Void visit(FlushRoutes op) {
    requests(op).flushRoutes(op.family(), op.table(), op.device(), op.destination());
    return null;
  }

  @Override
  public Void visit(AddRule op) {
    requests(op).addRule(op.rule());
    return null;
  }

  @Override
  public Void visit(DeleteRule op) {
    requests(op).deleteRule(op.rule());
    return null;
  }

  @Override
  public Void visit(FlushRules op) {
    requests(op).flushRules(op.family());
    return null;
  }

  @Override
  public Void visit(AddNeighbour op) {
    if (op.proxy()) {
      requests(op).addNeighbourProxy(op.device(), op.entry());
      return null;
    }
    RequestMode mode =
        switch (op.mode()) {
          case ADD -> RequestMode.ADD;
          case CHANGE -> RequestMode.CHANGE;
          case REPLACE -> RequestMode.REPLACE;
        };
    requests(op).addNeighbour(op.device(), op.entry(), mode);
    return null;
  }

  @Override
  public Void visit(DeleteNeighbour op) {
    if (op.proxy()) {
      requests(op).deleteNeighbourProxy(op.device(), op.address());
    } else {
      requests(op).deleteNeighbour(op.device(), op.address());
    }
    return null;
  }

  @Override
  public Void visit(FlushNeighbours op) {
    requests(op).flushNeighbours(op.family(), op.device());
    return null;
  }

  /**
   * Writes each setting; one that is refused does not stop those after it, and the first refusal is
   * what the whole command ends with.
   */
  @Override
  public Void visit(WriteSysctl op) {
    Sysctls sysctls = netns(op).sysctl();
    List<WriteSysctl.Setting> settings = op.settings();
    ErrnoException first = null;
    for (int i = 0; i < settings.size(); i++) {
      try {
        sysctls.write(settings.get(i).key(), settings.get(i).value());
      } catch (ErrnoException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return null;
  }

  @Override
  public Void visit(RestoreIptables op) {
    return done(
        IptablesRestoreCommand.run(netns(op).netfilter(op.family()), op.noFlush(), op.script()));
  }

  @Override
  public Void visit(ChangeIptables op) {
    return done(IptablesCommand.run(netns(op).netfilter(op.family()), op.arguments(), ""));
  }

  private Void done(CommandResult result) {
    printed = result.stdout();
    complained = result.stderr();
    if (result.exitStatus() != 0) {
      throw new IptablesException(result.stderr(), result.exitStatus());
    }
    return null;
  }

  /**
   * Returns what the last {@link ChangeIptables} or {@link RestoreIptables} wrote to standard
   * output.
   */
  String printed() {
    return printed;
  }

  /**
   * Returns what the last {@link ChangeIptables} or {@link RestoreIptables} wrote to standard
   * error.
   */
  String complained() {
    return complained;
  }

  @Override
  public Void visit(AddBridgePort op) {
    kernel.addInternalPort(op.port());
    bridgePorts.add(op.port());
    return null;
  }

  @Override
  public Void visit(DeleteBridgePort op) {
    kernel.deleteInternalPort(op.port());
    bridgePorts.remove(op.port());
    return null;
  }

  @Override
  public Void visit(DeleteConntrack op) {
    ConntrackFilter filter = ConntrackFilter.parse(op.arguments());
    netns(op).conntrack().ifPresent(conntrack -> conntrack.remove(filter));
    return null;
  }

  @Override
  public Void visit(Announce op) {
    requireNetns(op);
    return null;
  }

  private void requireNetns(Op op) {
    if (!op.netns().isRoot() && kernel.find(op.netns()).isEmpty()) {
      throw ErrnoException.of(Errno.ENOENT, "netns " + op.netns());
    }
  }

  @Override
  public Void visit(EnableProcess op) {
    processes.start(op.netns(), op.service());
    return null;
  }

  @Override
  public Void visit(DisableProcess op) {
    processes.stop(op.netns(), op.service());
    return null;
  }
}
