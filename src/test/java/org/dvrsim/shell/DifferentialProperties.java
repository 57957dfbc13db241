package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * The model and this machine's own kernel answer alike. Runs where {@link RealLinux} can, and says
 * why where it cannot.
 *
 * <p>A difference is shrunk to the shortest script; keep it as {@code found-N} among the kernel
 * samples.
 */
@Tag("differential")
class DifferentialProperties {
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  @AddLifecycleHook(OnlyOnLinux.class)
  void script_anyCommands_modelAnswersAsLinuxDoes(@ForAll("tails") List<String> tail) {
    List<String> script = CommandScripts.whole(tail);
    List<String> linux = TranscriptNormaliser.normalise(RealLinux.run(script));
    List<String> model =
        TranscriptNormaliser.normalise(KernelSamplesTest.run(String.join("\n", script)));
    assertEquals("", difference(linux, model), () -> String.join("\n", script));
  }

  private static String difference(List<String> linux, List<String> model) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(linux.size(), model.size()); i++) {
      String wanted = i < linux.size() ? linux.get(i) : "nothing\n";
      String got = i < model.size() ? model.get(i) : "nothing\n";
      if (!wanted.equals(got)) {
        text.append("Linux: ").append(wanted).append("model: ").append(got);
      }
    }
    return text.toString();
  }

  @Provide
  Arbitrary<List<String>> tails() {
    return CommandScripts.tails();
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
