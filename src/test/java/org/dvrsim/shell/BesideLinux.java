package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.dvrsim.netfilter.NetfilterBench;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures the model with JMH and this machine's kernel with its own tools, and prints the
 * processor time that each operation takes in both and how many times less the model takes. Needs
 * root, and half an hour.
 *
 * <p>Run it with {@code mvn -q test-compile -Pbench -Dbench=org.dvrsim.shell.BesideLinux}; with
 * {@code -Dbench="-Ddvrsim.linux.root=FOLDER org.dvrsim.shell.BesideLinux"} the tools are those of
 * a root folder of another system.
 *
 * <p>Rules are measured beside Linux up to 1,000: to add one, Linux walks those there are, so that
 * 100,000 take it minutes to begin with.
 */
public final class BesideLinux {
  private final Map<String, Double> model = new TreeMap<>();
  private final List<String> rows = new ArrayList<>();

  private BesideLinux() {}

  /** Measures and prints; {@code arguments} are options of JMH. */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    BesideLinux table = new BesideLinux();
    table.measureModel(arguments);
    table.measureLinux();
    System.out.printf(
        "%n%-26s %8s %14s %14s %8s%n", "operation", "size", "Linux ns", "model ns", "ratio");
    table.rows.forEach(System.out::println);
  }

  private void measureModel(String[] arguments) throws RunnerException, CommandLineOptionException {
    ChainedOptionsBuilder options = new OptionsBuilder().parent(new CommandLineOptions(arguments));
    options.include(KernelBench.class.getName() + "\\.");
    options.include(DeviceBench.class.getName() + "\\.");
    options.include(DeviceDownBench.class.getName() + "\\.");
    options.include(NetfilterBench.class.getName() + "\\.restore");
    options.addProfiler(CpuProfiler.class);
    for (RunResult result : new Runner(options.build()).run()) {
      String name = result.getPrimaryResult().getLabel();
      String size = result.getParams().getParam(name.startsWith("restore") ? "rules" : "size");
      model.put(key(name, size == null ? "0" : size), nanos(name, result));
    }
  }

  /** Returns the processor time, or the time that passed if more than the operation was timed. */
  private static double nanos(String name, RunResult result) {
    if (name.equals("deviceDown")) {
      return result.getPrimaryResult().getScore();
    }
    return result.getSecondaryResults().get(CpuProfiler.CPU).getScore();
  }

  private static String key(String name, String size) {
    return name + "/" + size;
  }

  private void measureLinux() {
    int[] sizes = {10, 1_000, 100_000};
    row("routeAddDelete", "typedRouteAddDelete", sizes, n -> routes(n, ROUTE, 5_000));
    row("routeLookup", "typedRouteGet", sizes, n -> routes(n, "route get 20.0.5.5\n", 5_000));
    int[] fewer = {10, 1_000};
    row("ruleAddDelete", "typedRuleAddDelete", fewer, n -> rules(n, RULE, 3_000));
    row("ruleWalk", "", fewer, n -> rules(n, "route get 10.0.0.2\n", 5_000));
    int[] one = {0};
    row("typedAddressAddDelete", "", one, n -> routes(n, ADDRESS, 3_000));
    row("typedAddress6AddDelete", "", one, n -> routes(n, ADDRESS6, 2_000));
    row("typedNeighbourAddDelete", "", one, n -> routes(n, NEIGHBOUR, 3_000));
    row("vethAddDelete", "typedVethAddDelete", one, n -> routes(n, VETH, 100));
    row("deviceDown", "", new int[] {1_000, 100_000}, n -> routes(n, "link set v0 down\n", 1));
    row("restoreNew", "restoreKnown", new int[] {10, 1_000, 20_000}, RealKernelRates::restore);
    for (int size : sizes) {
      modelOnly("ruleAddDelete", size);
      modelOnly("ruleWalk", size);
    }
  }

  private static final String ROUTE =
      "route add 40.0.0.0/24 via 10.0.0.2 dev v0\nroute del 40.0.0.0/24\n";
  private static final String RULE =
      "rule add from 41.0.0.1 table 16 pref 900\nrule del from 41.0.0.1 table 16 pref 900\n";
  private static final String ADDRESS =
      "addr add 10.9.0.1/24 dev v0\naddr del 10.9.0.1/24 dev v0\n";
  private static final String ADDRESS6 =
      "addr add 2001:db8::1/64 dev v0\naddr del 2001:db8::1/64 dev v0\n";
  private static final String NEIGHBOUR =
      """
      neigh replace 10.0.0.9 lladdr fa:16:3e:00:00:01 dev v0 nud permanent
      neigh del 10.0.0.9 dev v0
      """;
  private static final String VETH = "link add x0 type veth peer name x1\nlink del x0\n";

  private static double routes(int size, String commands, int times) {
    return RealKernelRates.batch(RealKernelRates.routes(size), commands, times);
  }

  private static double rules(int size, String commands, int times) {
    return RealKernelRates.batch(RealKernelRates.rules(size), commands, times);
  }

  private void row(String name, String further, int[] sizes, IntToDoubleFunction linux) {
    for (int size : sizes) {
      double nanos = linux.applyAsDouble(size);
      row(name, size, nanos);
      if (!further.isEmpty()) {
        row(further, size, nanos);
      }
    }
  }

  private void row(String name, int size, double linux) {
    double own = model.get(key(name, Integer.toString(size)));
    rows.add(
        String.format(
            Locale.ROOT, "%-26s %8d %14.0f %14.0f %8.1f", name, size, linux, own, linux / own));
  }

  private void modelOnly(String name, int size) {
    double own = model.get(key(name, Integer.toString(size)));
    rows.add(String.format(Locale.ROOT, "%-26s %8d %14s %14.0f", name, size, "-", own));
  }
}
