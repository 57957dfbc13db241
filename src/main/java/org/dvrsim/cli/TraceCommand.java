package org.dvrsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.net.Payload;
import org.dvrsim.scenario.Origins;
import org.dvrsim.scenario.PlayedScenario;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.view.TraceJson;
import org.dvrsim.view.TraceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dvrsim trace}: plays a scenario, sends a packet and explains what becomes of it. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Plays a scenario, then walks one packet and explains every hop and verdict.")
final class TraceCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 80;
  private static final int MOST_PORT = 0xffff;

  /** What a packet of IPv4 has room for behind the shortest headers. */
  private static final int MOST_BYTES = 65_507;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path file;

  @Option(
      names = "--at",
      paramLabel = "STEP",
      description = "Play so many steps (default: all; 0: the agents have just started).")
  private Integer at;

  @Option(
      names = "--from",
      paramLabel = "WHO",
      required = true,
      description = "Who sends: an instance, or outside:ADDRESS.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "WHO",
      required = true,
      description = "To whom: an instance, a floating IP, outside:ADDRESS or ADDRESS, with :PORT.")
  private String to;

  /** The protocols that can be sent. */
  enum Protocol {
    ICMP(Payload.ICMP),
    TCP(Payload.TCP),
    UDP(Payload.UDP);

    private final int number;

    Protocol(int number) {
      this.number = number;
    }
  }

  @Option(
      names = "--proto",
      paramLabel = "NAME",
      description = "icmp, tcp or udp (default: icmp, with a port tcp).")
  private Protocol protocol;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "0",
      description = "Bytes of data (default: 56, of UDP 1).")
  private int size;

  @Option(
      names = "--detail",
      paramLabel = "LEVEL",
      defaultValue = "2",
      description =
          "1: the places; 2: what decided, and who put it there; 3: every step"
              + " (default: ${DEFAULT-VALUE}).")
  private int detail;

  @Option(names = "--json", description = "Print JSON for programs.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Bounds.within(0, MOST_BYTES, "--size", size);
    Bounds.within(1, 3, "--detail", detail);
    Scenario scenario = ScenarioFile.reader().read(file);
    PlayedScenario played =
        PlayedScenario.play(scenario, at == null ? scenario.steps().size() : at);
    Traffic.Report report;
    try {
      report = played.cluster().traffic().send(request());
    } catch (ApiRefusedException e) {
      throw InputException.in(file.toString(), e.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    Origins origins = new Origins(played);
    if (json) {
      out.print(TraceJson.of(report, origins));
    } else {
      new TraceText(origins, played.cluster().names(), detail).lines(report).forEach(out::println);
    }
    return report.isAnswered() ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private Traffic.Request request() {
    int colon = to.lastIndexOf(':');
    boolean hasPort = colon > 0 && to.substring(colon + 1).matches("[0-9]{1,5}") && isSingle(colon);
    int port = hasPort ? Integer.parseInt(to.substring(colon + 1)) : DEFAULT_PORT;
    Bounds.within(1, MOST_PORT, "the port of --to", port);
    Protocol chosen = protocol != null ? protocol : hasPort ? Protocol.TCP : Protocol.ICMP;
    return new Traffic.Request(
        from,
        hasPort ? to.substring(0, colon) : to,
        chosen.number,
        port,
        size,
        Optional.empty(),
        Optional.empty());
  }

  /** Tells whether the colon is not one of an IPv6 address. */
  private boolean isSingle(int colon) {
    String before = to.substring(0, colon);
    return before.indexOf(':') < 0 || before.indexOf(':') == "outside".length();
  }
}
