package org.dvrsim.agent;

/**
 * A text that is not an address; no ValueError.
 *
 * <p>Models: netaddr/core.py:AddrFormatError
 */
final class AddrFormatError extends AgentError {
  private static final long serialVersionUID = 1L;

  AddrFormatError(String message) {
    super(message);
  }
}
