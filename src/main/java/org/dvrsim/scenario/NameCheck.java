package org.dvrsim.scenario;

import com.google.common.base.Splitter;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.NameBook;
import org.dvrsim.net.IpAddress;

/**
 * Finds names in a scenario that nothing bears or ever bore when they are used: what is meant is
 * neither listed before the steps nor created by an earlier one. That something is gone by then is
 * for the step itself to find when it is played, as that may depend on what the API refused.
 *
 * <p>A step that is to be refused may name what it likes.
 */
final class NameCheck {
  private enum Kind {
    HOST("host"),
    NETWORK("network"),
    SUBNET("subnet"),
    ROUTER("router"),
    INSTANCE("instance"),
    FLOATING_IP("floating IP");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** What the only argument of a step names. */
  private static final Map<String, Kind> SUBJECTS =
      Map.ofEntries(
          Map.entry("delete-router", Kind.ROUTER),
          Map.entry("clear-gateway", Kind.ROUTER),
          Map.entry("delete-instance", Kind.INSTANCE),
          Map.entry("disassociate", Kind.FLOATING_IP),
          Map.entry("delete-floating-ip", Kind.FLOATING_IP),
          Map.entry("delete-network", Kind.NETWORK),
          Map.entry("restart-agent", Kind.HOST),
          Map.entry("stop-agent", Kind.HOST),
          Map.entry("start-agent", Kind.HOST),
          Map.entry("resync", Kind.HOST),
          Map.entry("revive-agent", Kind.HOST));

  /** What an argument of a step names, whatever the step. */
  private static final Map<String, Kind> ARGUMENTS =
      Map.of(
          "host", Kind.HOST,
          "network", Kind.NETWORK,
          "subnet", Kind.SUBNET,
          "router", Kind.ROUTER,
          "instance", Kind.INSTANCE,
          "floating-ip", Kind.FLOATING_IP);

  /** Steps that move something to a host. */
  private static final Set<String> MOVES = Set.of("move-snat", "move-instance", "migrate");

  private static final Set<String> PACKETS = Set.of("ping", "connect");

  private static final Map<String, Kind> CREATIONS =
      Map.of(
          "create-router", Kind.ROUTER,
          "create-instance", Kind.INSTANCE,
          "create-floating-ip", Kind.FLOATING_IP);

  /** What is named between the parentheses of a name such as {@code qr(r1,private-v4)}. */
  private static final Map<String, List<Kind>> INSIDE =
      Map.ofEntries(
          Map.entry("qrouter", List.of(Kind.ROUTER)),
          Map.entry("snat", List.of(Kind.ROUTER)),
          Map.entry("fip", List.of(Kind.NETWORK)),
          Map.entry("rfp", List.of(Kind.ROUTER)),
          Map.entry("fpr", List.of(Kind.ROUTER)),
          Map.entry("qr", List.of(Kind.ROUTER, Kind.SUBNET)),
          Map.entry("sg", List.of(Kind.ROUTER, Kind.SUBNET)),
          Map.entry("qg", List.of(Kind.ROUTER)),
          Map.entry("fg", List.of(Kind.NETWORK, Kind.HOST)),
          Map.entry("router", List.of(Kind.ROUTER)),
          Map.entry("network", List.of(Kind.NETWORK)),
          Map.entry("subnet", List.of(Kind.SUBNET)));

  private static final Splitter INNER = Splitter.onPattern("[, ]+").omitEmptyStrings();

  private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);

  private NameCheck() {
    for (Kind kind : Kind.values()) {
      known.put(kind, new LinkedHashSet<>());
    }
  }

  /**
   * Checks a scenario that fits the schema.
   *
   * @throws InputException at the first name that nothing bears
   */
  static void check(YamlNode root) {
    NameCheck check = new NameCheck();
    Fields scenario = Fields.of(root);
    check.cloud(scenario);
    scenario.list("steps", node -> node).forEach(check::step);
  }

  private void cloud(Fields scenario) {
    declare(Kind.HOST, scenario.entries("hosts"));
    Map<String, YamlNode.Mapping.Entry> networks = scenario.entries("networks");
    declare(Kind.NETWORK, networks);
    for (YamlNode.Mapping.Entry network : networks.values()) {
      declare(Kind.SUBNET, Fields.of(network.value()).entries("subnets"));
    }
    Map<String, YamlNode.Mapping.Entry> routers = scenario.entries("routers");
    declare(Kind.ROUTER, routers);
    for (YamlNode.Mapping.Entry entry : routers.values()) {
      Fields router = Fields.ofNullable(entry.value());
      router.node("gateway").ifPresent(node -> require(Kind.NETWORK, node));
      router.list("interfaces", node -> node).forEach(node -> require(Kind.SUBNET, node));
    }
    Map<String, YamlNode.Mapping.Entry> instances = scenario.entries("instances");
    declare(Kind.INSTANCE, instances);
    instances.values().forEach(entry -> arguments((YamlNode.Mapping) entry.value()));
    Map<String, YamlNode.Mapping.Entry> floatingIps = scenario.entries("floating-ips");
    declare(Kind.FLOATING_IP, floatingIps);
    floatingIps.values().forEach(entry -> arguments((YamlNode.Mapping) entry.value()));
  }

