package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The states of a recording, which stand there as differences: {@code same} for a state, or for one
 * namespace of it, that equals the one before.
 */
final class RecordedStates {
  private static final String SAME = "same";

  private ObjectNode last = JsonNodeFactory.instance.objectNode();

  /** Returns the whole state that {@code recorded} stands for, given those before it. */
  ObjectNode expand(JsonNode recorded) {
    if (recorded.isTextual() && recorded.asText().equals(SAME)) {
      return last;
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.setAll((ObjectNode) recorded);
    ObjectNode namespaces = whole.putObject("namespaces");
    for (Map.Entry<String, JsonNode> each : recorded.path("namespaces").properties()) {
      boolean same = each.getValue().isTextual() && each.getValue().asText().equals(SAME);
      namespaces.set(
          each.getKey(), same ? last.path("namespaces").path(each.getKey()) : each.getValue());
    }
    last = whole;
    return whole;
  }

  /** Returns {@code state} as a difference to the states given before it. */
  JsonNode shorten(ObjectNode state) {
    if (state.equals(last)) {
      return JsonNodeFactory.instance.textNode(SAME);
    }
    ObjectNode shortened = JsonNodeFactory.instance.objectNode();
    shortened.setAll(state);
    ObjectNode namespaces = shortened.putObject("namespaces");
    for (Map.Entry<String, JsonNode> each : state.path("namespaces").properties()) {
      JsonNode before = last.path("namespaces").path(each.getKey());
      if (before.equals(each.getValue())) {
        namespaces.put(each.getKey(), SAME);
      } else {
        namespaces.set(each.getKey(), each.getValue());
      }
    }
    last = state;
    return shortened;
  }
}
