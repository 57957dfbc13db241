package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dvrsim.base.SimRandom;

class ItemAllocatorProperties {
  private static final int KEYS = 6;

  /** Every number from 0 to 17 is one of: allocate, release, restart; for one of six keys. */
  @Property(tries = 300)
  void allocator_anyHistory_itemsAreDistinctStableAndOnFile(
      @ForAll @Size(max = 40) List<@IntRange(max = 17) Integer> history, @ForAll long seed)
      throws IOException {
    FakeHost host = new FakeHost();
    SimRandom random = new SimRandom(seed);
    AllocationPolicy anyFree =
        new AllocationPolicy() {
          @Override
          public <T> T pick(String stateFile, String key, ItemPool<T> free) {
            return free.find(Integer.toString(100 + random.nextInt(KEYS + 2)))
                .orElseGet(free::lowest);
          }
        };
    FipRulePriorityAllocator allocator = start(host, anyFree);
    Map<String, FipPriority> held = new HashMap<>();
    for (int step : history) {
      String key = "203.0.113." + step % KEYS;
      switch (step / KEYS) {
        case 0 -> {
          FipPriority item = allocator.allocate(key);
          assertEquals(held.getOrDefault(key, item), item);
          held.put(key, item);
        }
        case 1 -> {
          allocator.release(key);
          held.remove(key);
        }
        default -> allocator = start(host, anyFree);
      }
      assertEquals(held.size(), new HashSet<>(held.values()).size());
      assertEquals(held, onFile(host));
    }
  }

  private static FipRulePriorityAllocator start(FakeHost host, AllocationPolicy policy) {
    return new FipRulePriorityAllocator(
        host, host.path("fip-priorities"), 100, 100 + KEYS + 2, policy);
  }

  private static Map<String, FipPriority> onFile(FakeHost host) throws IOException {
    Map<String, FipPriority> result = new HashMap<>();
    if (Files.exists(host.path("fip-priorities"))) {
      for (String line : Files.readAllLines(host.path("fip-priorities"))) {
        String[] words = line.split(",", 2);
        assertTrue(result.put(words[0], new FipPriority(words[1])) == null);
      }
    }
    return result;
  }
}
