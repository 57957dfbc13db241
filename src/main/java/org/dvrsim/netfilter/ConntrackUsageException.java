package org.dvrsim.netfilter;

/** What conntrack(8) says of a command line that it cannot use; it then ends with status 2. */
public final class ConntrackUsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConntrackUsageException(String message) {
    super(message, null, false, false);
  }
}
