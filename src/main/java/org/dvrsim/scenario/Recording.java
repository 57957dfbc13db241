package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dvrsim.base.InputException;

/**
 * A sequence of events for one agent, with or without what the real agent did.
 *
 * <p>The form is that of the recordings: an object with {@code name}, {@code host}, {@code
 * agent_mode}, optionally {@code conf}, {@code ports_by_subnet} and {@code agent_gateway_ports},
 * and {@code events}.
 *
 * @param file where it was read, for messages
 * @param document the whole object as read
 */
public record Recording(String file, ObjectNode document) {
  /** Checks that the document has what a replay needs. */
  public Recording {
    Objects.requireNonNull(file);
    for (String key : List.of("name", "host", "agent_mode")) {
      if (!document.path(key).isTextual()) {
        throw InputException.in(file, "a recording needs a text \"" + key + "\"");
      }
    }
    if (!document.path("events").isArray()) {
      throw InputException.in(file, "a recording needs a list \"events\"");
    }
    int index = 0;
    for (JsonNode event : document.get("events")) {
      if (!event.isObject() || !event.path("event").isTextual()) {
        throw InputException.in(
            file, "events[" + index + "] needs a text \"event\" that names its kind");
      }
      index++;
    }
  }

  /** Returns the sequence's name. */
  public String name() {
    return document.get("name").asText();
  }

  /** Returns the agent's host. */
  public String host() {
    return document.get("host").asText();
  }

  /** Returns the agent's mode: dvr, dvr_snat or dvr_no_external. */
  public String agentMode() {
    return document.get("agent_mode").asText();
  }

  /** Returns the events in order. */
  public List<RecordedEvent> events() {
    List<RecordedEvent> events = new ArrayList<>();
    for (JsonNode event : document.get("events")) {
      events.add(new RecordedEvent(file, events.size(), (ObjectNode) event));
    }
    return events;
  }
}
