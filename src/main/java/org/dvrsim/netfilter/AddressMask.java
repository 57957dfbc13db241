package org.dvrsim.netfilter;

import com.google.common.collect.ImmutableList;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/** An address of which the bits of a mask count. The mask may be any pattern of bits. */
public record AddressMask(IpAddress address, IpAddress mask) {
  /** Returns an address with the bits cleared that don't count. */
  static AddressMask network(IpAddress address, IpAddress mask) {
    return new AddressMask(
        new IpAddress(address.family(), address.high() & mask.high(), address.low() & mask.low()),
        mask);
  }

  private static final AddressMask ANY_V4 = new AddressMask(IpAddress.ANY_V4, IpAddress.ANY_V4);
  private static final AddressMask ANY_V6 = new AddressMask(IpAddress.ANY_V6, IpAddress.ANY_V6);

  static AddressMask any(IpFamily family) {
    return family == IpFamily.V4 ? ANY_V4 : ANY_V6;
  }

  private static final ImmutableList<IpAddress> MASKS_V4 = masks(IpAddress.v4(0xffffffff));
  private static final ImmutableList<IpAddress> MASKS_V6 = masks(IpAddress.v6(-1L, -1L));

  private static final ImmutableList<AddressMask> ANY_V4_ALONE = ImmutableList.of(ANY_V4);
  private static final ImmutableList<AddressMask> ANY_V6_ALONE = ImmutableList.of(ANY_V6);

  /** Returns {@link #any} as a list of one. */
  static ImmutableList<AddressMask> anyAlone(IpFamily family) {
    return family == IpFamily.V4 ? ANY_V4_ALONE : ANY_V6_ALONE;
  }

  static AddressMask host(IpAddress address) {
    return new AddressMask(address, maskOf(address.family(), address.family().bits()));
  }

  /** Returns the mask of a prefix length. */
  static IpAddress maskOf(IpFamily family, int length) {
    return (family == IpFamily.V4 ? MASKS_V4 : MASKS_V6).get(length);
  }

  private static ImmutableList<IpAddress> masks(IpAddress full) {
    ImmutableList.Builder<IpAddress> masks = ImmutableList.builder();
    for (int length = 0; length <= full.family().bits(); length++) {
      masks.add(full.masked(length));
    }
    return masks.build();
  }

  /** Tells whether {@code other} has the same bits where the mask has ones. */
  public boolean contains(IpAddress other) {
    return ((other.high() ^ address.high()) & mask.high()) == 0
        && ((other.low() ^ address.low()) & mask.low()) == 0
        && other.family() == address.family();
  }

  /** Tells whether all bits count. */
  boolean isHost() {
    return mask.low() == (address.isV4() ? 0xffffffffL : -1L)
        && (address.isV4() || mask.high() == -1L);
  }

  /** Tells whether no bit counts. */
  boolean isAny() {
    return mask.isUnspecified();
  }

  /** Returns the number of leading ones of the mask, -1 if it has ones after a zero. */
  int prefixLength() {
    int length =
        address.isV4()
            ? Long.numberOfLeadingZeros(~(mask.low() << 32))
            : mask.high() == -1L
                ? 64 + Long.numberOfLeadingZeros(~mask.low())
                : Long.numberOfLeadingZeros(~mask.high());
    length = Math.min(length, address.family().bits());
    return maskOf(address.family(), length).equals(mask) ? length : -1;
  }

  /** Appends the mask as {@code /LENGTH}, or in full if it has no length. */
  void appendMask(StringBuilder out) {
    int length = prefixLength();
    out.append('/');
    if (length >= 0) {
      out.append(length);
    } else {
      out.append(mask);
    }
  }

  /** Appends the address, and the mask unless it is that of a host. */
  void appendShort(StringBuilder out) {
    out.append(address);
    if (prefixLength() != address.family().bits()) {
      appendMask(out);
    }
  }

  /** Returns the address and always its mask. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder().append(address);
    appendMask(out);
    return out.toString();
  }
}
