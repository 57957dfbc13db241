package org.dvrsim.fuzz;

import java.util.Set;
import java.util.stream.Collectors;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.TrafficInvariants;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many events agents work on in a second of a campaign on one core, with all invariants checked
 * after every step.
 *
 * <p>Violations do not end a sequence here, so that all of it is played; the result {@code events}
 * is the figure. It takes about a minute until the compiler has done its work: as long is the
 * warm-up.
 *
 * <p>The virtual machine is given the options that README.md names for long campaigns: one
 * collection at a time, and less inlining, as so many paths are taken that the processor waits for
 * instructions.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 12, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+IgnoreUnrecognizedVMOptions",
      "-XX:+UseParallelGC",
      "-XX:InlineSmallCode=1000",
      "-XX:+UseTransparentHugePages"
    })
public class FuzzBench {
  /** The kind of sequences. */
  @Param({"long", "calm", "faults", "workers"})
  public String profile;

  private Checks checks;
  private long next;

  /** Counts events, which are shown as a rate of their own. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counters {
    /** What agents worked on. */
    public long events;

    /** Starts an iteration from nought. */
    @Setup(Level.Iteration)
    public void reset() {
      events = 0;
    }
  }

  /** Tolerates everything; all is checked all the same. */
  @Setup(Level.Trial)
  public void build() {
    Set<String> all = Invariants.all().stream().map(Invariant::name).collect(Collectors.toSet());
    TrafficInvariants.all().forEach(invariant -> all.add(invariant.name()));
    checks = Checks.of(Invariants.all()).tolerating(all);
  }

  /** One sequence with its probes. */
  @Benchmark
  public void sequence(Counters counters) {
    Sequence sequence = new Sequence(1, next++, Profile.parse(profile));
    if (sequence.play(checks).isPresent()) {
      throw new IllegalStateException("all was to be tolerated");
    }
    counters.events += sequence.events();
  }
}