  private void declare(Kind kind, Map<String, YamlNode.Mapping.Entry> entries) {
    known.get(kind).addAll(entries.keySet());
  }

  private void step(YamlNode node) {
    boolean mayBeRefused = Fields.of(node).node("refused").isPresent();
    for (Map.Entry<String, YamlNode.Mapping.Entry> entry :
        ((YamlNode.Mapping) node).entries().entrySet()) {
      action(entry.getKey(), entry.getValue().value(), mayBeRefused);
    }
  }

  private void action(String keyword, YamlNode node, boolean mayBeRefused) {
    if (!mayBeRefused) {
      if (SUBJECTS.containsKey(keyword)) {
        require(SUBJECTS.get(keyword), node);
      } else if (ActionReader.keywords().contains(keyword)
          && node instanceof YamlNode.Mapping mapping) {
        named(keyword, mapping);
      }
    }
    Kind created = CREATIONS.get(keyword);
    if (created != null) {
      known.get(created).add(node instanceof YamlNode.Mapping m ? name(m) : Fields.text(node));
    }
    if (node instanceof YamlNode.Mapping mapping) {
      Fields fields = Fields.of(mapping);
      fields.node("step").ifPresent(inner -> nested(inner, mayBeRefused));
      fields.list("steps", inner -> inner).forEach(inner -> nested(inner, mayBeRefused));
    }
  }

  private void nested(YamlNode step, boolean mayBeRefused) {
    ((YamlNode.Mapping) step)
        .entries()
        .forEach((keyword, entry) -> action(keyword, entry.value(), mayBeRefused));
  }

  private static String name(YamlNode.Mapping mapping) {
    return Fields.of(mapping).text("name");
  }

  private void named(String keyword, YamlNode.Mapping mapping) {
    arguments(mapping);
    Fields fields = Fields.of(mapping);
    if (MOVES.contains(keyword)) {
      fields.node("to").ifPresent(node -> require(Kind.HOST, node));
    } else if (PACKETS.contains(keyword)) {
      fields.node("from").ifPresent(node -> end(node, false));
      fields.node("to").ifPresent(node -> end(node, true));
    } else if (!keyword.startsWith("with-")) {
      texts(mapping);
    }
  }

  private void arguments(YamlNode.Mapping mapping) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              Kind kind = ARGUMENTS.get(key);
              if (kind != null) {
                require(kind, entry.value());
              }
            });
  }

  private void end(YamlNode node, boolean isDestination) {
    String text = Fields.text(node);
    boolean isOther =
        text.startsWith("outside:")
            || (isDestination
                && (known.get(Kind.FLOATING_IP).contains(text) || IpAddress.isValid(text)));
    if (!isOther) {
      require(Kind.INSTANCE, node);
    }
  }

  /** Looks for names in all texts: commands, patterns, lines of files. */
  private void texts(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().values().forEach(entry -> texts(entry.value()));
    } else if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(this::texts);
    } else if (node instanceof YamlNode.Scalar scalar) {
      Matcher matcher = NameBook.PEOPLE.matcher(scalar.text());
      while (matcher.find()) {
        List<Kind> kinds = INSIDE.getOrDefault(matcher.group(1), List.of());
        List<String> names = INNER.splitToList(matcher.group(2));
        for (int i = 0; i < Math.min(kinds.size(), names.size()); i++) {
          require(kinds.get(i), names.get(i), node.place());
        }
      }
    }
  }

  private void require(Kind kind, YamlNode node) {
    require(kind, Fields.text(node), node.place());
  }

  private void require(Kind kind, String name, Place place) {
    Set<String> names = known.get(kind);
    if (!names.contains(name)) {
      throw place.refuse(
          "unknown "
              + kind.words
              + " '"
              + name
              + "': "
              + (names.isEmpty() ? "there is none" : "expected one of " + String.join(", ", names))
              + (CREATIONS.containsValue(kind) ? " here" : ""));
    }
  }
}
