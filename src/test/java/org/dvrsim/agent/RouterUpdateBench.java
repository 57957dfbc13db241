package org.dvrsim.agent;

import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * What one {@code router_update} costs in steady state: a router with three interfaces and ten
 * floating IPs on a compute host, updated with what it already has, beside others on the host.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RouterUpdateBench {
  /** How many other routers are on the host. */
  @Param({"0", "50"})
  public int others;

  private AgentWorld world;
  private NeutronRouter router;

  /** Builds the host. */
  @Setup(Level.Trial)
  public void build() {
    world = new AgentWorld(AgentMode.DVR);
    world.host.stopObserving(world.trace);
    for (int i = 0; i < others; i++) {
      world.update(new AgentWorld.RouterBuilder(1000 + i).gateway().network(100 + i).build());
    }
    AgentWorld.RouterBuilder builder =
        new AgentWorld.RouterBuilder(1).gateway().network(1).network(2).network(3);
    for (int i = 0; i < 10; i++) {
      builder.floatingIp(100 + i, "10." + (1 + i % 3) + ".0." + (10 + i));
    }
    router = builder.build();
    world.update(router);
    if (!world.agent.log().exceptions().isEmpty()) {
      throw new IllegalStateException(world.agent.log().exceptions().get(0));
    }
  }

  /** One update that changes nothing. */
  @Benchmark
  public void steadyState() {
    world.agent.routersUpdated(List.of(router.id()));
    world.agent.drain();
  }
}
