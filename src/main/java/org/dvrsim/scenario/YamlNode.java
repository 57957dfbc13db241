package org.dvrsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML that remembers where it was read. */
sealed interface YamlNode {
  /** Returns where the piece begins. */
  Place place();

  /** Returns what kind of thing this is, with an article. */
  String kind();

  /** A value with text and, by YAML 1.2's core schema, a type. */
  record Scalar(Place place, String text, Type type) implements YamlNode {
    /** The types of YAML's core schema. */
    enum Type {
      NULL("nothing"),
      BOOLEAN("true or false"),
      INTEGER("a whole number"),
      FLOAT("a number"),
      STRING("a text");

      private final String words;

      Type(String words) {
        this.words = words;
      }
    }

    @Override
    public String kind() {
      return type.words;
    }

    boolean isNull() {
      return type == Type.NULL;
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping from texts, in the order of the file. */
  record Mapping(Place place, LinkedHashMap<String, Entry> entries) implements YamlNode {
    /** A key's place and its value. */
    record Entry(Place keyPlace, YamlNode value) {}

    @Override
    public String kind() {
      return "a mapping";
    }

    /** Returns the value of {@code key}, or null. */
    YamlNode get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    Map.Entry<String, Entry> first() {
      return entries.entrySet().iterator().next();
    }
  }
}
