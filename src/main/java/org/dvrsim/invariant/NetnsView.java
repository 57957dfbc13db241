package org.dvrsim.invariant;

import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;

/**
 * A namespace that is there and should be.
 *
 * @param actual what it holds
 * @param wanted what it should hold
 */
record NetnsView(Netns actual, WantedNetns wanted) {
  NetnsName name() {
    return wanted.name();
  }
}
