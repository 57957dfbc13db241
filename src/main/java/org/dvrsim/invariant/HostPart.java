package org.dvrsim.invariant;

/** What invariants of a whole host look at, as far as it can change without the rest. */
enum HostPart {
  /** Which namespaces there are. */
  NAMESPACES(256),
  /** The devices of all namespaces, but for their addresses. */
  DEVICES(1),
  /** The addresses of all devices. */
  ADDRESSES(512),
  /** The routing rules of all namespaces. */
  RULES(2),
  /** The ports of the bridge. */
  BRIDGE(4),
  /** The helper daemons. */
  PROCESSES(1024),
  /** What should be on the host. */
  WANTED(8),
  /** Which namespaces should be on the host. */
  WANTED_NAMESPACES(32768),
  /** What the server knows, whether it concerns the host or not. */
  TRUTH(16),
  /** The state files, and what they held when the agent started. */
  STATE_FILES(32),
  /** What the agent told the server since it started. */
  TOLD(64),
  /** Which namespaces there are, and whether anything calls for each. */
  CALLED_FOR(128),
  /** The exceptions that the agent met during the step. */
  ERRORS(2048),
  /** That something was made to go wrong during the step. */
  DISTURBANCE(4096),
  /** That the step was to change nothing. */
  REPETITION(8192),
  /** The changes during the step that bring floating IPs into effect or out of it. */
  SERVING(16384);

  /**
   * The parts, as bits, that are there at the end of some steps only, and then always something
   * else: who looks at one need not be asked where there is none.
   */
  static final int OF_STEP = ERRORS.bit | DISTURBANCE.bit | REPETITION.bit | SERVING.bit;

  private final int bit;

  HostPart(int bit) {
    this.bit = bit;
  }

  /** Returns the part as bits if {@code changed}, otherwise none. */
  int bitIf(boolean changed) {
    return changed ? bit : 0;
  }

  /** Returns a set as bits. */
  static int bits(Iterable<HostPart> parts) {
    int bits = 0;
    for (HostPart part : parts) {
      bits |= part.bit;
    }
    return bits;
  }

  /** Returns the bits of what a change of {@link Aspect}s in some namespace, as bits, changes. */
  static int changedBy(int aspects) {
    return DEVICES.bitIf((aspects & Aspect.LINKS.bits()) != 0)
        | ADDRESSES.bitIf((aspects & Aspect.ADDRESSES.bits()) != 0)
        | RULES.bitIf((aspects & Aspect.RULES.bits()) != 0);
  }
}
