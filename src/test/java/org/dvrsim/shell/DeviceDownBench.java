package org.dvrsim.shell;

import com.google.common.jimfs.Jimfs;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
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

/** What it costs when a device goes down and takes its routes along. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class DeviceDownBench {
  /** How many routes go. */
  @Param({"1000", "100000"})
  public int size;

  private Host host;
  private String routes;

  /** Makes the device. */
  @Setup
  public void prepare() {
    long[] mac = {0x0216_3e00_0001L};
    Kernel kernel = new Kernel((where, name) -> new MacAddress(mac[0]++));
    host = new Host("host", kernel, Jimfs.newFileSystem());
    kernel.createNetns(new NetnsName("k-a"));
    DeviceBench.start(host, new NetnsName("k-a"));
    routes = RealKernelRates.routes(size);
  }

  /** Brings the routes back. */
  @Setup(Level.Invocation)
  public void refill() {
    Shell.run(host, "ip -n k-a link set v0 up");
    Shell.run(host, List.of("ip", "-n", "k-a", "-batch", "-"), routes);
  }

  /** Sets the device down. */
  @Benchmark
  public CommandResult deviceDown() {
    return Shell.run(host, "ip -n k-a link set v0 down");
  }
}
