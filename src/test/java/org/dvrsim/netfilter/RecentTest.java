package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<String, Integer> recent = new Recent<>(2);

  @Test
  void get_lastKeysPutIn_findsThem() {
    recent.put("a", 1);
    recent.put("b", 2);
    recent.put("c", 3);
    assertEquals(2, recent.get("b"));
    assertEquals(3, recent.get("c"));
  }

  @Test
  void get_keyOfTwoGenerationsAgo_isForgotten() {
    for (String key : new String[] {"a", "b", "c", "d", "e"}) {
      recent.put(key, 0);
    }
    assertNull(recent.get("a"));
  }

  @Test
  void get_keyAskedForAgainAndAgain_stays() {
    recent.put("kept", 7);
    for (int i = 0; i < 10; i++) {
      recent.put("other " + i, i);
      assertEquals(7, recent.get("kept"));
    }
  }
}
