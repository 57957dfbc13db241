package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dvrsim.base.SimClock;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a floating IP's round trip costs: from an instance through two namespaces with NAT to a host
 * outside and back, with and without an observer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FloatingIpBench {
  private static final IpAddress OUTSIDE = IpAddress.parse("172.24.4.1");

  private Datapath datapath;
  private Netns instance;
  private List<Step> steps;

  /** Builds the four namespaces. */
  @Setup
  public void build() {
    AtomicLong next = new AtomicLong(0x0216_3e00_0001L);
    Kernel kernel = new Kernel((netns, name) -> new MacAddress(next.getAndIncrement()));
    FloatingIpTopology.build(kernel);
    datapath = new Datapath(new SimClock());
    instance = kernel.netns(new NetnsName("k-b"));
    steps = new ArrayList<>();
  }

  /** Nobody watches. */
  @Benchmark
  public boolean roundTrip() {
    return datapath.probe(instance, ProbeRequest.ping(OUTSIDE)).answered();
  }

  /** Every step is kept. */
  @Benchmark
  public int tracedRoundTrip() {
    steps.clear();
    datapath.setObserver(steps::add);
    datapath.probe(instance, ProbeRequest.ping(OUTSIDE));
    datapath.setObserver(null);
    return steps.size();
  }
}
