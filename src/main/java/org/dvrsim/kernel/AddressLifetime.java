package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.base.SimTime;

/**
 * How long an address lasts, in seconds.
 *
 * <p>Models: include/uapi/linux/if_addr.h:struct ifa_cacheinfo; net/ipv6/addrconf.c:
 * inet6_fill_ifaddr()
 *
 * @param valid until it vanishes, {@link #FOREVER} if it does not
 * @param preferred until it is deprecated, {@link #FOREVER} if it is not
 * @param from when that was said; empty: it is not counted down
 */
public record AddressLifetime(long valid, long preferred, Optional<SimTime> from) {
  /** INFINITY_LIFE_TIME. */
  public static final long FOREVER = 0xffffffffL;

  /** That of an address of which nothing else is said. */
  public static final AddressLifetime UNLIMITED = new AddressLifetime(FOREVER, FOREVER);

  private static final long NANOS = 1_000_000_000L;

  /** Checks that the address is valid at least as long as it is preferred. */
  public AddressLifetime {
    if (valid < 0 || valid > FOREVER || preferred < 0 || preferred > valid) {
      throw new IllegalArgumentException("lifetimes " + valid + " and " + preferred);
    }
  }

  /** Builds lifetimes that do not run yet. */
  public AddressLifetime(long valid, long preferred) {
    this(valid, preferred, Optional.empty());
  }

  /** Tells whether the address vanishes at last. */
  public boolean isFinite() {
    return valid != FOREVER;
  }

  /** Returns these lifetimes, running from {@code now} on. */
  AddressLifetime startingAt(SimTime now) {
    return isFinite() || preferred != FOREVER
        ? new AddressLifetime(valid, preferred, Optional.of(now))
        : this;
  }

  /** Returns what is left of them, which then stays as it is. */
  public AddressLifetime left(SimTime now) {
    if (from.isEmpty()) {
      return this;
    }
    long passed = (now.nanos() - from.get().nanos()) / NANOS;
    return new AddressLifetime(left(valid, passed), left(preferred, passed));
  }

  private static long left(long seconds, long passed) {
    return seconds == FOREVER ? FOREVER : Math.max(0, seconds - passed);
  }

  /** Returns when the address vanishes; empty if it does not, or its time does not run. */
  Optional<SimTime> end() {
    return isFinite() ? from.map(start -> start.plusSeconds(valid)) : Optional.empty();
  }

  /** Returns when the address is deprecated; empty if it is not, or was from the beginning. */
  Optional<SimTime> deprecation() {
    return preferred != FOREVER && preferred != 0
        ? from.map(start -> start.plusSeconds(preferred))
        : Optional.empty();
  }

  /** Returns the IFA_F_* bits that go with it. */
  int flags() {
    return (valid == FOREVER ? IfAddress.PERMANENT : 0)
        | (preferred == 0 ? IfAddress.DEPRECATED : 0);
  }
}
