package org.dvrsim.shell;

import com.google.common.jimfs.Jimfs;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
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

/** What devices, addresses and neighbours cost, named as {@link KernelBench}'s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class DeviceBench {
  private static final NetnsName NAME = new NetnsName("k-a");

  private Host host;
  private Kernel kernel;
  private Netns netns;

  /** Makes a namespace with a veth pair and an address. */
  @Setup
  public void prepare() {
    long[] mac = {0x0216_3e00_0001L};
    kernel = new Kernel((where, name) -> new MacAddress(mac[0]++));
    host = new Host("host", kernel, Jimfs.newFileSystem());
    netns = kernel.createNetns(NAME);
    start(host, NAME);
  }

  /** Runs {@link RealKernelRates#START}. */
  static void start(Host host, NetnsName name) {
    List<String> words = List.of("ip", "-n", name.text(), "-batch", "-");
    Shell.run(host, words, RealKernelRates.START);
  }

  static CommandResult both(Host host, String first, String second) {
    Shell.run(host, first);
    return Shell.run(host, second);
  }

  /** Creates a veth pair and deletes it. */
  @Benchmark
  public void vethAddDelete() {
    LinkSpec one = LinkSpec.named(new IfName("x0"));
    kernel.createVeth(NAME, one, NAME, LinkSpec.named(new IfName("x1")));
    netns.requests().deleteLink(one.name().orElseThrow());
  }

  /** Runs {@code ip addr add} and {@code del} with an IPv4 address. */
  @Benchmark
  public CommandResult typedAddressAddDelete() {
    return both(
        host, "ip -n k-a addr add 10.9.0.1/24 dev v0", "ip -n k-a addr del 10.9.0.1/24 dev v0");
  }

  /** Runs {@code ip addr add} and {@code del} with an IPv6 address. */
  @Benchmark
  public CommandResult typedAddress6AddDelete() {
    return both(
        host,
        "ip -n k-a addr add 2001:db8::1/64 dev v0",
        "ip -n k-a addr del 2001:db8::1/64 dev v0");
  }

  /** Runs {@code ip neigh replace} and {@code del}. */
  @Benchmark
  public CommandResult typedNeighbourAddDelete() {
    return both(
        host,
        "ip -n k-a neigh replace 10.0.0.9 lladdr fa:16:3e:00:00:01 dev v0 nud permanent",
        "ip -n k-a neigh del 10.0.0.9 dev v0");
  }

  /** Runs {@code ip link add} and {@code del} with a veth pair. */
  @Benchmark
  public CommandResult typedVethAddDelete() {
    return both(host, "ip -n k-a link add x0 type veth peer name x1", "ip -n k-a link del x0");
  }
}
