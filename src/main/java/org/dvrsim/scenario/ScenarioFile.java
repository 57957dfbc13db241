package org.dvrsim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.KnownBugs;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.Ipv6Mode;
import org.dvrsim.cluster.Probes;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * Reads scenario files: YAML that fits the schema {@code scenario.schema.json} beside this class.
 */
public final class ScenarioFile {
  /** The name of the JSON schema, a resource beside this class. */
  public static final String SCHEMA = "scenario.schema.json";

  private final SchemaCheck schema;
  private final Predicate<String> isInvariant;

  private ScenarioFile(SchemaCheck schema, Predicate<String> isInvariant) {
    this.schema = schema;
    this.isInvariant = isInvariant;
  }

  /** Returns a reader; one can read any number of files. */
  public static ScenarioFile reader() {
    return reader(
        name -> Invariants.find(name).isPresent() || TrafficInvariants.find(name).isPresent());
  }

  /** Returns a reader of files that name other invariants. */
  static ScenarioFile reader(Predicate<String> isInvariant) {
    return new ScenarioFile(new SchemaCheck(YamlReader.read(SCHEMA, schemaText())), isInvariant);
  }

  private static String schemaText() {
    try (InputStream in = ScenarioFile.class.getResourceAsStream(SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a scenario.
   *
   * @throws InputException with file, line and column, if it is none
   */
  public Scenario read(Path path) {
    try {
      return read(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw InputException.io(path.toString(), e);
    }
  }

  /**
   * Reads a scenario from {@code text}.
   *
   * @param file the name to give in messages
   * @throws InputException with file, line and column, if it is none
   */
  public Scenario read(String file, String text) {
    YamlNode root = YamlReader.read(file, text);
    schema.check(root);
    Fields fields = Fields.of(root);
    Scenario scenario =
        new Scenario(
            Optional.of(file),
            fields.text("scenario"),
            fields.optionalText("about").orElse("").strip(),
            fields.node("bug").map(this::withBug),
            cloud(fields),
            fields.node("at-start").map(this::atStart).orElse(AtStart.USUAL),
            fields.list("steps", this::step));
    NameCheck.check(root);
    return scenario;
  }

  private WithBug withBug(YamlNode node) {
    Fields fields = Fields.of(node);
    String id = fields.text("id");
    if (!KnownBugs.ids().contains(id)) {
      throw node.place().refuse("there is no switch for a bug " + id);
    }
    return new WithBug(id, invariant(fields.node("violates").orElseThrow()));
  }

  private AtStart atStart(YamlNode node) {
    Fields fields = Fields.of(node);
    return new AtStart(
        fields
            .node("probe")
            .map(probe -> Fields.parsed(probe, Probes::parse))
            .orElse(AtStart.USUAL.probes()),
        expected(fields));
  }

  private List<ExpectedViolation> expected(Fields fields) {
    return fields.list("expect-violation", this::expectedViolations).stream()
        .flatMap(List::stream)
        .toList();
  }

  private String invariant(YamlNode node) {
    String name = Fields.text(node);
    if (!isInvariant.test(name)) {
      throw node.place().refuse("there is no invariant " + name);
    }
    return name;
  }

  private static CloudSpec cloud(Fields fields) {
    Map<String, AgentMode> hosts = new LinkedHashMap<>();
    fields
        .entries("hosts")
        .forEach((name, entry) -> hosts.put(name, Fields.parsed(entry.value(), AgentMode::parse)));
    List<CloudSpec.NetworkSpec> networks = new ArrayList<>();
    fields.entries("networks").forEach((name, entry) -> networks.add(network(name, entry)));
    List<CloudSpec.RouterSpec> routers = new ArrayList<>();
    fields.entries("routers").forEach((name, entry) -> routers.add(router(name, entry)));
    List<InstanceActions.CreateInstance> instances = new ArrayList<>();
    fields.entries("instances").forEach((name, entry) -> instances.add(instance(name, entry)));
    List<FloatingIpActions.CreateFloatingIp> floatingIps = new ArrayList<>();
    fields
        .entries("floating-ips")
        .forEach((name, entry) -> floatingIps.add(floatingIp(name, entry)));
    return new CloudSpec(hosts, networks, routers, instances, floatingIps);
  }

  private static CloudSpec.NetworkSpec network(String name, YamlNode.Mapping.Entry entry) {
    Fields fields = Fields.of(entry.value());
    List<CloudSpec.SubnetSpec> subnets = new ArrayList<>();
    fields
        .entries("subnets")
        .forEach((subnet, value) -> subnets.add(subnet(subnet, value.value())));
    return new CloudSpec.NetworkSpec(
        name,
        fields.bool("external", false),
        fields.integer("mtu", CloudSpec.NetworkSpec.DEFAULT_MTU),
        subnets);
  }

  private static CloudSpec.SubnetSpec subnet(String name, YamlNode node) {
    if (node instanceof YamlNode.Scalar) {
      return CloudSpec.SubnetSpec.of(name, Fields.parsed(node, IpPrefix::parse));
    }
    Fields fields = Fields.of(node);
    boolean hasGateway = !fields.optionalText("gateway").equals(Optional.of("none"));
    return new CloudSpec.SubnetSpec(
        name,
        fields.parsed("cidr", IpPrefix::parse),
        hasGateway ? fields.optionalAddress("gateway") : Optional.<IpAddress>empty(),
        hasGateway,
        fields
            .node("ipv6-mode")
            .map(mode -> Fields.parsed(mode, Ipv6Mode::parse))
            .orElse(Ipv6Mode.NONE),
        fields.optionalText("address-scope"));
  }

  private static CloudSpec.RouterSpec router(String name, YamlNode.Mapping.Entry entry) {
    Fields fields = Fields.ofNullable(entry.value());
    return new CloudSpec.RouterSpec(
        name,
        fields.optionalText("gateway"),
        fields.addresses("gateway-addresses"),
        fields.texts("interfaces"),
        fields.bool("snat", true),
        fields.bool("ha", false),
        fields.list("routes", RouterActions.SetRoutes::readRoute));
  }

  private static InstanceActions.CreateInstance instance(
      String name, YamlNode.Mapping.Entry entry) {
    Fields fields = Fields.of(entry.value());
    return new InstanceActions.CreateInstance(
        name,
        fields.text("network"),
        fields.optionalText("host"),
        fields.addresses("addresses"),
        fields.addresses("address-pairs"));
  }

  private static FloatingIpActions.CreateFloatingIp floatingIp(
      String name, YamlNode.Mapping.Entry entry) {
    Fields fields = Fields.of(entry.value());
    return new FloatingIpActions.CreateFloatingIp(
        name,
        fields.text("network"),
        fields.optionalAddress("address"),
        fields.optionalText("instance"));
  }

  private Step step(YamlNode node) {
    Fields fields = Fields.of(node);
    Action action = null;
    for (Map.Entry<String, YamlNode.Mapping.Entry> entry :
        ((YamlNode.Mapping) node).entries().entrySet()) {
      if (ActionReader.keywords().contains(entry.getKey())) {
        if (action != null) {
          throw entry.getValue().keyPlace().refuse("a step does one thing: put this in the next");
        }
        action = action(entry.getKey(), entry.getValue().value());
      }
    }
    if (action == null) {
      throw node.place()
          .refuse("expected one of " + String.join(", ", ActionReader.keywords()) + " here");
    }
    return new Step(
        Optional.of(node.place()),
        action,
        fields.optionalText("refused"),
        expected(fields),
        fields.optionalText("note"));
  }

  private static Action action(String keyword, YamlNode node) {
    try {
      return ActionReader.read(keyword, node);
    } catch (IllegalArgumentException e) {
      throw node.place().refuse(e.getMessage());
    }
  }

  /** Reads one or several violations that have one cause. */
  private List<ExpectedViolation> expectedViolations(YamlNode node) {
    Fields fields = Fields.of(node);
    String because = fields.text("because");
    return fields.list("invariant", name -> new ExpectedViolation(invariant(name), because));
  }
}
