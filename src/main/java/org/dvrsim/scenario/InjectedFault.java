package org.dvrsim.scenario;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.Op;

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
    if (isDue(FaultKind.OP_FAILS) || isDue(FaultKind.OP_RETRIED)) {
      if (errno.isPresent()) {
        throw ErrnoException.of(errno.get(), op.recordedName());
      }
      throw new InjectedFaultException(op);
    }
  }

  @Override
  public void after(Op op) {
    if (isDue(FaultKind.DIES_AFTER_OP)) {
      throw new AgentDeath("after " + op.recordedName());
    }
  }

  @Override
  public boolean failsServerCall(String call) {
    return isDue(FaultKind.SERVER_CALL_FAILS);
  }

  @Override
  public void atDisk(String place) {
    if (isDue(FaultKind.DIES_AT_DISK)) {
      throw new AgentDeath("when it had " + place);
    }
  }
}
