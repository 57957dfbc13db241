package org.dvrsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the arguments of an action in order, leaving out what is empty. */
final class Arguments {
  private final Map<String, Object> map = new LinkedHashMap<>();

  Arguments with(String key, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> map.put(key, present.toString()));
    } else if (value instanceof List<?> list) {
      if (!list.isEmpty()) {
        map.put(key, list.stream().map(Arguments::plain).toList());
      }
    } else {
      map.put(key, plain(value));
    }
    return this;
  }

  private static Object plain(Object value) {
    return value instanceof Boolean || value instanceof Integer || value instanceof Map<?, ?>
        ? value
        : value.toString();
  }

  Map<String, Object> toMap() {
    return map;
  }
}
