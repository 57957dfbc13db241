package org.dvrsim.kernel;

/**
 * The users whose packets a rule selects, from {@code first} to {@code last}.
 *
 * <p>Models: include/uapi/linux/fib_rules.h:struct fib_rule_uid_range
 *
 * @param first 0 to 2^32 - 1
 * @param last 0 to 2^32 - 1
 */
public record UidRange(long first, long last) {
  private static final long NOBODY = 0xffffffffL;

  /** Tells whether the kernel takes it: 2^32 - 1 is no user. */
  boolean isValid() {
    return first != NOBODY && last != NOBODY && first <= last;
  }

  /** Tells whether {@code uid} is meant. */
  boolean matches(long uid) {
    return uid >= first && uid <= last;
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
