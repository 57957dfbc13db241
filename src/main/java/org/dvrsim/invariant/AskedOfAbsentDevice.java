package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.AddNeighbour;
import org.dvrsim.ops.AddRoute;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.SetLink;
import org.dvrsim.ops.TraceEntry;

/**
 * Where something was made to go wrong, which excuses exceptions, the agent still sets nothing on
 * devices that are not there: it looks first, or it made the device.
 *
 * <p>One such request a step is forgiven: that may have been just what was made to go wrong.
 */
final class AskedOfAbsentDevice extends HostInvariant {
  @Override
  public String name() {
    return "asked-of-absent-device";
  }

  @Override
  public String consequence() {
    return "The agent gives up in the middle of its work, or repeats it in vain.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.DISTURBANCE);
  }

  @Override
  public boolean onlyWhenSettled() {
    return false;
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (!view.step().disturbed()) {
      return findings.list();
    }
    int forgiven = 1;
    for (TraceEntry entry : view.step().ops()) {
      if (sets(entry.op()) && isAbsent(entry.refusal()) && --forgiven < 0) {
        findings.add(
            entry.op().netns(),
            "the agent asked " + entry.op().recordedName() + " of a device that is not there",
            entry.op().recordedName());
      }
    }
    return findings.list();
  }

  private static boolean sets(Op op) {
    return op instanceof SetLink
        || op instanceof AddAddress
        || op instanceof AddRoute
        || op instanceof AddNeighbour;
  }

  private static boolean isAbsent(Optional<RuntimeException> refusal) {
    return refusal.isPresent()
        && refusal.get() instanceof ErrnoException answer
        && answer.errno() == Errno.ENODEV;
  }
}
