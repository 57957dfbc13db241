package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * The model and this machine's own kernel answer alike. Runs where {@link RealLinux} can, and says
 * why where it cannot.
 *
 * <p>Scripts go to the kernel many at a time, since most of their time is waiting. A difference is
 * shrunk to the shortest script, in the same manner; keep it as {@code found-N} among the kernel
 * samples. {@link DifferentialRun} goes on for as long as one likes.
 */
@Tag("differential")
class DifferentialProperties {
  @Property(tries = 4, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  @AddLifecycleHook(OnlyOnLinux.class)
  void scripts_anyCommands_modelAnswersAsLinuxDoes(@ForAll("batches") List<List<String>> scripts) {
    for (Optional<Difference> found : Difference.of(scripts)) {
      found
          .map(Difference::shrunk)
          .ifPresent(
              shortest ->
                  assertEquals("", shortest.text(), () -> String.join("\n", shortest.script())));
    }
  }

  @Provide
  Arbitrary<List<List<String>>> batches() {
    return CommandScripts.batches(25);
  }

  /** Skips the property where the real kernel cannot be asked. */
  static final class OnlyOnLinux implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      Optional<String> reason = RealLinux.whyNot();
      return reason.map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
    }
  }
}
