package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.dvrsim.agent.AllocationPolicy;
import org.dvrsim.agent.ItemPool;
import org.dvrsim.base.SimRandom;
import org.dvrsim.kernel.MacSource;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Picks what the recording says was picked, and beyond that the lowest free item and seeded MAC
 * addresses; notes what was picked.
 */
final class RecordedChoices implements AllocationPolicy, MacSource {
  private final SimRandom macs = new SimRandom(0).fork("macs");
  private final Map<String, Queue<String>> items = new HashMap<>();
  private final Map<String, MacAddress> ends = new TreeMap<>();
  private ArrayNode allocated = JsonNodeFactory.instance.arrayNode();
  private PassingMacs passing = new PassingMacs(MissingNode.getInstance());

  /** Takes up the {@code choices} of the event that comes next. */
  void begin(JsonNode event) {
    JsonNode choices = event.path("choices");
    passing = new PassingMacs(event.path("ops"));
    items.clear();
    ends.clear();
    allocated = JsonNodeFactory.instance.arrayNode();
    for (JsonNode pick : choices.path("allocated")) {
      items
          .computeIfAbsent(
              pick.path(0).asText() + "," + pick.path(1).asText(), k -> new ArrayDeque<>())
          .add(pick.path(2).asText());
    }
    for (Map.Entry<String, JsonNode> end : choices.path("macs").properties()) {
      ends.put(end.getKey(), MacAddress.parse(end.getValue().asText()));
    }
  }

  /** Returns the picks since {@link #begin}, in the recordings' form. */
  ObjectNode taken(Map<String, MacAddress> vethEnds) {
    ObjectNode choices = JsonNodeFactory.instance.objectNode();
    choices.set("allocated", allocated);
    ObjectNode macAddresses = choices.putObject("macs");
    vethEnds.forEach((end, mac) -> macAddresses.put(end, mac.toString()));
    return choices;
  }

  @Override
  public <T> T pick(String stateFile, String key, ItemPool<T> free) {
    Queue<String> recorded = items.get(stateFile + "," + key);
    T item =
        recorded == null || recorded.isEmpty()
            ? free.lowest()
            : free.find(recorded.remove()).orElseGet(free::lowest);
    allocated.addArray().add(stateFile).add(key).add(item.toString());
    return item;
  }

  @Override
  public MacAddress next(NetnsName netns, IfName name) {
    String end = netns + "/" + name;
    return passing.next(end).or(() -> Optional.ofNullable(ends.get(end))).orElseGet(this::seeded);
  }

  /** A locally administered unicast address. */
  private MacAddress seeded() {
    return new MacAddress((macs.nextLong() & 0xfcffffffffffL) | 0x020000000000L);
  }
}
