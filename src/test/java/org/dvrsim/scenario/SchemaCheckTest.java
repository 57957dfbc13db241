package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.dvrsim.base.InputException;
import org.junit.jupiter.api.Test;

/** Compares our reading of the schema with that of a general validator. */
class SchemaCheckTest {
  private static final String VALID =
      """
      scenario: x
      about: y
      hosts: {c1: dvr, n1: dvr_snat}
      networks:
        public: {external: true, mtu: 1500, subnets: {p4: {cidr: 203.0.113.0/24, gateway: none}}}
        private: {subnets: {t4: 10.0.0.0/24, t6: {cidr: 2001:db8::/64, ipv6-mode: slaac}}}
      routers: {r1: {gateway: public, interfaces: [t4], snat: true, routes: [172.16.0.0/24 via 10.0.0.9]}, r2: }
      instances: {vm1: {network: private, host: c1, addresses: [10.0.0.10]}}
      floating-ips: {f1: {network: public, instance: vm1}}
      steps:
        - create-router: r3
          expect-violation: {invariant: i, because: b}
        - set-mtu: {network: public, mtu: 1400}
          expect-violation: [{invariant: i, because: b}]
        - migrate: {instance: vm1, to: n1, phase: start}
          refused: no
          note: n
        - expect: {host: c1, netns: qrouter(r1), rules: [a, b], sysctls: [c]}
        - arp: {do: add, router: r1, subnet: t4, address: 10.0.0.10, mac: "fa:16:3e:00:00:01"}
        - tamper: {run: ip link, fails: false}
      """;

  private final String schemaText = schemaText();
  private final SchemaCheck ours = new SchemaCheck(YamlReader.read("schema", schemaText));
  private final JsonSchema theirs =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaText);

  private static String schemaText() {
    try (InputStream in = ScenarioFile.class.getResourceAsStream(ScenarioFile.SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void schema_isJson() throws IOException {
    assertTrue(new ObjectMapper().readTree(schemaText).isObject());
  }

  @Test
  void check_validScenario_bothAccept() {
    compare(YamlReader.read("f", VALID), "valid");
  }

  /** Every piece of a valid scenario is left out, doubled in name, and replaced by other types. */
  @Test
  void check_everyPieceChanged_bothAgree() {
    YamlNode valid = YamlReader.read("f", VALID);
    List<YamlNode> variants = variants(valid);
    int refused = 0;
    for (YamlNode variant : variants) {
      refused += compare(variant, toJson(variant).toString()) ? 0 : 1;
    }
    assertTrue(variants.size() > 500, "variants: " + variants.size());
    assertTrue(refused > 300, "refused: " + refused);
  }

  private boolean compare(YamlNode node, String what) {
    boolean accepted = theirs.validate(toJson(node)).isEmpty();
    boolean ourAnswer;
    try {
      ours.check(node);
      ourAnswer = true;
    } catch (InputException e) {
      ourAnswer = false;
    }
    assertEquals(accepted, ourAnswer, what);
    return accepted;
  }

  private static List<YamlNode> variants(YamlNode node) {
    List<YamlNode> variants = new ArrayList<>(replacements(node.place()));
    if (node instanceof YamlNode.Mapping mapping) {
      for (String key : mapping.entries().keySet()) {
        for (YamlNode changed : variants(mapping.get(key))) {
          variants.add(with(mapping, key, key, changed));
        }
        variants.add(with(mapping, key, key + " x", mapping.get(key)));
        variants.add(with(mapping, key, key, null));
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        for (YamlNode changed : variants(sequence.items().get(i))) {
          List<YamlNode> items = new ArrayList<>(sequence.items());
          items.set(i, changed);
          variants.add(new YamlNode.Sequence(sequence.place(), items));
        }
      }
    }
    return variants;
  }

  private static YamlNode with(YamlNode.Mapping mapping, String key, String newKey, YamlNode node) {
    LinkedHashMap<String, YamlNode.Mapping.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (k, entry) -> {
              if (!k.equals(key)) {
                entries.put(k, entry);
              } else if (node != null) {
                entries.put(newKey, new YamlNode.Mapping.Entry(entry.keyPlace(), node));
              }
            });
    return new YamlNode.Mapping(mapping.place(), entries);
  }

  private static List<YamlNode> replacements(Place place) {
    return List.of(
        new YamlNode.Scalar(place, "70", YamlNode.Scalar.Type.INTEGER),
        new YamlNode.Scalar(place, "67", YamlNode.Scalar.Type.INTEGER),
        new YamlNode.Scalar(place, "65536", YamlNode.Scalar.Type.INTEGER),
        new YamlNode.Scalar(place, "1.5", YamlNode.Scalar.Type.FLOAT),
        new YamlNode.Scalar(place, "true", YamlNode.Scalar.Type.BOOLEAN),
        new YamlNode.Scalar(place, "", YamlNode.Scalar.Type.NULL),
        new YamlNode.Scalar(place, "", YamlNode.Scalar.Type.STRING),
        new YamlNode.Scalar(place, "dvr", YamlNode.Scalar.Type.STRING),
        new YamlNode.Scalar(place, "a b", YamlNode.Scalar.Type.STRING),
        new YamlNode.Scalar(place, "10.0.0.1/24", YamlNode.Scalar.Type.STRING),
        new YamlNode.Sequence(place, List.of()),
        new YamlNode.Mapping(place, new LinkedHashMap<>()));
  }

  private static JsonNode toJson(YamlNode node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (node instanceof YamlNode.Mapping mapping) {
      ObjectNode object = json.objectNode();
      mapping.entries().forEach((key, entry) -> object.set(key, toJson(entry.value())));
      return object;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      ArrayNode array = json.arrayNode();
      sequence.items().forEach(item -> array.add(toJson(item)));
      return array;
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return switch (scalar.type()) {
      case NULL -> json.nullNode();
      case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(scalar.text()));
      case INTEGER -> json.numberNode(Integer.parseInt(scalar.text()));
      case FLOAT -> json.numberNode(Double.parseDouble(scalar.text()));
      case STRING -> json.textNode(scalar.text());
    };
  }
}
