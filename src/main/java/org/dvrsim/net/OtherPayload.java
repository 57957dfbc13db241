package org.dvrsim.net;

/** The payload of a protocol of which only number and length matter. */
public record OtherPayload(int protocol, int length) implements Payload {
  /** Checks the ranges. */
  public OtherPayload {
    if (protocol < 0 || protocol > 255 || length < 0) {
      throw new IllegalArgumentException("protocol " + protocol + ", length " + length);
    }
  }

  @Override
  public String toString() {
    return "protocol " + protocol;
  }
}
