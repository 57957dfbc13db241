package org.dvrsim.cluster;

/**
 * The Neutron API refuses a request, as it would with a 400, 404 or 409; the cluster is unchanged.
 */
public class ApiRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Builds a refusal whose message says, in names people use, what is wrong. */
  public ApiRefusedException(String message) {
    super(message, null, false, false);
  }
}
