package org.dvrsim.cluster;

/** Somebody named something that does not exist. */
public final class UnknownNameException extends ApiRefusedException {
  private static final long serialVersionUID = 1L;

  UnknownNameException(String message) {
    super(message);
  }
}
