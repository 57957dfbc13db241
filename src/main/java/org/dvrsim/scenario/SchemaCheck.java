package org.dvrsim.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dvrsim.base.InputException;

/**
 * Checks YAML against a JSON schema (2020-12) and says where in the file it does not fit.
 *
 * <p>This is an interpreter of those keywords that the project's own schema uses: {@code type},
 * {@code properties}, {@code additionalProperties}, {@code propertyNames}, {@code required}, {@code
 * minProperties}, {@code items}, {@code minItems}, {@code enum}, {@code pattern}, {@code minimum},
 * {@code maximum}, {@code oneOf}, {@code $ref} to {@code #/$defs/}. Any other keyword that would
 * restrict something is refused when met. A general validator knows more, but it knows neither line
 * nor column, and loading it takes longer than running all scenarios does; a test compares the two.
 */
final class SchemaCheck {
  private final YamlNode.Mapping root;
  private final Map<String, Pattern> patterns = new HashMap<>();

  SchemaCheck(YamlNode schema) {
    this.root = (YamlNode.Mapping) schema;
  }

  /**
   * Checks {@code node}.
   *
   * @throws InputException at the first place that does not fit
   */
  void check(YamlNode node) {
    Problem problem = problem(root, node);
    if (problem != null) {
      throw problem.place.refuse(problem.message);
    }
  }

  /** What does not fit, and how many levels down. */
  private record Problem(Place place, String message, int depth) {
    Problem deeper() {
      return new Problem(place, message, depth + 1);
    }
  }

  private Problem problem(YamlNode.Mapping schema, YamlNode node) {
    Problem found = null;
    for (Map.Entry<String, YamlNode.Mapping.Entry> keyword : schema.entries().entrySet()) {
      found = problem(keyword.getKey(), keyword.getValue().value(), schema, node);
      if (found != null) {
        return found;
      }
    }
    return found;
  }

  private Problem problem(String keyword, YamlNode value, YamlNode.Mapping schema, YamlNode node) {
    return switch (keyword) {
      case "$schema", "$id", "$defs", "title", "description" -> null;
      case "$ref" -> problem(resolve(text(value)), node);
      case "type" -> type(value, schema, node);
      case "enum" -> enumeration(value, node);
      case "pattern" -> pattern(text(value), schema, node);
      case "minimum" -> bound(value, node, -1);
      case "maximum" -> bound(value, node, 1);
      case "oneOf" -> oneOf(value, schema, node);
      case "items" -> items(value, node);
      case "minItems", "minProperties" -> minimumSize(value, node);
      case "properties" -> properties(value, node);
      case "additionalProperties" -> additionalProperties(value, schema, node);
      case "propertyNames" -> propertyNames(value, node);
      case "required" -> required(value, node);
      default ->
          throw new IllegalStateException(
              "the schema uses " + keyword + ", which is not understood");
    };
  }

  private YamlNode.Mapping resolve(String reference) {
    YamlNode.Mapping definitions = (YamlNode.Mapping) root.get("$defs");
    return (YamlNode.Mapping) definitions.get(reference.substring("#/$defs/".length()));
  }

  private static Problem type(YamlNode value, YamlNode.Mapping schema, YamlNode node) {
    List<String> types = texts(value);
    for (String type : types) {
      if (hasType(node, type)) {
        return null;
      }
    }
    return here(node, "expected " + expectation(types, schema) + ", found " + node.kind());
  }

  private static boolean hasType(YamlNode node, String type) {
    return switch (type) {
      case "object" -> node instanceof YamlNode.Mapping;
      case "array" -> node instanceof YamlNode.Sequence;
      case "string" -> isScalar(node, YamlNode.Scalar.Type.STRING);
      case "boolean" -> isScalar(node, YamlNode.Scalar.Type.BOOLEAN);
      case "null" -> isScalar(node, YamlNode.Scalar.Type.NULL);
      case "integer" -> isScalar(node, YamlNode.Scalar.Type.INTEGER);
      case "number" ->
          isScalar(node, YamlNode.Scalar.Type.INTEGER)
              || isScalar(node, YamlNode.Scalar.Type.FLOAT);
      default -> throw new IllegalStateException("the schema names the type " + type);
    };
  }

