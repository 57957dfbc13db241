package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dvrsim.net.MacAddress;

/**
 * Compares what two events left and did, component by component.
 *
 * <p>MAC addresses of veth ends and the link-local addresses made from them count by whose they
 * are; the kinds of integration-bridge devices are one; the IPv6 table {@code local} and the helper
 * daemons are left out, since they hang on timing.
 */
final class StateComparison {
  /** What a DVR compute host is judged by first. */
  static final ImmutableList<String> CORE =
      ImmutableList.of(
          "namespaces",
          "links",
          "addresses4",
          "routes4",
          "rules4",
          "neighbours",
          "iptables4",
          "files",
          "bridge_ports",
          "routers");

  /** Everything that is compared. */
  static final ImmutableList<String> FULL =
      ImmutableList.<String>builder()
          .addAll(CORE)
          .add("addresses6", "routes6", "rules6", "iptables6", "sysctl", "ops", "rpc")
          .build();

  private static final ImmutableSet<String> BRIDGE_KINDS =
      ImmutableSet.of("tun", "openvswitch", "internal");

  private final MacNames expectedMacs = new MacNames();
  private final MacNames actualMacs = new MacNames();

  /**
   * Returns the components that differ after an event, each with lines that show how, in the order
   * of {@link #FULL}. Events must be given in their order.
   */
  SortedMap<String, List<String>> differences(
      JsonNode expectedEvent, ObjectNode expected, JsonNode actualEvent, ObjectNode actual) {
    expectedMacs.learn(expectedEvent);
    actualMacs.learn(actualEvent);
    Map<String, SortedMap<String, List<String>>> a =
        components(expectedEvent, expected, expectedMacs);
    Map<String, SortedMap<String, List<String>>> b = components(actualEvent, actual, actualMacs);
    SortedMap<String, List<String>> differences =
        new TreeMap<>(Comparator.comparingInt(FULL::indexOf));
    for (String component : FULL) {
      if (!a.get(component).equals(b.get(component))) {
        differences.put(component, explain(a.get(component), b.get(component)));
      }
    }
    return differences;
  }

  private static List<String> explain(
      SortedMap<String, List<String>> expected, SortedMap<String, List<String>> actual) {
    List<String> lines = new ArrayList<>();
    TreeSet<String> places = new TreeSet<>(expected.keySet());
    places.addAll(actual.keySet());
    for (String place : places) {
      List<String> missing = new ArrayList<>(expected.getOrDefault(place, List.of()));
      List<String> extra = new ArrayList<>();
      for (String each : actual.getOrDefault(place, List.of())) {
        if (!missing.remove(each)) {
          extra.add(each);
        }
      }
      String in = place.isEmpty() ? "" : place + ": ";
      missing.forEach(each -> lines.add(in + "recorded only: " + each));
      extra.forEach(each -> lines.add(in + "simulated only: " + each));
      if (missing.isEmpty()
          && extra.isEmpty()
          && !expected.getOrDefault(place, List.of()).equals(actual.get(place))) {
        lines.add(in + "same entries in another order");
      }
    }
    return lines;
  }

  /** Component, then place (namespace or empty), then entries. */
  private static Map<String, SortedMap<String, List<String>>> components(
      JsonNode event, ObjectNode state, MacNames macs) {
    Map<String, SortedMap<String, List<String>>> all = new LinkedHashMap<>();
    Function<JsonNode, String> key = node -> macs.rename(canonical(node).toString());
    all.put("namespaces", one(names(state.path("namespaces"))));
    all.put("links", each(state, ns -> bag(ns.path("links"), n -> true, l -> key.apply(link(l)))));
    Predicate<JsonNode> v6 = address -> address.path("cidr").asText().contains(":");
    all.put("addresses4", each(state, ns -> bag(ns.path("addresses"), v6.negate(), key)));
    all.put("addresses6", each(state, ns -> bag(ns.path("addresses"), v6, key)));
    all.put("routes4", each(state, ns -> bag(ns.path("routes").path("v4"), r -> true, key)));
    all.put(
        "routes6",
        each(
            state,
            ns ->
                bag(
                    ns.path("routes").path("v6"),
                    r -> !r.path("table").asText().equals("local"),
                    key)));
    all.put("rules4", each(state, ns -> list(ns.path("rules").path("v4"), key)));
    all.put("rules6", each(state, ns -> list(ns.path("rules").path("v6"), key)));
    all.put("neighbours", each(state, ns -> bag(ns.path("neighbours"), n -> true, key)));
    all.put("iptables4", each(state, ns -> tables(ns.path("iptables"))));
    all.put("iptables6", each(state, ns -> tables(ns.path("ip6tables"))));
    all.put("sysctl", each(state, ns -> pairs(ns.path("sysctl"))));
    all.put("files", one(pairs(canonical(state.path("files")))));
    all.put("bridge_ports", one(list(state.path("bridge_ports"), JsonNode::asText)));
    all.put("routers", one(list(state.path("routers"), JsonNode::asText)));
    all.put(
        "ops",
        one(
            bag(
                event.path("ops"),
                op -> !op.path(0).asText().startsWith("process_"),
                op ->
                    op.path(0).asText()
                        + " "
                        + key.apply(op.path(1))
                        + (op.path(2).isNull() ? "" : " failed"))));
    all.put("rpc", one(bag(event.path("rpc"), r -> true, key)));
    return all;
  }

