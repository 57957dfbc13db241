package org.dvrsim.kernel;

/**
 * The ports that a rule selects: from {@code first} to {@code last}, or those that agree with
 * {@code first} in the bits of {@code mask}.
 *
 * <p>Models: include/uapi/linux/fib_rules.h:struct fib_rule_port_range;
 * include/net/fib_rules.h:fib_rule_port_range_valid(), fib_rule_port_match()
 *
 * @param mask {@link #ALL_BITS} unless one is given
 */
public record PortRange(int first, int last, int mask) {
  /** The mask of a range that has none. */
  public static final int ALL_BITS = 0xffff;

  /** Tells whether the kernel takes it. */
  boolean isValid() {
    return first != 0 && last < ALL_BITS && first <= last;
  }

  /** Tells whether {@code port} is meant. */
  boolean matches(int port) {
    return mask == ALL_BITS ? port >= first && port <= last : ((port ^ first) & mask) == 0;
  }

  @Override
  public String toString() {
    if (mask != ALL_BITS) {
      return "0x%x/0x%x".formatted(first, mask);
    }
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
