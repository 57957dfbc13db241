package org.dvrsim.agent;

import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;

/**
 * 99f9ec3e (2015-07-31): the number of an IPv6 network's table was worked out from text, of which
 * Python 3 takes no checksum.
 *
 * <p>Symptom: IPv6 networks are not redirected.
 */
final class Commit99f9ec3eTextNotHashed extends SnatRedirect {
  Commit99f9ec3eTextNotHashed(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.snatRedirect.become(Commit99f9ec3eTextNotHashed::new);
  }

  @Override
  long index(IpInterface portCidr) {
    if (portCidr.family() == IpFamily.V6) {
      throw PythonError.typeError("a bytes-like object is required, not 'str'");
    }
    return super.index(portCidr);
  }
}
