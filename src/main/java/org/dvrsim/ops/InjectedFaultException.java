package org.dvrsim.ops;

/**
 * An op that a fault plan made fail. The agent sees a RuntimeError that is none of its own kinds.
 *
 * <p>Models: the InjectedFault of the tool that makes the recordings.
 */
public final class InjectedFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Builds the failure of {@code op}. */
  public InjectedFaultException(Op op) {
    super("injected fault in " + op.recordedName(), null, false, false);
  }
}
