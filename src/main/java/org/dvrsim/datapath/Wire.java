package org.dvrsim.datapath;

import org.dvrsim.kernel.Link;

/**
 * The network behind devices that are not veth: hands frames that leave by a port of the
 * integration bridge to where they arrive.
 */
public interface Wire {
  /** A wire that nothing is connected to. */
  Wire NOTHING = (from, frame, delivery) -> delivery.lost(frame);

  /** Where frames go. */
  interface Delivery {
    /** Lets {@code frame} arrive at {@code to}. */
    void deliver(Link to, Frame frame);

    /** Notes that nobody takes {@code frame}. */
    void lost(Frame frame);

    /** Notes that the network does not take {@code frame} from {@code link}, and why. */
    void refused(Link link, Frame frame, String why);
  }

  /** Takes a frame that left by {@code from}. */
  void transmit(Link from, Frame frame, Delivery delivery);
}
