package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleCollectorTest {
  @Test
  void fipNamespaceBuilt_manyTimes_collectsAtTheSecondAndEveryFifthAfter() {
    CycleCollector collector = new CycleCollector();
    List<Integer> collected = new ArrayList<>();
    for (int i = 1; i <= 14; i++) {
      if (collector.fipNamespaceBuilt()) {
        collected.add(i);
      }
    }
    assertEquals(List.of(2, 7, 12), collected);
  }
}
