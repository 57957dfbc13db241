package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Replays command scripts whose transcripts were recorded on Linux 6.18 with the tools of Debian
 * trixie, and compares every command and the final state.
 *
 * <p>{@code FAMILY-N} are samples that somebody drew at random; {@code found-…} were written by
 * hand, most of them about something that the model once answered otherwise.
 */
class KernelSamplesTest {
  static final List<String> DUMPS =
      List.of(
          "ip -n %s -d -o link",
          "ip -n %s -o addr",
          "ip -n %s rule",
          "ip -n %s -6 rule",
          "ip -n %s route show table all",
          "ip -n %s -6 route show table all",
          "ip -n %s neigh show nud permanent",
          "ip netns exec %s iptables-save",
          "ip netns exec %s ip6tables-save");

  @TestFactory
  Stream<DynamicTest> samples() throws IOException, URISyntaxException {
    Path folder = Path.of(KernelSamplesTest.class.getResource("/kernel-samples").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> scripts = files.filter(file -> file.toString().endsWith(".sh")).sorted().toList();
      return scripts.stream()
          .map(
              script ->
                  DynamicTest.dynamicTest(script.getFileName().toString(), () -> replay(script)));
    }
  }

  private static void replay(Path script) throws IOException {
    Path recorded = Path.of(script.toString().replaceAll("\\.sh$", ".expected"));
    boolean exactly = script.getFileName().toString().startsWith("found-monitor-");
    List<String> expected = blocks(Files.readString(recorded), exactly);
    List<String> actual = blocks(run(Files.readString(script)), exactly);
    List<Executable> comparisons = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "";
      String got = i < actual.size() ? actual.get(i) : "";
      comparisons.add(() -> assertEquals(wanted, got));
    }
    assertAll(comparisons);
  }

  /** Returns the blocks of a transcript; those of ip monitor as they are, in their order. */
  private static List<String> blocks(String transcript, boolean exactly) {
    return exactly
        ? Splitter.on("\n= ").splitToList(transcript)
        : TranscriptNormaliser.normalise(transcript);
  }

  /** Returns the model's transcript of a script, the dumps of the state at its end included. */
  static String run(String script) {
    AtomicLong next = new AtomicLong(0x0216_3e00_0001L);
    Kernel kernel = new Kernel((netns, name) -> new MacAddress(next.getAndIncrement()));
    StringBuilder text = new StringBuilder();
    Transcript transcript = new Transcript(new Host("host", kernel, Jimfs.newFileSystem()), text);
    transcript.run(script);
    StringBuilder dumps = new StringBuilder();
    kernel
        .names()
        .forEach(name -> DUMPS.forEach(dump -> dumps.append(dump.formatted(name)).append('\n')));
    transcript.run(dumps.toString());
    return text.toString();
  }
}
