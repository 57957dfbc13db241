package org.dvrsim.invariant;

import java.util.Set;

/**
 * A property of a host as a whole, to be judged by some of its {@linkplain HostPart parts} alone.
 * Who remembers the answer need not ask again until one of them changes.
 */
abstract class HostInvariant implements Invariant {
  /** Returns what of a host it looks at. */
  abstract Set<HostPart> parts();
}
