package org.dvrsim.agent;

import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.Op;

/**
 * c148edb8 (2017-01-26): deleting a neighbour entry that is not there was an error.
 *
 * <p>Symptom: what somebody else deleted raises.
 */
final class CommitC148edb8AbsentNeighbour extends PrivilegedIpLib {
  CommitC148edb8AbsentNeighbour(HostAccess host) {
    super(host);
  }

  static void into(AgentParts parts) {
    parts.privilegedIpLib.become(CommitC148edb8AbsentNeighbour::new);
  }

  @Override
  void passedOver(Op op, ErrnoException refusal) {
    if (op instanceof DeleteNeighbour) {
      throw new NetlinkError(refusal.errno());
    }
  }
}
