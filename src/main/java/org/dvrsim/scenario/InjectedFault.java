package org.dvrsim.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

/** One thing that goes wrong at the n-th occasion, and at so many in a row. */
final class InjectedFault implements Faults {
  private final FaultKind kind;
  private final Optional<String> opKind;
  private final Optional<Errno> errno;
  private final int times;
  private final Optional<Predicate<Op>> chooser;
  private int left;
  private int strikes;
  private Optional<Op> struck = Optional.empty();
  private int occasions;
  private final Map<String, Integer> occasionsByKind = new HashMap<>();

  /**
   * Plans it.
   *
   * @param opKind the kind of op that counts; any if empty
   * @param nth which occasion is the first, counted from 1
   * @param times at how many occasions in a row
   * @param errno what the kernel answers; ops to which it can't don't count
   */
  InjectedFault(
      FaultKind kind, Optional<String> opKind, int nth, int times, Optional<Errno> errno) {
    this(kind, opKind, nth, times, errno, Optional.empty());
  }

  /**
   * Plans a fault of ops whose first occasion {@code chooser} says when it comes; {@code times} and
   * {@code errno} as above.
   */
  InjectedFault(FaultKind kind, int times, Optional<Errno> errno, Predicate<Op> chooser) {
    this(kind, Optional.empty(), 1, times, errno, Optional.of(chooser));
  }

  private InjectedFault(
      FaultKind kind,
      Optional<String> opKind,
      int nth,
      int times,
      Optional<Errno> errno,
      Optional<Predicate<Op>> chooser) {
    this.kind = kind;
    this.opKind = opKind;
    this.chooser = chooser;
    this.errno = errno;
    this.left = nth;
    this.times = kind == FaultKind.TWO_OPS_FAIL ? 2 : times;
  }

  /** Tells whether the occasion came. */
  boolean hasFired() {
    return strikes > 0;
  }

  /** Returns how often it happened. */
  int strikes() {
    return strikes;
  }

  /** Returns the first op that it happened to, if it did and that was chosen. */
  Optional<Op> struck() {
    return struck;
  }

  /** Returns how many occasions there were up to the one that was chosen. */
  int occasions() {
    return occasions;
  }

  /** Returns likewise how many there were at ops of the same kind. */
  int occasionsOfKind() {
    return occasionsByKind.getOrDefault(struck.orElseThrow().recordedName(), 0);
  }

  /** Tells whether it happens at {@code op}, which is an occasion for it. */
  private boolean isDueAt(FaultKind occasion, Op op) {
    if (kind == occasion && chooser.isPresent() && !hasFired()) {
      occasions++;
      occasionsByKind.merge(op.recordedName(), 1, Integer::sum);
      if (!chooser.get().test(op)) {
        return false;
      }
      struck = Optional.of(op);
    }
    return isDue(occasion);
  }

  private boolean isDue(FaultKind occasion) {
    if (kind != occasion || --left > 0 || left <= -times) {
      return false;
    }
    strikes++;
    return true;
  }

  @Override
  public void before(Op op) {
    boolean next = hasFired() && kind == FaultKind.TWO_OPS_FAIL;
    if (!next && !isOccasion(op)) {
      return;
    }
    if (isDueAt(FaultKind.OP_FAILS, op)
        || isDueAt(FaultKind.TWO_OPS_FAIL, op)
        || isDueAt(FaultKind.OP_RETRIED, op)
        || isRestore(op)) {
      throw errno
          .<RuntimeException>map(answer -> ErrnoException.of(answer, op.recordedName()))
          .orElseGet(() -> new InjectedFaultException(op));
    }
  }

  private boolean isOccasion(Op op) {
    return (opKind.isEmpty() || opKind.get().equals(op.recordedName()))
        && (errno.isEmpty() || canMeet(errno.get(), op));
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
    if (isOccasion(op) && isDueAt(FaultKind.DIES_AFTER_OP, op)) {
      throw new AgentDeath("after " + op.recordedName());
    }
  }

  @Override
  public boolean isAlreadyDone(Op op) {
    return isOnceOnly(op) && isOccasion(op) && isDueAt(FaultKind.OP_ALREADY_DONE, op);
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
      strikes++;
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
