package org.dvrsim.shell;

import java.util.Optional;
import java.util.OptionalLong;
import org.dvrsim.kernel.NudState;

/**
 * Words and numbers for the states of a neighbour entry.
 *
 * <p>Models: iproute2 ip/ipneigh.c:nud_state_a2n(); include/uapi/linux/neighbour.h
 */
final class NeighbourStates {
  private NeighbourStates() {}

  /** Reads a state's name, or its number, which has one bit. */
  static Optional<NudState> parse(String word) {
    if (Arguments.isBeginning(word, "permanent")) {
      return Optional.of(NudState.PERMANENT);
    } else if (Arguments.isBeginning(word, "reachable")) {
      return Optional.of(NudState.REACHABLE);
    } else if (Arguments.isBeginning(word, "failed")) {
      return Optional.of(NudState.FAILED);
    }
    for (NudState state : NudState.values()) {
      if (state.toString().equals(word)) {
        return Optional.of(state);
      }
    }
    OptionalLong number = Numbers.unsigned(word, 0xff);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    for (NudState state : NudState.values()) {
      if (bit(state) == number.getAsLong()) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Returns the bit that stands for a state; 0 for none. */
  static int bit(NudState state) {
    return switch (state) {
      case NONE -> 0;
      case INCOMPLETE -> 0x01;
      case REACHABLE -> 0x02;
      case STALE -> 0x04;
      case DELAY -> 0x08;
      case PROBE -> 0x10;
      case FAILED -> 0x20;
      case NOARP -> 0x40;
      case PERMANENT -> 0x80;
    };
  }
}
