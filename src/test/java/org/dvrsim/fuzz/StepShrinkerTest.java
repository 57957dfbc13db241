package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FaultKind;
import org.dvrsim.scenario.HostActions;
import org.dvrsim.scenario.WriteFileAction;
import org.junit.jupiter.api.Test;

class StepShrinkerTest {
  private static Action write(String... lines) {
    return new WriteFileAction(Optional.of("h1"), "fip-priorities", List.of(lines));
  }

  @Test
  void simpler_writtenFile_lacksOneLine() {
    assertEquals(List.of(write("b"), write("a")), StepShrinker.simpler(write("a", "b")));
    assertEquals(List.of(), StepShrinker.simpler(write()));
  }

  @Test
  void simpler_fault_isGoneOrStrikesOnce() {
    Action step = new HostActions.Resync("h1");
    FaultAction twice =
        new FaultAction("h1", FaultKind.OP_FAILS, Optional.empty(), 3, 2, Optional.empty(), step);
    assertEquals(List.of(step, twice.once()), StepShrinker.simpler(twice));
  }

  @Test
  void size_ofSimplerSteps_isLess() {
    Action full = write("a", "b");
    int size = StepShrinker.size(List.of(full));
    StepShrinker.simpler(full)
        .forEach(simpler -> assertTrue(StepShrinker.size(List.of(simpler)) < size));
  }
}
