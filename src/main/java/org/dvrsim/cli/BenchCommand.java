package org.dvrsim.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.SubnetRequest;
import org.dvrsim.net.IpPrefix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dvrsim bench}: what it costs to build a large host from nothing, on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Builds a large host from nothing and says what that costs on this machine.")
final class BenchCommand implements Callable<Integer> {
  private static final String HOST = "compute-1";

  /** What fits into the subnet of a router, and is beyond the question. */
  private static final int MOST_INSTANCES = 50_000;

  private static final double MILLIS = 1e6;
  private static final double MIB = 1 << 20;

  @Option(names = "--routers", paramLabel = "N", description = "How many routers (default: 1000).")
  private int routers = 1000;

  @Option(
      names = "--floating-ips",
      paramLabel = "N",
      description = "How many floating IPs each router has, for as many instances (default: 10).")
  private int floatingIps = 10;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Bounds.atLeast(1, "--routers", routers);
    Bounds.within(0, MOST_INSTANCES, "--floating-ips", floatingIps);
    PrintWriter out = spec.commandLine().getOut();
    Cluster cluster = new Cluster();
    ComputeHost host = cluster.addHost(HOST, AgentMode.DVR);
    Span span = new Span();
    fill(cluster);
    out.println("the server's part: " + span);
    host.journal().takeTrace();
    span = new Span();
    host.startAgent();
    out.println("the agent's first synchronisation: " + span);
    out.println("ops: " + host.host().executed());
    out.println("exceptions: " + host.journal().takeErrors().size());
    host.journal().takeTrace();
    span = new Span();
    host.resync();
    out.println("a further synchronisation, which changes nothing: " + span);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "heap in use afterwards: %.0f MiB, of at most %.0f%n",
        (runtime.totalMemory() - runtime.freeMemory()) / MIB,
        runtime.maxMemory() / MIB);
    return ExitStatus.FINE;
  }

  private void fill(Cluster cluster) {
    NeutronServer server = cluster.server();
    String cidr = floatingIps < 200 ? "10.1.0.0/24" : "10.1.0.0/16";
    server.createNetwork("public", true, 1500, subnet("public-v4", "100.64.0.0/10"));
    for (int i = 0; i < routers; i++) {
      String router = "r" + i;
      String network = "net" + i;
      String subnet = "sub" + i;
      server.createNetwork(network, false, 1450, subnet(subnet, cidr));
      server.createRouter(router);
      server.addRouterInterface(router, subnet, Optional.empty());
      server.setGateway(router, "public", List.of());
      for (int j = 0; j < floatingIps; j++) {
        String name = i + "-" + j;
        server.createInstance("vm" + name, network, Optional.of(HOST), List.of());
        server.createFloatingIp("fip" + name, "public", Optional.empty());
        server.associateFloatingIp("fip" + name, "vm" + name, Optional.empty());
      }
    }
    cluster.deliver();
  }

  private static List<SubnetRequest> subnet(String name, String cidr) {
    return List.of(SubnetRequest.of(name, IpPrefix.parse(cidr)));
  }

  /** Time that passes, on the clock and in this thread's work. */
  private static final class Span {
    private final long wall = System.nanoTime();
    private final long cpu = cpuNow();

    private static long cpuNow() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f ms, of which %.0f ms of work",
          (System.nanoTime() - wall) / MILLIS,
          (cpuNow() - cpu) / MILLIS);
    }
  }
}
