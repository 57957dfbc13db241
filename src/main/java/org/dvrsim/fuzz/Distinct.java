package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a campaign found, each kind once: failures are told apart by the invariant and, once they
 * are small, by the kinds of steps that are left.
 *
 * <p>Failures whose violations say the same but for names and numbers are taken for one kind and
 * only the first of them is shrunk.
 */
public final class Distinct {
  private final Checks checks;
  private final Map<Set<String>, Kind> byViolation = new LinkedHashMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** Starts with nothing found. */
  public Distinct(Checks checks) {
    this.checks = checks;
  }

  /** One kind of failure. */
  public static final class Kind {
    private final Found small;
    private long count = 1;

    Kind(Found small) {
      this.small = small;
    }

    /** Returns the first failure of the kind, made small. */
    public Found small() {
      return small;
    }

    /** Returns how many sequences failed so. */
    public long count() {
      return count;
    }
  }

  /** Takes note of a failing sequence; returns its kind if it is the first of that. */
  public Optional<Kind> add(Found found) {
    Set<String> violation = checks.unknown(found.failure().violations().get(0));
    Kind known = byViolation.get(violation);
    if (known != null) {
      known.count++;
      return Optional.empty();
    }
    Found small = found.shrunk(checks);
    String shape = small.failure().invariant() + ": " + Shape.of(small.draft());
    Kind alike = kinds.get(shape);
    if (alike != null) {
      alike.count++;
      byViolation.put(violation, alike);
      return Optional.empty();
    }
    Kind first = new Kind(small);
    kinds.put(shape, first);
    byViolation.put(violation, first);
    return Optional.of(first);
  }

  /** Tells whether nothing was found. */
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** Returns the kinds in the order in which they were found. */
  public List<Kind> kinds() {
    return new ArrayList<>(kinds.values());
  }
}
