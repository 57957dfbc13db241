package org.dvrsim.net;

import java.util.Objects;

/**
 * A part of a payload that was too long for a link.
 *
 * @param whole the payload that this is a part of
 * @param identification what the parts of one packet have in common
 * @param offset the first byte of {@code whole} that this carries, a multiple of 8
 * @param dataLength how many bytes of {@code whole} this carries
 * @param header bytes that this needs besides: 8 in IPv6 for the fragment header, else 0
 */
public record Fragment(Payload whole, int identification, int offset, int dataLength, int header)
    implements Payload {
  /** The length of IPv6's fragment header. */
  public static final int V6_HEADER = 8;

  /** Checks that this is a part of {@code whole}, which is no part itself. */
  public Fragment {
    Objects.requireNonNull(whole);
    if (whole instanceof Fragment || offset < 0 || offset + dataLength > whole.length()) {
      throw new IllegalArgumentException("fragment at " + offset + " of " + whole);
    }
  }

  /** Tells whether this has the headers of the protocol above IP. */
  public boolean isFirst() {
    return offset == 0;
  }

  /** Tells whether this ends the payload. */
  public boolean isLast() {
    return offset + dataLength == whole.length();
  }

  @Override
  public int protocol() {
    return whole.protocol();
  }

  @Override
  public int length() {
    return header + dataLength;
  }

  @Override
  public int sourcePort() {
    return isFirst() ? whole.sourcePort() : -1;
  }

  @Override
  public int destinationPort() {
    return isFirst() ? whole.destinationPort() : -1;
  }

  @Override
  public String toString() {
    return whole + ", bytes " + offset + "-" + (offset + dataLength - 1) + " of " + whole.length();
  }
}
