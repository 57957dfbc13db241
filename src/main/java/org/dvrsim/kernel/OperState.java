package org.dvrsim.kernel;

/**
 * The operational state of a device as RFC 2863 has it.
 *
 * <p>Models: include/uapi/linux/if.h:IF_OPER_*
 */
public enum OperState {
  /** The driver does not say. */
  UNKNOWN,
  /** Down. */
  DOWN,
  /** Up, but what is below it is not. */
  LOWERLAYERDOWN,
  /** Up. */
  UP
}
