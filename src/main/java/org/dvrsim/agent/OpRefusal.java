package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.AddBridgePort;
import org.dvrsim.ops.AddNeighbour;
import org.dvrsim.ops.AddRoute;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.Announce;
import org.dvrsim.ops.ChangeAltNames;
import org.dvrsim.ops.ChangeIptables;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.DeleteBridgePort;
import org.dvrsim.ops.DeleteConntrack;
import org.dvrsim.ops.DeleteLink;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.DeleteRoute;
import org.dvrsim.ops.DeleteRule;
import org.dvrsim.ops.DisableProcess;
import org.dvrsim.ops.EnableProcess;
import org.dvrsim.ops.FlushAddresses;
import org.dvrsim.ops.FlushNeighbours;
import org.dvrsim.ops.FlushRoutes;
import org.dvrsim.ops.FlushRules;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.OpVisitor;
import org.dvrsim.ops.RemoveNetns;
import org.dvrsim.ops.RestoreIptables;
import org.dvrsim.ops.SetLink;
import org.dvrsim.ops.WriteSysctl;

/**
 * Says what the agent makes of an op that Linux refused: which error of its own it raises, or that
 * it passes the refusal over.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py, the exception handlers of each function
 */
final class OpRefusal implements OpVisitor<Optional<AgentError>> {
  private final ErrnoException refusal;
  private final Errno errno;
  private final boolean netnsExists;

  private OpRefusal(ErrnoException refusal, boolean netnsExists) {
    this.refusal = refusal;
    this.errno = refusal.errno();
    this.netnsExists = netnsExists;
  }

  /**
   * Returns the error that the agent raises; empty if it passes the refusal over.
   *
   * @param netnsExists whether the op's namespace is there
   */
  static Optional<AgentError> translate(Op op, ErrnoException refusal, boolean netnsExists) {
    return op.accept(new OpRefusal(refusal, netnsExists));
  }

  private static Optional<AgentError> raise(AgentError error) {
    return Optional.of(error);
  }

  private Optional<AgentError> unless(Errno harmless, AgentError error) {
    return errno == harmless && netnsExists ? Optional.empty() : raise(error);
  }

  /** Returns the error of a request whose namespace may be gone, and of no device. */
  private AgentError plain(NetnsName netns) {
    return netnsExists ? new NetlinkError(errno) : new NetworkNamespaceNotFound(netns);
  }

  /** Returns the error of a request about a device, whose own troubles have names. */
  private AgentError onDevice(NetnsName netns, IfName device) {
    if (!netnsExists) {
      return new NetworkNamespaceNotFound(netns);
    }
    return switch (errno) {
      case ENODEV -> new NetworkInterfaceNotFound(device, netns);
      case EOPNOTSUPP -> new InterfaceOperationNotSupported(device, netns);
      case EINVAL -> new InvalidArgument(device, netns);
      default -> new NetlinkError(errno);
    };
  }

  /** Returns the error of a route request, which looks its device up before anything else. */
  private AgentError route(NetnsName netns, RouteSpec route) {
    if (!netnsExists && route.device().isPresent()) {
      return new OsError(Errno.ENOENT);
    }
    if (errno == Errno.ENODEV && route.device().isPresent()) {
      return new NetworkInterfaceNotFound(route.device().get(), netns);
    }
    return plain(netns);
  }

  private Optional<AgentError> command() {
    return raise(new ProcessExecutionError(refusal.getMessage(), 1));
  }

  @Override
  public Optional<AgentError> visit(CreateNetns op) {
    return errno == Errno.EEXIST
        ? Optional.empty()
        : raise(new AgentRuntimeError("Error creating namespace " + op.netns()));
  }

  @Override
  public Optional<AgentError> visit(RemoveNetns op) {
    return errno == Errno.ENOENT ? Optional.empty() : raise(new OsError(errno));
  }

  @Override
  public Optional<AgentError> visit(CreateVeth op) {
    return raise(
        switch (errno) {
          case EEXIST -> new InterfaceAlreadyExists(op.end().name().orElseThrow());
          case ENOENT -> new NetworkNamespaceNotFound(op.netns());
          default -> plain(op.netns());
        });
  }

  @Override
  public Optional<AgentError> visit(DeleteLink op) {
    return raise(onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(SetLink op) {
    // ENOENT: the namespace it was to go to is not there.
    return raise(
        errno == Errno.ENOENT
            ? new NetworkNamespaceNotFound(op.netns())
            : onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(ChangeAltNames op) {
    return raise(onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(AddAddress op) {
    return raise(
        errno == Errno.EEXIST
            ? new IpAddressAlreadyExists(op.address().cidr().address(), op.device())
            : onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(DeleteAddress op) {
    return unless(Errno.EADDRNOTAVAIL, onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(FlushAddresses op) {
    return raise(plain(op.netns()));
  }

  @Override
  public Optional<AgentError> visit(AddRoute op) {
    return raise(route(op.netns(), op.route()));
  }

  @Override
  public Optional<AgentError> visit(DeleteRoute op) {
    return unless(Errno.ESRCH, route(op.netns(), op.route()));
  }

  @Override
  public Optional<AgentError> visit(FlushRoutes op) {
    return raise(plain(op.netns()));
  }

  @Override
  public Optional<AgentError> visit(AddRule op) {
    return unless(Errno.EEXIST, plain(op.netns()));
  }

  @Override
  public Optional<AgentError> visit(DeleteRule op) {
    return unless(Errno.ENOENT, plain(op.netns()));
  }

  @Override
  public Optional<AgentError> visit(FlushRules op) {
    return raise(plain(op.netns()));
  }

  @Override
  public Optional<AgentError> visit(AddNeighbour op) {
    return raise(onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(DeleteNeighbour op) {
    return unless(Errno.ENOENT, onDevice(op.netns(), op.device()));
  }

  @Override
  public Optional<AgentError> visit(FlushNeighbours op) {
    return raise(plain(op.netns()));
  }

  @Override
  public Optional<AgentError> visit(WriteSysctl op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(RestoreIptables op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(ChangeIptables op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(AddBridgePort op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(DeleteBridgePort op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(DeleteConntrack op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(Announce op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(EnableProcess op) {
    return command();
  }

  @Override
  public Optional<AgentError> visit(DisableProcess op) {
    return command();
  }
}
