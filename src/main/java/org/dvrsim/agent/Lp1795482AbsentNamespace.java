package org.dvrsim.agent;

import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RemoveNetns;

/**
 * lp-1795482, repaired in 00de8f9a (2018-10-02): deleting a namespace that is not there was an
 * error.
 *
 * <p>Symptom: what somebody else deleted raises.
 */
final class Lp1795482AbsentNamespace extends PrivilegedIpLib {
  Lp1795482AbsentNamespace(HostAccess host) {
    super(host);
  }

  static void into(AgentParts parts) {
    parts.privilegedIpLib.become(Lp1795482AbsentNamespace::new);
  }

  @Override
  void passedOver(Op op, ErrnoException refusal) {
    if (op instanceof RemoveNetns) {
      throw new NetlinkError(refusal.errno());
    }
  }
}
