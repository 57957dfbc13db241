package org.dvrsim.agent;

import org.dvrsim.base.Errno;

/**
 * What the kernel refused and the agent gives no name of its own; not a {@code RuntimeError}.
 *
 * <p>Models: pyroute2/netlink/exceptions.py:NetlinkError
 */
final class NetlinkError extends AgentError {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  NetlinkError(Errno errno) {
    super("(" + errno.number() + ", '" + errno.message() + "')");
    this.errno = errno;
  }

  /** Returns the kernel's error number. */
  Errno errno() {
    return errno;
  }
}
