package org.dvrsim.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Measures this machine's own kernel with its own tools, for {@link KernelBench} to be read beside:
 * {@code ip -batch} and {@code iptables-restore} in a network namespace of their own.
 *
 * <p>Needs root. A batch is timed as a whole and the start of the tool taken off.
 */
public final class RealKernelRates {
  private static final int OPERATIONS = 2_000;

  /** The tools of the folder that {@link RealLinux} takes them from. */
  private static final String TOOLS =
      System.getProperty("dvrsim.linux.root", "").isEmpty()
          ? ""
          : "chroot " + System.getProperty("dvrsim.linux.root") + " ";

  private RealKernelRates() {}

  /** Prints the nanoseconds that each operation takes. */
  public static void main(String[] sizes) throws IOException, InterruptedException {
    for (String size : sizes.length == 0 ? new String[] {"10", "1000", "20000"} : sizes) {
      int n = Integer.parseInt(size);
      report("routeAddDelete", n, batch(n, RealKernelRates::routePair));
      report("ruleAddDelete", n, batch(n, RealKernelRates::rulePair));
      report("routeGet", n, batch(n, i -> "route get 20.0." + n / 2 % 256 + ".5\n"));
      report("restore", n, restore(n));
    }
    report("vethCreateDelete", 0, veths());
  }

  private static void report(String name, int size, long nanos) {
    System.out.printf("%-20s %7d %12d ns/op%n", name, size, nanos);
  }

  private static String routePair(int i) {
    return "route add 40.0.0.0/24 via 10.0.0.2 dev v0\nroute del 40.0.0.0/24\n";
  }

  private static String rulePair(int i) {
    return "rule add from 41.0.0.1 table 16 pref 900\nrule del from 41.0.0.1 table 16 pref 900\n";
  }

  private static final String START =
      """
      link add v0 type veth peer name v1
      link set v0 up
      link set v1 up
      addr add 10.0.0.1/24 dev v0
      """;

  private static String filled(int n) {
    StringBuilder text = new StringBuilder(START);
    for (int i = 0; i < n; i++) {
      text.append("route add 20.").append(i / 256).append('.').append(i % 256);
      text.append(".0/24 via 10.0.0.2 dev v0\n");
    }
    for (int i = 0; i < Math.min(n, 1000); i++) {
      text.append("rule add from 30.0.").append(i / 256).append('.').append(i % 256);
      text.append(" table 16 pref ").append(1000 + i).append('\n');
    }
    return text.toString();
  }

  private static long batch(int n, IntFunction<String> operation)
      throws IOException, InterruptedException {
    StringBuilder work = new StringBuilder();
    for (int i = 0; i < OPERATIONS; i++) {
      work.append(operation.apply(i));
    }
    return (timed(filled(n), work.toString()) - timed(filled(n), "")) / OPERATIONS;
  }

  private static long veths() throws IOException, InterruptedException {
    int count = 50;
    String work = "link add x0 type veth peer name x1\nlink del x0\n".repeat(count);
    return (timed(START, work) - timed(START, "")) / count;
  }

  private static long restore(int n) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("*filter\n:many - [0:0]\n");
    for (int i = 0; i < n; i++) {
      text.append("-A many -s 20.").append(i / 65536).append('.').append(i / 256 % 256);
      text.append('.').append(i % 256).append("/32 -j ACCEPT\n");
    }
    Path rules = temporary(text.append("COMMIT\n").toString());
    String script =
        "b=$(date +%s%N); "
            + TOOLS
            + "iptables-restore < "
            + rules
            + "; e=$(date +%s%N); echo $((e-b))";
    return run(script);
  }

  /** Returns the time that a second batch takes after a first one, in a fresh namespace. */
  private static long timed(String first, String second) throws IOException, InterruptedException {
    Path before = temporary(first);
    Path work = temporary(second);
    String script =
        TOOLS
            + "ip -batch - < "
            + before
            + " > /dev/null; b=$(date +%s%N); "
            + TOOLS
            + "ip -batch - < "
            + work
            + " > /dev/null; e=$(date +%s%N); echo $((e-b))";
    return run(script);
  }

  private static Path temporary(String text) throws IOException {
    Path file = Files.createTempFile("dvrsim", "");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text);
  }

  private static long run(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("unshare", "--net", "sh", "-c", script))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return Long.parseLong(text.substring(text.lastIndexOf('\n') + 1));
  }
}
