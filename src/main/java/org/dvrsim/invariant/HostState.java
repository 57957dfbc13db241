package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that matters of what a host holds, as facts in words that can be compared with another
 * host's.
 *
 * <p>What is picked at random is named after what it was picked for: link-local pairs, the tables
 * and rules numbered after them, rule priorities of floating IPs, MACs of veths and the IPv6
 * addresses made from those. The kernel's own consequences, such as the table {@code local}, are
 * left out, and so is the order of devices, addresses, next hops and rules of a chain.
 *
 * <p>Two hosts of equal state do the same to every packet.
 */
public final class HostState {
  /** How the settings are called that say whether ICMP redirects are sent. */
  static final String REDIRECTS = ".send_redirects";

  /** What the fact begins with that a namespace exists. */
  static final String NETNS = "netns ";

  /** Stands for what is outside namespaces; sorts before all names. */
  static final String HOST = "";

  /**
   * The facts about each namespace by its name, and about the rest of the host. What begins each
   * fact about a namespace, its name, is left out.
   */
  private final Map<String, List<FactSection>> facts;

  HostState(Map<String, List<FactSection>> facts) {
    this.facts = new TreeMap<>(facts);
  }

  /** Returns all facts: those about the host, then those about each namespace, each sorted. */
  public List<String> facts() {
    List<String> all = new ArrayList<>();
    facts.forEach(
        (name, sections) -> {
          List<String> about = new ArrayList<>();
          sections.forEach(section -> about.addAll(section.facts()));
          all.addAll(inFull(name, true, about));
        });
    return all;
  }

  /**
   * Returns facts as they are told, sorted.
   *
   * @param exists whether the namespace itself is one of them
   */
  private static List<String> inFull(String name, boolean exists, List<String> facts) {
    if (name.equals(HOST)) {
      Collections.sort(facts);
      return facts;
    }
    if (!exists && facts.isEmpty()) {
      return facts;
    }
    List<String> full = new ArrayList<>(facts.size() + 1);
    if (exists) {
      full.add(NETNS + name);
    }
    facts.forEach(fact -> full.add(name + ": " + fact));
    Collections.sort(full);
    return full;
  }

  /** Returns how this differs from {@code wanted}. */
  public Difference minus(HostState wanted) {
    List<String> extra = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : namesHereOr(wanted)) {
      List<FactSection> here = facts.getOrDefault(name, List.of());
      List<FactSection> there = wanted.facts.getOrDefault(name, List.of());
      if (here != there) {
        List<String> lacking = new ArrayList<>();
        List<String> surplus = new ArrayList<>();
        compare(here, there, lacking, surplus);
        missing.addAll(inFull(name, !facts.containsKey(name), lacking));
        extra.addAll(inFull(name, !wanted.facts.containsKey(name), surplus));
      }
    }
    return new Difference(missing, extra);
  }

  /** Returns the names of the namespaces of either, sorted: mostly both have the same. */
  private Set<String> namesHereOr(HostState other) {
    if (facts.keySet().equals(other.facts.keySet())) {
      return facts.keySet();
    }
    Set<String> names = new TreeSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    return names;
  }

  /** Compares sections by their names; one that is missing is as if it were empty. */
  private static void compare(
      List<FactSection> here, List<FactSection> wanted, List<String> missing, List<String> extra) {
    if (haveSameNames(here, wanted)) {
      for (int i = 0; i < here.size(); i++) {
        here.get(i).compare(wanted.get(i), missing, extra);
      }
      return;
    }
    Map<String, FactSection> others = new HashMap<>();
    for (FactSection section : wanted) {
      others.put(section.name(), section);
    }
    for (FactSection section : here) {
      FactSection other = others.remove(section.name());
      if (other == null) {
        extra.addAll(section.facts());
      } else {
        section.compare(other, missing, extra);
      }
    }
    others.values().forEach(section -> missing.addAll(section.facts()));
  }

  private static boolean haveSameNames(List<FactSection> here, List<FactSection> wanted) {
    if (here.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < here.size(); i++) {
      if (!here.get(i).name().equals(wanted.get(i).name())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostState state && facts().equals(state.facts());
  }

  @Override
  public int hashCode() {
    return facts().hashCode();
  }

  /** Returns the facts, a line each: those about the host, then those of each namespace. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    facts().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * How a host's state differs from the one it should have.
   *
   * @param missing the facts that it lacks
   * @param extra the facts that it should not hold
   */
  public record Difference(List<String> missing, List<String> extra) {
    /** Copies the lists. */
    public Difference {
      missing = List.copyOf(missing);
      extra = List.copyOf(extra);
    }

    /** Tells whether there is none. */
    public boolean isEmpty() {
      return missing.isEmpty() && extra.isEmpty();
    }

    /**
     * Returns the same without what only follows from the rest: what a namespace holds that is
     * missing or too much as a whole, and the addresses, routes, neighbours and settings of a
     * device that is.
     */
    Difference inShort() {
      return new Difference(inShort(missing, extra), inShort(extra, missing));
    }

    private static List<String> inShort(List<String> facts, List<String> others) {
      List<String> whole = new ArrayList<>();
      for (String fact : facts) {
        if (fact.startsWith(NETNS)) {
          whole.add(fact.substring(NETNS.length()) + ": ");
        }
      }
      List<DeviceFacts> devices = new ArrayList<>();
      for (String fact : facts) {
        DeviceFacts.ofLink(fact)
            .filter(device -> others.stream().noneMatch(device::isLink))
            .ifPresent(devices::add);
      }
      return facts.stream()
          .filter(
              fact ->
                  whole.stream().noneMatch(fact::startsWith)
                      && devices.stream().noneMatch(device -> device.include(fact)))
          .toList();
    }

    /** Returns what is missing, marked by {@code -}, and what is too much, by {@code +}. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      missing.forEach(fact -> text.append("- ").append(fact).append('\n'));
      extra.forEach(fact -> text.append("+ ").append(fact).append('\n'));
      return text.toString();
    }
  }
}
