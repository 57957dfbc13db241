package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.net.IpAddress;

/**
 * One mapping of a scenario file, read key by key. The schema has been checked, so keys and types
 * are as they should be; what the schema cannot say, such as whether an address is one, is refused
 * here.
 */
final class Fields {
  private final YamlNode.Mapping mapping;

  private Fields(YamlNode.Mapping mapping) {
    this.mapping = mapping;
  }

  static Fields of(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new Fields(mapping);
    }
    throw node.place().refuse("expected a mapping, found " + node.kind());
  }

  /** Returns the fields of {@code node}, none if it is YAML's null. */
  static Fields ofNullable(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return new Fields(new YamlNode.Mapping(node.place(), new java.util.LinkedHashMap<>()));
    }
    return of(node);
  }

  static String text(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw node.place().refuse("expected a text, found " + node.kind());
  }

  Place place() {
    return mapping.place();
  }

  Optional<YamlNode> node(String key) {
    return Optional.ofNullable(mapping.get(key));
  }

  String text(String key) {
    return node(key)
        .map(Fields::text)
        .orElseThrow(() -> place().refuse("expected the key '" + key + "' here"));
  }

  Optional<String> optionalText(String key) {
    return node(key).map(Fields::text);
  }

  boolean bool(String key, boolean otherwise) {
    return node(key).map(node -> Fields.text(node).equals("true")).orElse(otherwise);
  }

  int integer(String key, int otherwise) {
    return node(key).map(node -> parsed(node, Integer::decode)).orElse(otherwise);
  }

  <T> T parsed(String key, Function<String, T> parser) {
    return parsed(
        node(key).orElseThrow(() -> place().refuse("expected the key '" + key + "' here")), parser);
  }

  Optional<IpAddress> optionalAddress(String key) {
    return node(key).map(node -> parsed(node, IpAddress::parse));
  }

  List<IpAddress> addresses(String key) {
    return list(key, node -> parsed(node, IpAddress::parse));
  }

  List<String> texts(String key) {
    return list(key, Fields::text);
  }

  /** Reads a list; a missing key is an empty list, a single value a list of one. */
  <T> List<T> list(String key, Function<YamlNode, T> reader) {
    List<T> values = new ArrayList<>();
    node(key)
        .ifPresent(
            node -> {
              if (node instanceof YamlNode.Sequence sequence) {
                sequence.items().forEach(item -> values.add(reader.apply(item)));
              } else {
                values.add(reader.apply(node));
              }
            });
    return values;
  }

  /** Returns the entries of the mapping under {@code key}; none if it is missing. */
  Map<String, YamlNode.Mapping.Entry> entries(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return Map.of();
    }
    return ofNullable(node.get()).mapping.entries();
  }

  static <T> T parsed(YamlNode node, Function<String, T> parser) {
    try {
      return parser.apply(text(node));
    } catch (IllegalArgumentException e) {
      throw node.place().refuse(e.getMessage());
    }
  }
}