  private static boolean isScalar(YamlNode node, YamlNode.Scalar.Type type) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() == type;
  }

  /** Returns the schema's own description in a person's words, or its types. */
  private static String expectation(List<String> types, YamlNode.Mapping schema) {
    if (schema.get("description") instanceof YamlNode.Scalar description) {
      return description.text();
    }
    List<String> words = new ArrayList<>();
    for (String type : types) {
      words.add(
          switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "null" -> "nothing";
            default -> "a whole number";
          });
    }
    return String.join(" or ", words);
  }

  private static Problem enumeration(YamlNode value, YamlNode node) {
    List<String> allowed = texts(value);
    boolean fits = node instanceof YamlNode.Scalar scalar && allowed.contains(scalar.text());
    return fits ? null : here(node, "expected one of " + String.join(", ", allowed));
  }

  private Problem pattern(String regex, YamlNode.Mapping schema, YamlNode node) {
    if (!(node instanceof YamlNode.Scalar scalar)
        || patterns.computeIfAbsent(regex, Pattern::compile).matcher(scalar.text()).find()) {
      return null;
    }
    String wanted =
        schema.get("description") instanceof YamlNode.Scalar description
            ? description.text()
            : "a text that matches " + regex;
    return here(node, "expected " + wanted + ", found '" + scalar.text() + "'");
  }

  private static Problem bound(YamlNode value, YamlNode node, int side) {
    if (!(node instanceof YamlNode.Scalar scalar) || !hasType(node, "number")) {
      return null;
    }
    BigDecimal bound = new BigDecimal(text(value));
    int comparison = new BigDecimal(scalar.text()).compareTo(bound);
    String word = side < 0 ? "at least " : "at most ";
    return comparison * side > 0 ? here(node, "expected " + word + bound) : null;
  }

  private Problem oneOf(YamlNode value, YamlNode.Mapping schema, YamlNode node) {
    Problem deepest = null;
    int fits = 0;
    for (YamlNode alternative : ((YamlNode.Sequence) value).items()) {
      Problem problem = problem((YamlNode.Mapping) alternative, node);
      if (problem == null) {
        fits++;
      } else if (deepest == null || problem.depth > deepest.depth) {
        deepest = problem;
      }
    }
    if (fits == 1) {
      return null;
    }
    if (fits == 0 && deepest.depth > 0) {
      return deepest;
    }
    String wanted =
        schema.get("description") instanceof YamlNode.Scalar description
            ? "expected " + description.text()
            : deepest == null ? "fits more than one form" : deepest.message;
    return here(node, wanted);
  }

  private Problem items(YamlNode value, YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        Problem problem = problem((YamlNode.Mapping) value, item);
        if (problem != null) {
          return problem.deeper();
        }
      }
    }
    return null;
  }

  private static Problem minimumSize(YamlNode value, YamlNode node) {
    int least = Integer.parseInt(text(value));
    if (node instanceof YamlNode.Sequence sequence && sequence.items().size() < least) {
      return here(node, "expected at least " + least + " in this list");
    }
    if (node instanceof YamlNode.Mapping mapping && mapping.entries().size() < least) {
      return here(node, "expected at least " + least + " key here");
    }
    return null;
  }

  private Problem properties(YamlNode value, YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return null;
    }
    YamlNode.Mapping schemas = (YamlNode.Mapping) value;
    for (Map.Entry<String, YamlNode.Mapping.Entry> entry : mapping.entries().entrySet()) {
      YamlNode schema = schemas.get(entry.getKey());
      if (schema != null) {
        Problem problem = problem((YamlNode.Mapping) schema, entry.getValue().value());
        if (problem != null) {
          return problem.deeper();
        }
      }
    }
    return null;
  }

  private Problem additionalProperties(YamlNode value, YamlNode.Mapping schema, YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return null;
    }
    YamlNode.Mapping known = (YamlNode.Mapping) schema.get("properties");
    for (Map.Entry<String, YamlNode.Mapping.Entry> entry : mapping.entries().entrySet()) {
      if (known != null && known.get(entry.getKey()) != null) {
        continue;
      }
      if (value instanceof YamlNode.Mapping additional) {
        Problem problem = problem(additional, entry.getValue().value());
        if (problem != null) {
          return problem.deeper();
        }
      } else {
        return new Problem(
            entry.getValue().keyPlace(),
            "unknown "
                + noun(schema)
                + " '"
                + entry.getKey()
                + "': expected one of "
                + String.join(", ", known.entries().keySet()),
            1);
      }
    }
    return null;
  }

  /** Returns what a key of such a mapping is, where the schema's title says so. */
  private static String noun(YamlNode.Mapping schema) {
    return schema.get("title") instanceof YamlNode.Scalar title ? title.text() : "key";
  }

  private Problem propertyNames(YamlNode value, YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (Map.Entry<String, YamlNode.Mapping.Entry> entry : mapping.entries().entrySet()) {
        Place place = entry.getValue().keyPlace();
        YamlNode key = new YamlNode.Scalar(place, entry.getKey(), YamlNode.Scalar.Type.STRING);
        Problem problem = problem((YamlNode.Mapping) value, key);
        if (problem != null) {
          return problem.deeper();
        }
      }
    }
    return null;
  }

  private static Problem required(YamlNode value, YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (String key : texts(value)) {
        if (mapping.get(key) == null) {
          return here(node, "expected the key '" + key + "' here");
        }
      }
    }
    return null;
  }

  private static Problem here(YamlNode node, String message) {
    return new Problem(node.place(), message, 0);
  }

  private static String text(YamlNode node) {
    return ((YamlNode.Scalar) node).text();
  }

  private static List<String> texts(YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream().map(SchemaCheck::text).toList();
    }
    return List.of(text(node));
  }
}
