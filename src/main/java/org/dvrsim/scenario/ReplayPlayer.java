package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries out the events of one recording. */
interface ReplayPlayer {
  /**
   * Carries out {@code event}.
   *
   * @param played a copy of the event's object, in which ops, rpc, errors, escaped, output and
   *     choices are set to what happened here
   * @return the whole state afterwards
   */
  ObjectNode play(RecordedEvent event, ObjectNode played);
}
