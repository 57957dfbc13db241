package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One JSON object of a payload, read key by key; every complaint names the path to the value, such
 * as {@code router.gw_port.fixed_ips[0].ip_address}.
 */
final class PayloadMap {
  private final String path;
  private final Map<?, ?> values;

  private PayloadMap(String path, Map<?, ?> values) {
    this.path = path;
    this.values = values;
  }

  /**
   * Returns a reader of {@code value}, which must be a map.
   *
   * @throws IllegalArgumentException if it is not
   */
  static PayloadMap of(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new PayloadMap(path, map);
    }
    throw bad(path, "an object", value);
  }

  /** Returns a text that must be there. */
  String text(String key) {
    return optionalText(key).orElseThrow(() -> bad(path(key), "a text", values.get(key)));
  }

  /** Returns a text, empty text if it is missing or null. */
  String textOrEmpty(String key) {
    return optionalText(key).orElse("");
  }

  /** Returns a text; missing, null and the empty text are all empty. */
  Optional<String> optionalText(String key) {
    Object value = values.get(key);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw bad(path(key), "a text", value);
  }

  /** Returns what {@code parse} makes of a text that must be there. */
  <T> T parsed(String key, Function<String, T> parse) {
    return parse(key, text(key), parse);
  }

  /** Returns what {@code parse} makes of a text, empty if it is missing, null or empty. */
  <T> Optional<T> optionalParsed(String key, Function<String, T> parse) {
    return optionalText(key).map(text -> parse(key, text, parse));
  }

  private <T> T parse(String key, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path(key) + ": " + e.getMessage(), e);
    }
  }

  /** Returns a whole number, empty if it is missing or null. */
  Optional<Integer> optionalInt(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number && number.doubleValue() == number.intValue()) {
      return Optional.of(number.intValue());
    }
    throw bad(path(key), "a whole number", value);
  }

  /** Returns a truth value, {@code otherwise} if it is missing or null. */
  boolean bool(String key, boolean otherwise) {
    Object value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw bad(path(key), "true or false", value);
  }

  /** Returns an object, empty if it is missing, null or (as some servers send) the empty text. */
  Optional<PayloadMap> optionalMap(String key) {
    Object value = values.get(key);
    if (value == null || value.equals("") || (value instanceof Map<?, ?> map && map.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(of(path(key), value));
  }

  /** Returns what {@code read} makes of each object of a list; a missing list is empty. */
  <T> List<T> list(String key, Function<PayloadMap, T> read) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw bad(path(key), "a list", value);
    }
    List<T> result = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      result.add(read.apply(of(path(key) + "[" + i + "]", list.get(i))));
    }
    return result;
  }

  /** Tells whether there is a value of that name other than null. */
  boolean has(String key) {
    return values.get(key) != null;
  }

  /** Tells whether a list or map of that name is there and holds something. */
  boolean hasAny(String key) {
    Object value = values.get(key);
    return (value instanceof List<?> list && !list.isEmpty())
        || (value instanceof Map<?, ?> map && !map.isEmpty());
  }

  private String path(String key) {
    return path + "." + key;
  }

  private static IllegalArgumentException bad(String path, String wanted, Object value) {
    return new IllegalArgumentException(
        path + ": expected " + wanted + ", found " + (value == null ? "nothing" : value));
  }
}
