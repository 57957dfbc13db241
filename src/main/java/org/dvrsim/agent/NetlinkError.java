package org.dvrsim.agent;

import java.util.Objects;
import org.dvrsim.base.Errno;

/**
 * The kernel's refusal of a netlink request, where Neutron translates it into nothing else.
 *
 * <p>Models: pyroute2/netlink/exceptions.py:NetlinkError, which is neither a RuntimeError nor an
 * OSError
 */
final class NetlinkError extends AgentException {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  NetlinkError(Errno errno) {
    super("(" + errno.number() + ", '" + errno.message() + "')");
    this.errno = Objects.requireNonNull(errno);
  }

  Errno errno() {
    return errno;
  }
}
