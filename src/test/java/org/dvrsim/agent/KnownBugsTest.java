package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownBugsTest {
  @Test
  void parts_noBug_areNeutrons() {
    assertSame(AgentParts.ofNeutron2025(), KnownBugs.parts(List.of()));
  }

  @Test
  void parts_eachBugAlone_areOthers() {
    for (String id : KnownBugs.ids()) {
      assertNotSame(AgentParts.ofNeutron2025(), KnownBugs.parts(List.of(id)), id);
    }
  }

  @Test
  void parts_bugTwice_isRefused() {
    List<String> accepted = new ArrayList<>();
    for (String id : KnownBugs.ids()) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> KnownBugs.parts(List.of(id, id)));
      if (!refusal.getMessage().equals(id + " is named twice")) {
        accepted.add(id);
      }
    }
    assertEquals(List.of(), accepted);
  }

  @Test
  void parts_bugsOfDifferentParts_areThereAtOnce() {
    assertNotSame(AgentParts.ofNeutron2025(), KnownBugs.parts(List.of("lp-1350028", "lp-1360395")));
  }

  @Test
  void parts_unknownBug_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> KnownBugs.parts(List.of("lp-0")));
  }
}
