package org.dvrsim.netfilter;

import java.util.concurrent.TimeUnit;
import org.dvrsim.net.IpFamily;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What iptables-restore and single changes cost at several sizes of one chain. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class NetfilterBench {
  private static final String CHAIN = "neutron-l3-agent-float-snat";
  private static final String RULE =
      " -s 10.9.9.9/32 -j SNAT --to-source 203.0.113.7 --random-fully\n";

  /** How many rules the chain has. */
  @Param({"10", "1000", "20000"})
  public int rules;

  private String text;
  private RuleCache known;
  private Netfilter filled;

  /**
   * Returns a table with one chain of {@code count} rules, as a host with many floating IPs has.
   */
  public static String text(int count) {
    StringBuilder out = new StringBuilder("*nat\n:" + CHAIN + " - [0:0]\n");
    for (int i = 0; i < count; i++) {
      out.append("-A ").append(CHAIN).append(" -s 10.").append(i >> 16).append('.');
      out.append(i >> 8 & 0xff).append('.').append(i & 0xff);
      out.append("/32 -j SNAT --to-source 203.0.113.").append(i % 250).append(" --random-fully\n");
    }
    return out.append("COMMIT\n").toString();
  }

  /** Writes the input and fills one table with it. */
  @Setup(Level.Trial)
  public void fill() {
    text = text(rules);
    known = new RuleCache(IpFamily.V4, 2 * rules);
    filled = new Netfilter(IpFamily.V4, known);
    filled.restore(text, false);
  }

  /** Restores rules that were never seen before. */
  @Benchmark
  public Netfilter restoreNew() {
    Netfilter netfilter = new Netfilter(IpFamily.V4);
    netfilter.restore(text, false);
    return netfilter;
  }

  /** Restores rules that were seen before, as another namespace's often are. */
  @Benchmark
  public Netfilter restoreKnown() {
    Netfilter netfilter = new Netfilter(IpFamily.V4, known);
    netfilter.restore(text, false);
    return netfilter;
  }

  /** Inserts a rule at the beginning and deletes it by number. */
  @Benchmark
  public long insertAndDelete() {
    filled.restore("*nat\n-I " + CHAIN + " 1" + RULE + "COMMIT\n", true);
    filled.restore("*nat\n-D " + CHAIN + " 1\nCOMMIT\n", true);
    return filled.version();
  }

  /** Appends a rule and deletes it by what it says. */
  @Benchmark
  public long appendAndDeleteBySpec() {
    filled.restore("*nat\n-A " + CHAIN + RULE + "-D " + CHAIN + RULE + "COMMIT\n", true);
    return filled.version();
  }
}
