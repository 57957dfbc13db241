package org.dvrsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.cluster.Ipv6Mode;

/** Writes a scenario as a file that {@link ScenarioFile} reads as the same scenario. */
public final class ScenarioWriter {
  private final StringBuilder out = new StringBuilder();

  private ScenarioWriter() {}

  /** Returns {@code scenario} as YAML. */
  public static String write(Scenario scenario) {
    ScenarioWriter writer = new ScenarioWriter();
    writer.scenario(scenario);
    return writer.out.toString();
  }

  private void scenario(Scenario scenario) {
    line("scenario: " + FlowYaml.of(scenario.title()));
    if (!scenario.about().isEmpty()) {
      line("about: |");
      scenario.about().lines().forEach(text -> line(text.isEmpty() ? "" : "  " + text));
    }
    scenario
        .withBug()
        .ifPresent(
            bug ->
                line(
                    "bug: "
                        + FlowYaml.of(
                            new Arguments()
                                .with("id", bug.id())
                                .with("violates", bug.violates())
                                .toMap())));
    CloudSpec cloud = scenario.cloud();
    Map<String, Object> hosts = new LinkedHashMap<>();
    cloud.hosts().forEach((name, mode) -> hosts.put(name, mode.toString()));
    section("hosts", hosts);
    Map<String, Object> networks = new LinkedHashMap<>();
    cloud.networks().forEach(network -> networks.put(network.name(), network(network)));
    section("networks", networks);
    Map<String, Object> routers = new LinkedHashMap<>();
    cloud.routers().forEach(router -> routers.put(router.name(), router(router)));
    section("routers", routers);
    Map<String, Object> instances = new LinkedHashMap<>();
    cloud.instances().forEach(i -> instances.put(i.name(), withoutName(i)));
    section("instances", instances);
    Map<String, Object> floatingIps = new LinkedHashMap<>();
    cloud.floatingIps().forEach(fip -> floatingIps.put(fip.name(), withoutName(fip)));
    section("floating-ips", floatingIps);
    atStart(scenario.atStart());
    line(scenario.steps().isEmpty() ? "steps: []" : "steps:");
    scenario.steps().forEach(this::step);
  }

  private void section(String name, Map<String, Object> entries) {
    if (!entries.isEmpty()) {
      line(name + ":");
      entries.forEach((key, value) -> line("  " + FlowYaml.of(key) + ": " + FlowYaml.of(value)));
    }
  }

  private static Object withoutName(Action action) {
    Map<?, ?> arguments = new LinkedHashMap<>((Map<?, ?>) action.arguments());
    arguments.remove("name");
    return arguments;
  }

  private static Object network(CloudSpec.NetworkSpec network) {
    Map<String, Object> subnets = new LinkedHashMap<>();
    network.subnets().forEach(subnet -> subnets.put(subnet.name(), subnet(subnet)));
    Arguments arguments = new Arguments();
    if (network.external()) {
      arguments.with("external", true);
    }
    return arguments.with("mtu", network.mtu()).with("subnets", subnets).toMap();
  }

  private static Object subnet(CloudSpec.SubnetSpec subnet) {
    Arguments arguments =
        new Arguments().with("cidr", subnet.cidr()).with("gateway", subnet.gateway());
    if (!subnet.hasGateway()) {
      arguments.with("gateway", "none");
    }
    if (subnet.ipv6Mode() != Ipv6Mode.NONE) {
      arguments.with("ipv6-mode", subnet.ipv6Mode().textOrNull());
    }
    arguments.with("address-scope", subnet.addressScope());
    return arguments.toMap().size() == 1 ? subnet.cidr().toString() : arguments.toMap();
  }

  private static Object router(CloudSpec.RouterSpec router) {
    Arguments arguments =
        new Arguments()
            .with("gateway", router.gateway())
            .with("gateway-addresses", router.gatewayAddresses())
            .with("interfaces", router.interfaces());
    if (!router.snat()) {
      arguments.with("snat", false);
    }
    if (router.ha()) {
      arguments.with("ha", true);
    }
    List<String> routes =
        router.routes().stream().map(r -> r.destination() + " via " + r.nexthop()).toList();
    return arguments.with("routes", routes).toMap();
  }

  private void step(Step step) {
    line("  - " + step.action().describe());
    step.refused().ifPresent(text -> line("    refused: " + FlowYaml.of(text)));
    step.note().ifPresent(text -> line("    note: " + FlowYaml.of(text)));
    expected("    ", step.expectedViolations());
  }

  private void atStart(AtStart start) {
    if (!start.equals(AtStart.USUAL)) {
      line("at-start:");
      if (start.probes() != AtStart.USUAL.probes()) {
        line("  probe: " + start.probes());
      }
      expected("  ", start.expectedViolations());
    }
  }

  private void expected(String indent, List<ExpectedViolation> violations) {
    if (!violations.isEmpty()) {
      line(indent + "expect-violation:");
      for (ExpectedViolation expected : violations) {
        line(
            indent
                + "  - "
                + FlowYaml.of(
                    new Arguments()
                        .with("invariant", expected.invariant())
                        .with("because", expected.because())
                        .toMap()));
      }
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
