package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that matters of what a host holds, as facts in words that can be compared with another
 * host's.
 *
 * <p>What is picked at random is named after what it was picked for: link-local pairs, the tables
 * and rules numbered after them, rule priorities of floating IPs, MACs of veths and the IPv6
 * addresses made from those. The kernel's own consequences, such as the table {@code local}, are
 * left out, and so are the order of devices, addresses and rules of a chain, and whether ICMP
 * redirects are sent, which nobody switches on again.
 *
 * <p>Two hosts of equal state do the same to every packet.
 */
public final class HostState {
  private final List<String> facts;

  HostState(List<String> facts) {
    List<String> sorted = new ArrayList<>(facts);
    Collections.sort(sorted);
    this.facts = Collections.unmodifiableList(sorted);
  }

  /** Returns the facts in alphabetical order, those that are there twice twice. */
  public List<String> facts() {
    return facts;
  }

  /** Returns how this differs from {@code wanted}. */
  public Difference minus(HostState wanted) {
    List<String> extra = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < facts.size() || j < wanted.facts.size()) {
      int order =
          i == facts.size()
              ? 1
              : j == wanted.facts.size() ? -1 : facts.get(i).compareTo(wanted.facts.get(j));
      if (order == 0) {
        i++;
        j++;
      } else if (order < 0) {
        extra.add(facts.get(i++));
      } else {
        missing.add(wanted.facts.get(j++));
      }
    }
    return new Difference(missing, extra);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostState state && facts.equals(state.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  /** Returns the facts, a line each. */
  @Override
  public String toString() {
    return String.join("\n", facts);
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
