package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dvrsim.base.InputException;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.NthOpFault;

/**
 * One event of a recording.
 *
 * @param file the recording's file, for messages
 * @param index its place in the sequence, from 0
 * @param node the event's object
 */
public record RecordedEvent(String file, int index, ObjectNode node) {
  /** Returns the kind, such as {@code router_update}. */
  public String kind() {
    return node.get("event").asText();
  }

  /** Returns the fault, strikes or crash planned for this event; none if it carries none. */
  public Faults fault() {
    Optional<Faults> strikes = strikes();
    if (strikes.isPresent()) {
      return strikes.get();
    }
    JsonNode crash = node.path("crash");
    if (crash.isObject()) {
      return crash(crash);
    }
    JsonNode fault = node.path("fault");
    if (fault.isMissingNode() || fault.isNull()) {
      return Faults.NONE;
    }
    if (!fault.path("op").isTextual() || fault.path("nth").asInt(0) < 1) {
      throw bad("\"fault\" needs a text \"op\" and a number \"nth\" from 1");
    }
    return new NthOpFault(fault.get("op").asText(), fault.get("nth").asInt());
  }

  /** Returns what goes wrong at several ops or calls to the server, if the event says so. */
  Optional<Faults> strikes() {
    return node.path("strikes").isArray()
        ? Optional.of(reading("strikes", e -> Strikes.read(e.node.get("strikes"))))
        : Optional.empty();
  }

  private Faults crash(JsonNode crash) {
    int nth = crash.path("nth").asInt(0);
    FaultKind kind = reading("crash", e -> FaultKind.parse(crash.path("kind").asText()));
    if (nth < 1 || (kind != FaultKind.DIES_AFTER_OP && kind != FaultKind.DIES_AT_DISK)) {
      throw bad("\"crash\" needs a \"kind\" of death and a number \"nth\" from 1");
    }
    return new InjectedFault(kind, Optional.empty(), nth, 1, Optional.empty());
  }

  /** Returns a required object of this event. */
  public ObjectNode object(String key) {
    if (node.path(key) instanceof ObjectNode object) {
      return object;
    }
    throw bad("\"" + key + "\" should be an object");
  }

  /** Returns a required text of this event. */
  public String text(String key) {
    if (!node.path(key).isTextual()) {
      throw bad("\"" + key + "\" should be a text");
    }
    return node.get(key).asText();
  }

  /** Returns the elements of a list of this event, none if it has no such list. */
  public List<JsonNode> list(String key) {
    JsonNode list = node.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      throw bad("\"" + key + "\" should be a list");
    }
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  /** Returns the new answers to get_ports_by_subnet, if they change with this event. */
  public Optional<ObjectNode> portsBySubnet() {
    return node.path("ports_by_subnet") instanceof ObjectNode object
        ? Optional.of(object)
        : Optional.empty();
  }

  /**
   * Returns the ids of the routers that the server tells of only to who asks for all, if they
   * change with this event.
   */
  Optional<Set<String>> relatives() {
    if (!node.path("relatives").isArray()) {
      return Optional.empty();
    }
    Set<String> ids = new LinkedHashSet<>();
    list("relatives").forEach(id -> ids.add(id.asText()));
    return Optional.of(ids);
  }

  /**
   * Returns what {@code read} makes of a part of this event.
   *
   * @throws InputException naming the event, if {@code read} finds it malformed
   */
  public <T> T reading(String what, Function<RecordedEvent, T> read) {
    try {
      return read.apply(this);
    } catch (IllegalArgumentException e) {
      throw bad(what + ": " + e.getMessage());
    }
  }

  /**
   * Has {@code reader} read a part of this event.
   *
   * @throws InputException naming the event, if {@code reader} finds it malformed
   */
  void read(String what, Consumer<JsonNode> reader) {
    try {
      reader.accept(node);
    } catch (IllegalArgumentException e) {
      throw bad(what + ": " + e.getMessage());
    }
  }

  /** Returns the refusal of this event with a message that says where it is. */
  public InputException bad(String message) {
    return InputException.in(file, "events[" + index + "] (" + kind() + "): " + message);
  }
}
