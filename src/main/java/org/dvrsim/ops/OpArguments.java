package org.dvrsim.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/**
 * The arguments of an op as a recording holds them, by name and type.
 *
 * @param name the op's name, which messages begin with
 * @param node the arguments; what is null counts as not given
 */
record OpArguments(String name, JsonNode node) {
  /** Returns what an object has under a key, empty if that is null. */
  static Optional<JsonNode> given(JsonNode object, String key) {
    return Optional.ofNullable(object.get(key)).filter(node -> !node.isNull());
  }

  /** Returns what is under a key, empty if that is null. */
  Optional<JsonNode> given(String key) {
    return given(node, key);
  }

  /** Returns a number that may be written as text. */
  static int integer(JsonNode node) {
    if (node.isTextual()) {
      return Integer.decode(node.asText());
    }
    if (!node.canConvertToInt()) {
      throw new IllegalArgumentException("not a number: " + node);
    }
    return node.intValue();
  }

  /** Returns the words of a command line. */
  List<String> argv() {
    List<String> argv = new ArrayList<>();
    node.path("argv").forEach(word -> argv.add(word.asText()));
    return argv;
  }

  /** Returns IPv6 if this is the op {@code v6Name}, else IPv4. */
  IpFamily toolFamily(String v6Name) {
    return name.equals(v6Name) ? IpFamily.V6 : IpFamily.V4;
  }

  /** Returns the family whose version is given. */
  IpFamily family() {
    return IpFamily.ofVersion(
        number("ip_version").orElseThrow(() -> missing("ip_version")).intValue());
  }

  /** Returns the family whose address family number is given. */
  IpFamily afFamily() {
    long af = number("family").orElseThrow(() -> missing("family"));
    return af == IpFamily.V6.af() ? IpFamily.V6 : IpFamily.V4;
  }

  /** Returns the namespace that the op is done in; the root if none is given. */
  NetnsName netns() {
    return netns(node.path("namespace"));
  }

  /** Returns the namespace that a node names, the root if it is missing. */
  static NetnsName netns(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? NetnsName.ROOT : new NetnsName(node.asText());
  }

  /** Returns a device's name, which must be given. */
  IfName device(String key) {
    return new IfName(text(key));
  }

  /** Returns a text, which must be given. */
  String text(String key) {
    return optional(key, Function.identity()).orElseThrow(() -> missing(key));
  }

  /** Returns what {@code parse} makes of a text, empty if it is not given. */
  <T> Optional<T> optional(String key, Function<String, T> parse) {
    return given(key).map(value -> parse.apply(value.asText()));
  }

  /** Returns a number, empty if it is not given. */
  Optional<Long> number(String key) {
    return given(key).map(value -> number(key, value));
  }

  private long number(String key, JsonNode value) {
    if (value.isTextual()) {
      return Long.decode(value.asText());
    }
    if (!value.canConvertToLong()) {
      throw new IllegalArgumentException(name + ": " + key + " is not a number: " + value);
    }
    return value.asLong();
  }

  /** Tells whether a flag is set. */
  boolean flag(String key) {
    return node.path(key).asBoolean(false);
  }

  /** Returns the complaint that an argument is missing. */
  IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(name + ": " + key + " is missing");
  }
}
