package org.dvrsim.kernel;

/**
 * How long an address lasts, in seconds. Time stands still for it: it is shown as it was set.
 *
 * <p>Models: include/uapi/linux/if_addr.h:struct ifa_cacheinfo
 *
 * @param valid until it vanishes, {@link #FOREVER} if it does not
 * @param preferred until it is deprecated, {@link #FOREVER} if it is not
 */
public record AddressLifetime(long valid, long preferred) {
  /** INFINITY_LIFE_TIME. */
  public static final long FOREVER = 0xffffffffL;

  /** That of an address of which nothing else is said. */
  public static final AddressLifetime UNLIMITED = new AddressLifetime(FOREVER, FOREVER);

  /** Checks that the address is valid at least as long as it is preferred. */
  public AddressLifetime {
    if (valid <= 0 || valid > FOREVER || preferred < 0 || preferred > valid) {
      throw new IllegalArgumentException("lifetimes " + valid + " and " + preferred);
    }
  }

  /** Returns the IFA_F_* bits that go with it. */
  int flags() {
    return (valid == FOREVER ? IfAddress.PERMANENT : 0)
        | (preferred == 0 ? IfAddress.DEPRECATED : 0);
  }
}
