package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.dvrsim.net.MacAddress;

/**
 * The MAC addresses that the kernel drew for veth ends which were gone again when their event
 * ended: when an agent retries, it makes the same link several times. A recording's {@code choices}
 * do not have them, but its operations do where the agent noted each end's address at the other.
 */
final class PassingMacs {
  private final Map<String, Queue<Slot>> slotsByEnd = new HashMap<>();

  /** One creation of one end. */
  private static final class Slot {
    private Optional<MacAddress> mac = Optional.empty();
  }

  /**
   * Reads them from an event's recorded operations.
   *
   * @param ops elements {@code [name, {arguments}, error or null]}; may be missing
   */
  PassingMacs(JsonNode ops) {
    Map<String, Slot> peerSlots = new HashMap<>();
    for (JsonNode op : ops) {
      JsonNode arguments = op.path(1);
      String netns = arguments.path("namespace").asText();
      if (op.path(0).asText().equals("create_interface") && op.path(2).isNull()) {
        JsonNode peer = arguments.path("peer");
        String end = netns + "/" + arguments.path("ifname").asText();
        String other = peer.path("net_ns_fd").asText(netns) + "/" + peer.path("ifname").asText();
        peerSlots.put(end, newSlot(other));
        peerSlots.put(other, newSlot(end));
      } else if (op.path(0).asText().equals("add_neigh_entry")) {
        Slot slot = peerSlots.get(netns + "/" + arguments.path("device").asText());
        if (slot != null && slot.mac.isEmpty()) {
          slot.mac = Optional.of(MacAddress.parse(arguments.path("mac_address").asText()));
        }
      }
    }
  }

  private Slot newSlot(String end) {
    Slot slot = new Slot();
    slotsByEnd.computeIfAbsent(end, k -> new ArrayDeque<>()).add(slot);
    return slot;
  }

  /** Returns what was drawn for the next creation of {@code NETNS/DEVICE}, if that is known. */
  Optional<MacAddress> next(String end) {
    Queue<Slot> slots = slotsByEnd.get(end);
    return slots == null || slots.isEmpty() ? Optional.empty() : slots.remove().mac;
  }
}
