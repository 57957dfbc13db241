package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NameBook;

/**
 * Looks at a host.
 *
 * @param present whether the lines are to be there; they are to be absent otherwise
 * @param host the host; the first one if empty
 * @param netns the namespace, as people name it; the host's own if empty
 * @param patterns for each kind of fact, patterns of lines
 */
public record Expectation(
    boolean present,
    Optional<String> host,
    Optional<String> netns,
    Map<String, List<String>> patterns)
    implements Action {
  /** Copies the map, which must be ordered. */
  public Expectation {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    patterns.forEach((kind, lines) -> copy.put(kind, List.copyOf(lines)));
    patterns = java.util.Collections.unmodifiableMap(copy);
  }

  static Expectation read(Fields fields, boolean present) {
    Map<String, List<String>> patterns = new LinkedHashMap<>();
    for (Facts kind : Facts.values()) {
      List<String> texts = fields.texts(kind.key());
      if (!texts.isEmpty()) {
        patterns.put(kind.key(), texts);
      }
    }
    if (patterns.isEmpty()) {
      throw fields.place().refuse("expected something to look for, such as rules or routes");
    }
    return new Expectation(
        present, fields.optionalText("host"), fields.optionalText("netns"), patterns);
  }

  @Override
  public String keyword() {
    return present ? "expect" : "expect-none";
  }

  @Override
  public Object arguments() {
    Arguments arguments = new Arguments().with("host", host).with("netns", netns);
    patterns.forEach(arguments::with);
    return arguments.toMap();
  }

  @Override
  public void perform(Cluster cluster) {
    ComputeHost target = cluster.hostOrFirst(host);
    NameBook names = cluster.names();
    String exactNetns = names.toExact(netns.orElse(""), target.name());
    Map<Facts, List<String>> seen = new EnumMap<>(Facts.class);
    List<String> problems = new ArrayList<>();
    patterns.forEach(
        (key, texts) -> {
          Facts kind = kind(key);
          for (String text : texts) {
            String exact = names.toExact(text, target.name());
            List<String> lines =
                kind == Facts.SYSCTLS
                    ? kind.lines(new Facts.Look(cluster, target, exactNetns, exact))
                    : seen.computeIfAbsent(
                        kind, k -> k.lines(new Facts.Look(cluster, target, exactNetns, exact)));
            WordPattern pattern = new WordPattern(exact);
            List<String> found = lines.stream().filter(pattern::matches).toList();
            if (found.isEmpty() == present) {
              problems.add(problem(key, text, present ? lines : found));
            }
          }
        });
    if (!problems.isEmpty()) {
      throw new ExpectationFailedException(String.join("\n", problems));
    }
  }

  private String problem(String kind, String text, List<String> lines) {
    String where = netns.map(name -> " in " + name).orElse("");
    String head =
        present
            ? "expected among the "
                + kind
                + where
                + ": "
                + text
                + "\nfound"
                + (lines.isEmpty() ? " nothing" : ":")
            : "expected none of the " + kind + where + " to be: " + text + "\nfound:";
    StringBuilder out = new StringBuilder(head);
    lines.forEach(line -> out.append("\n  ").append(line.stripTrailing()));
    return out.toString();
  }

  private static Facts kind(String key) {
    for (Facts kind : Facts.values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a kind of fact: " + key);
  }
}
