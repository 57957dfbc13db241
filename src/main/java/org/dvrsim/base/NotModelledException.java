package org.dvrsim.base;

/** Something that real Linux or Neutron would accept, and that dvrsim does not model. */
public final class NotModelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Builds the refusal; its message reads {@code not modelled: WHAT}.
   *
   * @param what names the thing refused in a person's words
   */
  public NotModelledException(String what) {
    super("not modelled: " + what);
  }
}
