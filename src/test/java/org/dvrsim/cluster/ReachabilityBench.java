package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.net.IpPrefix;
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
 * What it costs to ping 1,000 floating IPs from 1,000 instances each: a million round trips through
 * the namespaces of two hosts. Ten hosts, ten routers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
public class ReachabilityBench {
  private static final int HOSTS = 10;
  private static final int ROUTERS = 10;
  private static final int INSTANCES = 1000;

  private Cluster cluster;
  private List<Instance> instances;
  private List<FloatingIp> floatingIps;

  /** Builds the cluster and lets its agents do their work. */
  @Setup
  public void build() {
    cluster = new Cluster();
    NeutronServer server = cluster.server();
    for (int i = 0; i < HOSTS; i++) {
      cluster.addHost("compute-" + i, AgentMode.DVR);
    }
    server.createNetwork("public", true, 1500, subnet("public-v4", "172.24.0.0/16"));
    for (int i = 0; i < ROUTERS; i++) {
      server.createNetwork("net" + i, false, 1500, subnet("sub" + i, "10." + i + ".0.0/16"));
      server.createRouter("r" + i);
      server.addRouterInterface("r" + i, "sub" + i, Optional.empty());
      server.setGateway("r" + i, "public", List.of());
    }
    for (int i = 0; i < INSTANCES; i++) {
      String host = "compute-" + i / ROUTERS % HOSTS;
      server.createInstance("vm" + i, "net" + i % ROUTERS, Optional.of(host), List.of());
      server.createFloatingIp("fip" + i, "public", Optional.empty());
      server.associateFloatingIp("fip" + i, "vm" + i, Optional.empty());
    }
    cluster.hosts().forEach(ComputeHost::startAgent);
    cluster.deliver();
    instances = new ArrayList<>(server.db().instances());
    floatingIps = new ArrayList<>(server.db().floatingIps());
  }

  private static List<SubnetRequest> subnet(String name, String cidr) {
    return List.of(SubnetRequest.of(name, IpPrefix.parse(cidr)));
  }

  /** Pings everything from everywhere; all of it is to answer. */
  @Benchmark
  public int matrix() {
    int reached = 0;
    for (BitSet row : cluster.traffic().reachability(instances, floatingIps)) {
      reached += row.cardinality();
    }
    if (reached != INSTANCES * INSTANCES) {
      throw new IllegalStateException("only " + reached + " of the pings were answered");
    }
    return reached;
  }
}
