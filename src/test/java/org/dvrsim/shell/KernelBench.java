package org.dvrsim.shell;

import com.google.common.jimfs.Jimfs;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.Host;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What changing and asking a namespace costs that already holds a number of routes, of rules and of
 * packet filter rules; beside it the real kernel's own: {@link RealKernelRates}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class KernelBench {
  private static final NetnsName NAME = new NetnsName("k-a");
  private static final IfName VETH = new IfName("v0");

  /** How many routes, rules or packet filter rules there are already. */
  @Param({"10", "1000", "20000"})
  public int size;

  private Host host;
  private Kernel kernel;
  private Netns netns;
  private RouteSpec route;
  private RuleSpec rule;
  private Flow flow;
  private String restore;

  /** Fills a namespace: the routes in main, and as many rules in another namespace. */
  @Setup
  public void fill() {
    long[] next = {0x0216_3e00_0001L};
    kernel = new Kernel((where, name) -> new MacAddress(next[0]++));
    host = new Host("host", kernel, Jimfs.newFileSystem());
    netns = kernel.createNetns(NAME);
    Shell.run(host, "ip -n k-a link add v0 type veth peer name v1");
    Shell.run(host, "ip -n k-a link set v0 up");
    Shell.run(host, "ip -n k-a link set v1 up");
    Shell.run(host, "ip -n k-a addr add 10.0.0.1/24 dev v0");
    for (int i = 0; i < size; i++) {
      netns.addRoute(RequestMode.ADD, to(i));
    }
    route = to(size);
    flow = Flow.to(IpAddress.v4(0x14000005 + ((size / 2) << 8)));
    int rules = Math.min(size, 1000);
    for (int i = 0; i < rules; i++) {
      netns.addRule(from(i));
    }
    rule = from(rules);
    StringBuilder text = new StringBuilder("*filter\n:many - [0:0]\n");
    for (int i = 0; i < size; i++) {
      IpAddress source = IpAddress.v4(0x14000001 + i);
      text.append("-A many -s ").append(source).append("/32 -j ACCEPT\n");
    }
    restore = text.append("COMMIT\n").toString();
  }

  private static RouteSpec to(int i) {
    return RouteSpec.to(IpPrefix.of(IpAddress.v4(0x14000000 + (i << 8)), 24), TableId.MAIN)
        .via(IpAddress.parse("10.0.0.2"))
        .dev(VETH)
        .build();
  }

  private static RuleSpec from(int i) {
    return RuleSpec.in(IpFamily.V4)
        .priority(1000 + i)
        .from(new IpInterface(IpAddress.v4(0x1e000001 + i), 32))
        .table(TableId.of(16))
        .build();
  }

  /** Adds a route and deletes it. */
  @Benchmark
  public void routeAddDelete() {
    netns.addRoute(RequestMode.ADD, route);
    netns.deleteRoute(route);
  }

  /** Looks up a route; up to 1,000 rules are walked first. */
  @Benchmark
  public FibResult routeLookup() {
    return netns.lookup(flow);
  }

  /** Adds a rule, at most the 1,001st, and deletes it. */
  @Benchmark
  public void ruleAddDelete() {
    netns.addRule(rule);
    netns.deleteRule(rule);
  }

  /** Creates a veth pair and deletes it. */
  @Benchmark
  public void vethCreateDelete() {
    LinkSpec one = LinkSpec.named(new IfName("x0"));
    kernel.createVeth(NAME, one, NAME, LinkSpec.named(new IfName("x1")));
    netns.deleteLink(one.name().orElseThrow());
  }

  /** Restores a table of that many rules. */
  @Benchmark
  public CommandResult restore() {
    return Shell.run(host, NAME, java.util.List.of("iptables-restore"), restore);
  }

  /** Runs {@code ip route add} and {@code del} as typed. */
  @Benchmark
  public Optional<CommandResult> shellRouteAddDelete() {
    Shell.run(host, "ip -n k-a route add 40.0.0.0/24 via 10.0.0.2 dev v0");
    return Optional.of(Shell.run(host, "ip -n k-a route del 40.0.0.0/24"));
  }
}
