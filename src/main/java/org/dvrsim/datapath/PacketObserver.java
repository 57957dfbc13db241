package org.dvrsim.datapath;

/** Told what happens to packets. */
public interface PacketObserver {
  /** Called for each step, in order. */
  void step(Step step);
}
