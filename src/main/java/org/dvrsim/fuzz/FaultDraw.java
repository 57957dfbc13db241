package org.dvrsim.fuzz;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FaultKind;

/** Draws what goes wrong in a step. */
final class FaultDraw {
  /** Half the time a device is not there for a moment; else something is in use, memory short. */
  private static final List<Errno> ERRNOS =
      List.of(Errno.ENODEV, Errno.ENODEV, Errno.EBUSY, Errno.ENOMEM);

  private final Chance chance;
  private final Weights<FaultKind> kinds;
  private final Sites sites;

  FaultDraw(Chance chance, Weights<FaultKind> kinds, Sites sites) {
    this.chance = chance;
    this.kinds = kinds;
    this.sites = sites;
  }

  /** Has something go wrong on one of {@code hosts} while {@code step} is done. */
  Action draw(List<String> hosts, Action step) {
    FaultKind kind = kinds.draw(chance);
    String host = chance.oneOf(hosts);
    if (kind.isOfOps()) {
      Optional<Errno> errno = errno(kind);
      int times = errno.isPresent() ? 1 : times(kind);
      return chance.of(1, 3)
          ? new FaultAction(host, kind, Optional.empty(), chance.small(60), times, errno, step)
          : new OpenFault(
              new FaultAction(host, kind, Optional.empty(), 1, times, errno, step), sites);
    }
    return new FaultAction(
        host,
        kind,
        Optional.empty(),
        chance.small(most(kind)),
        times(kind),
        Optional.empty(),
        step);
  }

  /** How many occasions for a fault a step may have. */
  private static int most(FaultKind kind) {
    return switch (kind) {
      case RESTORE_FAILS, DIES_AT_DISK, SERVER_CALL_FAILS -> 4;
      case SERVER_UNREACHABLE -> 2;
      default -> 1;
    };
  }

  /**
   * Half of the time once. What fails may go on failing, as where memory is short, and what
   * somebody else does, another agent perhaps, goes on too; but where nobody comes to help, not for
   * long.
   */
  private int times(FaultKind kind) {
    if (!kind.isRepeatable() || chance.of(1, 2)) {
      return 1;
    }
    return switch (kind) {
      case OP_FAILS, OP_ALREADY_DONE -> chance.small(30);
      default -> 2;
    };
  }

  /** What the kernel answers to an op that fails; most fail without an answer of its. */
  private Optional<Errno> errno(FaultKind kind) {
    return (kind == FaultKind.OP_FAILS || kind == FaultKind.OP_RETRIED) && chance.of(1, 2)
        ? chance.pick(ERRNOS)
        : Optional.empty();
  }
}
