package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.DeleteRoute;
import org.dvrsim.ops.DeleteRule;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RemoveNetns;
import org.dvrsim.ops.TraceEntry;

/**
 * A namespace, an address, a rule, a route or a neighbour entry that is to go and is gone already
 * makes the agent meet no exception.
 */
final class GoneIsNoError extends HostInvariant {
  /** What an agent meets when a device, a namespace or the server is not there. */
  private static final Set<String> OTHER_MATTERS =
      Set.of(
          "NetworkInterfaceNotFound",
          "NetworkNamespaceNotFound",
          "MessagingTimeout",
          "RemoteError");

  @Override
  public String name() {
    return "gone-is-no-error";
  }

  @Override
  public String consequence() {
    return "The agent gives up in the middle of its work although it has what it wanted.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.ERRORS);
  }

  @Override
  public boolean onlyWhenSettled() {
    return false;
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().errors().isEmpty()) {
      return findings.list();
    }
    List<String> errors =
        view.step().errors().stream().filter(error -> !isOfAnotherMatter(error)).toList();
    if (errors.isEmpty()) {
      return findings.list();
    }
    List<Op> gone = new ArrayList<>();
    for (TraceEntry entry : view.step().ops()) {
      if (entry.refusal().isPresent()) {
        if (!isGone(entry.op(), entry.refusal(), view)) {
          return findings.list();
        }
        gone.add(entry.op());
      }
    }
    if (!gone.isEmpty()) {
      String what = gone.get(0).recordedName();
      findings.add(
          NetnsName.ROOT,
          "of all that was asked for only "
              + what
              + " was refused, and the agent met "
              + errors.get(0),
          what);
    }
    return findings.list();
  }

  private static boolean isOfAnotherMatter(String error) {
    return error.startsWith(AgentDeath.WORDS)
        || OTHER_MATTERS.contains(error.substring(0, Math.max(0, error.indexOf(':'))));
  }

  private static boolean isGone(Op op, Optional<RuntimeException> refusal, HostView view) {
    if (!(refusal.orElseThrow() instanceof ErrnoException answer)) {
      return false;
    }
    if (op instanceof RemoveNetns) {
      return answer.errno() == Errno.ENOENT;
    }
    if (view.kernel().find(op.netns()).isEmpty()) {
      return false;
    }
    return switch (answer.errno()) {
      case EADDRNOTAVAIL -> op instanceof DeleteAddress;
      case ESRCH -> op instanceof DeleteRoute;
      case ENOENT -> op instanceof DeleteRule || op instanceof DeleteNeighbour;
      default -> false;
    };
  }
}