  private static SortedMap<String, List<String>> one(List<String> entries) {
    return new TreeMap<>(Map.of("", entries));
  }

  private static SortedMap<String, List<String>> each(
      ObjectNode state, Function<JsonNode, List<String>> entries) {
    SortedMap<String, List<String>> byNetns = new TreeMap<>();
    state
        .path("namespaces")
        .properties()
        .forEach(ns -> byNetns.put(ns.getKey(), entries.apply(ns.getValue())));
    return byNetns;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    return names;
  }

  private static List<String> list(JsonNode array, Function<JsonNode, String> key) {
    List<String> entries = new ArrayList<>();
    array.forEach(each -> entries.add(key.apply(each)));
    return entries;
  }

  private static List<String> bag(
      JsonNode array, Predicate<JsonNode> kept, Function<JsonNode, String> key) {
    List<String> entries = new ArrayList<>();
    for (JsonNode each : array) {
      if (kept.test(each)) {
        entries.add(key.apply(each));
      }
    }
    Collections.sort(entries);
    return entries;
  }

  private static List<String> pairs(JsonNode object) {
    return object.properties().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .sorted()
        .collect(Collectors.toList());
  }

  /** Chains sorted, then rules by chain in their order; a table that holds nothing is left out. */
  private static List<String> tables(JsonNode tables) {
    List<String> entries = new ArrayList<>();
    for (String name : names(tables)) {
      List<String> chains = new ArrayList<>();
      SortedMap<String, List<String>> rules = new TreeMap<>();
      for (JsonNode node : tables.get(name)) {
        String line = node.asText();
        if (line.startsWith(":")) {
          chains.add(line);
        } else if (line.startsWith("-")) {
          String[] words = line.split(" ", 3);
          String chain = words.length > 1 ? words[1] : "";
          rules.computeIfAbsent(chain, c -> new ArrayList<>()).add(line);
        }
      }
      if (rules.isEmpty() && chains.stream().allMatch(chain -> chain.endsWith(" ACCEPT"))) {
        continue;
      }
      Collections.sort(chains);
      entries.add("*" + name);
      entries.addAll(chains);
      rules.values().forEach(entries::addAll);
    }
    return entries;
  }

  private static JsonNode link(JsonNode link) {
    if (!BRIDGE_KINDS.contains(link.path("kind").asText())) {
      return link;
    }
    ObjectNode copy = link.deepCopy();
    return copy.put("kind", "internal");
  }

  /** Without members that are null, false or an empty list; keys in order. */
  private static JsonNode canonical(JsonNode node) {
    if (node.isObject()) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      for (String name : names(node)) {
        JsonNode value = node.get(name);
        boolean empty =
            value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isArray() && value.isEmpty());
        if (!empty) {
          result.set(name, canonical(value));
        }
      }
      return result;
    }
    if (node.isArray()) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> result.add(canonical(each)));
      return result;
    }
    return node;
  }

  /** Gives the random MAC addresses of veth ends, and what is made of them, names. */
  private static final class MacNames {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    void learn(JsonNode event) {
      JsonNode macs = event.path("choices").path("macs");
      for (String end : names(macs)) {
        String mac = macs.get(end).asText();
        if (!names.containsKey(mac)) {
          String name = end + "#" + counts.merge(end, 1, Integer::sum);
          names.put(mac, "<mac " + name + ">");
          names.put(MacAddress.parse(mac).toLinkLocal().toString(), "<ll " + name + ">");
        }
      }
    }

    String rename(String text) {
      if (names.isEmpty() || (text.indexOf(':') < 0)) {
        return text;
      }
      return ADDRESS.matcher(text).replaceAll(m -> Matcher.quoteReplacement(name(m.group())));
    }

    private String name(String text) {
      return names.getOrDefault(text, text);
    }

    private static List<String> names(JsonNode object) {
      return StateComparison.names(object);
    }

    private static final Pattern ADDRESS =
        Pattern.compile("\\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\\b|\\bfe80::[0-9a-f:]+");
  }
}
