package org.dvrsim.shell;

import com.google.common.jimfs.Jimfs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Kernel;
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
 * What changing and asking a namespace costs that already holds a number of routes, or of rules:
 * through the kernel's own methods, and (the names that begin with {@code typed}) as commands that
 * are parsed and answered in text. {@link BesideLinux} prints it beside the real kernel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class KernelBench {
  private static final NetnsName ROUTES = new NetnsName("k-a");
  private static final NetnsName RULES = new NetnsName("k-b");
  private static final IfName VETH = new IfName("v0");
  private static final int DESTINATIONS = 1024;

  /** How many routes there are already in one namespace, and how many rules in another. */
  @Param({"10", "1000", "100000"})
  public int size;

  private Host host;
  private Kernel kernel;
  private Netns routes;
  private Netns rules;
  private RouteSpec route;
  private RuleSpec rule;
  private final List<Flow> flows = new ArrayList<>();
  private int next;

  /** Fills the namespaces. */
  @Setup
  public void fill() {
    long[] mac = {0x0216_3e00_0001L};
    kernel = new Kernel((where, name) -> new MacAddress(mac[0]++));
    host = new Host("host", kernel, Jimfs.newFileSystem());
    routes = namespace(ROUTES);
    rules = namespace(RULES);
    for (int i = 0; i < size; i++) {
      routes.requests().addRoute(RequestMode.ADD, to(i));
      rules.requests().addRule(from(i));
    }
    rules.requests().addRoute(RequestMode.ADD, to(0));
    route = to(size);
    rule = from(size);
    for (int i = 0; i < DESTINATIONS; i++) {
      flows.add(Flow.to(IpAddress.v4(0x14000005 + ((int) (i * 7919L % size) << 8))));
    }
  }

  private Netns namespace(NetnsName name) {
    Netns netns = kernel.createNetns(name);
    DeviceBench.start(host, name);
    return netns;
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
    routes.requests().addRoute(RequestMode.ADD, route);
    routes.requests().deleteRoute(route);
  }

  /** Looks up one of many routes. */
  @Benchmark
  public FibResult routeLookup() {
    return routes.lookup(flows.get(next++ & (DESTINATIONS - 1)));
  }

  /** Looks up a route behind all rules, none of which fits. */
  @Benchmark
  public FibResult ruleWalk() {
    return rules.lookup(flows.get(0));
  }

  /** Adds a rule and deletes it. */
  @Benchmark
  public void ruleAddDelete() {
    rules.requests().addRule(rule);
    rules.requests().deleteRule(rule);
  }

  /** Runs {@code ip route add} and {@code del}. */
  @Benchmark
  public CommandResult typedRouteAddDelete() {
    return DeviceBench.both(
        host,
        "ip -n k-a route add 40.0.0.0/24 via 10.0.0.2 dev v0",
        "ip -n k-a route del 40.0.0.0/24");
  }

  /** Runs {@code ip route get}. */
  @Benchmark
  public CommandResult typedRouteGet() {
    return Shell.run(host, "ip -n k-a route get 20.0.5.5");
  }

  /** Runs {@code ip rule add} and {@code del}. */
  @Benchmark
  public CommandResult typedRuleAddDelete() {
    return DeviceBench.both(
        host,
        "ip -n k-b rule add from 41.0.0.1 table 16 pref 900",
        "ip -n k-b rule del from 41.0.0.1 table 16 pref 900");
  }
}
