package org.dvrsim.scenario;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.AddBridgePort;
import org.dvrsim.ops.AddNeighbour;
import org.dvrsim.ops.AddRoute;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Announce;
import org.dvrsim.ops.ChangeIptables;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.DeleteBridgePort;
import org.dvrsim.ops.DeleteLink;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.DeleteRoute;
import org.dvrsim.ops.DeleteRule;
import org.dvrsim.ops.DisableProcess;
import org.dvrsim.ops.EnableProcess;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RemoveNetns;
import org.dvrsim.ops.RestoreIptables;
import org.dvrsim.ops.SetLink;

/** One thing that goes wrong, once, at the n-th occasion. */
final class InjectedFault implements Faults {
  private final FaultKind kind;
  private final Optional<Errno> errno;
  private int left;
  private boolean fired;

  InjectedFault(FaultKind kind, int nth, Optional<Errno> errno) {
    this.kind = kind;
    this.errno = errno;
    this.left = nth;
  }

  /** Tells whether the occasion came. */
  boolean hasFired() {
    return fired;
  }

  private boolean isDue(FaultKind occasion) {
    if (kind != occasion || --left != 0) {
      return false;
    }
    fired = true;
    return true;
  }

  @Override
  public void before(Op op) {
    if (errno.isPresent() && !canMeet(errno.get(), op)) {
      return;
    }
    if (isDue(FaultKind.OP_FAILS) || isDue(FaultKind.OP_RETRIED) || isOneOfTwo() || isRestore(op)) {
      throw errno
          .<RuntimeException>map(answer -> ErrnoException.of(answer, op.recordedName()))
          .orElseGet(() -> new InjectedFaultException(op));
    }
  }

  /** Tells whether the kernel may answer so to {@code op}; ops to which it can't don't count. */
  private static boolean canMeet(Errno errno, Op op) {
    return errno == Errno.ENODEV
        ? op instanceof SetLink
            || op instanceof AddAddress
            || op instanceof AddRoute
            || op instanceof AddNeighbour
        : isAnsweredByKernel(op);
  }

  private boolean isRestore(Op op) {
    return op instanceof RestoreIptables && isDue(FaultKind.RESTORE_FAILS);
  }

  private boolean isOneOfTwo() {
    boolean due = kind == FaultKind.TWO_OPS_FAIL && --left <= 0 && left > -2;
    fired |= due;
    return due;
  }

  /** Tells whether the agent asks the kernel itself, and no program or daemon. */
  private static boolean isAnsweredByKernel(Op op) {
    return !(op instanceof AddBridgePort
        || op instanceof DeleteBridgePort
        || op instanceof EnableProcess
        || op instanceof DisableProcess
        || op instanceof Announce
        || op instanceof RestoreIptables
        || op instanceof ChangeIptables);
  }

  @Override
  public void after(Op op) {
    if (isDue(FaultKind.DIES_AFTER_OP)) {
      throw new AgentDeath("after " + op.recordedName());
    }
  }

  @Override
  public boolean isAlreadyDone(Op op) {
    return isOnceOnly(op) && isDue(FaultKind.OP_ALREADY_DONE);
  }

  /** Tells whether Linux refuses to do the same again; the other ops make no difference. */
  private static boolean isOnceOnly(Op op) {
    return op instanceof CreateNetns
        || op instanceof RemoveNetns
        || op instanceof CreateVeth
        || op instanceof DeleteLink
        || op instanceof AddAddress
        || op instanceof DeleteAddress
        || op instanceof AddRule
        || op instanceof DeleteRule
        || op instanceof DeleteRoute
        || op instanceof DeleteNeighbour;
  }

  @Override
  public Optional<String> serverError(String call) {
    if (kind == FaultKind.SERVER_UNREACHABLE && --left <= 0) {
      fired = true;
      return Optional.of("MessagingTimeout");
    }
    return isDue(FaultKind.SERVER_CALL_FAILS) ? Optional.of("RemoteError") : Optional.empty();
  }

  @Override
  public void atDisk(String place) {
    if (isDue(FaultKind.DIES_AT_DISK)) {
      throw new AgentDeath("when it had " + place);
    }
  }
}
