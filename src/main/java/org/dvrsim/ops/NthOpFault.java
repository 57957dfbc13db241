package org.dvrsim.ops;

import java.util.Objects;

/**
 * Makes the n-th op of a kind fail, once.
 *
 * <p>Models: the {@code fault} of the recordings' events.
 */
public final class NthOpFault implements Faults {
  private final String recordedName;
  private final int nth;
  private int seen;

  /**
   * Plans the failure.
   *
   * @param recordedName the kind, as the recordings name it; {@code *} counts every op
   * @param nth which one, counted from 1
   */
  public NthOpFault(String recordedName, int nth) {
    this.recordedName = Objects.requireNonNull(recordedName);
    if (nth < 1) {
      throw new IllegalArgumentException("faults count from 1: " + nth);
    }
    this.nth = nth;
  }

  @Override
  public void before(Op op) {
    if ((recordedName.equals("*") || recordedName.equals(op.recordedName())) && ++seen == nth) {
      throw new InjectedFaultException(op);
    }
  }
}
