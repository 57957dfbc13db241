package org.dvrsim.agent;

import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.Op;

/**
 * lp-1757259, repaired in bbe1bac3 (2018-03-20): deleting an address that is not there was an
 * error.
 *
 * <p>Symptom: what somebody else deleted raises.
 */
final class Lp1757259AbsentAddress extends PrivilegedIpLib {
  Lp1757259AbsentAddress(HostAccess host) {
    super(host);
  }

  static void into(AgentParts parts) {
    parts.privilegedIpLib.become(Lp1757259AbsentAddress::new);
  }

  @Override
  void passedOver(Op op, ErrnoException refusal) {
    if (op instanceof DeleteAddress) {
      throw new NetlinkError(refusal.errno());
    }
  }
}
