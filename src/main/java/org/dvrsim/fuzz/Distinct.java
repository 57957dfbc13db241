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
 * only the first of them is shrunk. That is not so for those which are the {@linkplain Aftermath
 * aftermath} of known failures: the same words may have another cause.
 */
public final class Distinct {
  private final Checks checks;
  private final Map<Set<String>, Kind> byViolation = new LinkedHashMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, Kind> aftermaths = new LinkedHashMap<>();

  /** Starts with nothing found. */
  public Distinct(Checks checks) {
    this.checks = checks;
  }

  /** One kind of failure. */
  public static final class Kind {
    private final Found small;
    private final Optional<Aftermath> aftermath;
    private long count = 1;

    Kind(Found small, Optional<Aftermath> aftermath) {
      this.small = small;
      this.aftermath = aftermath;
    }

    /** Returns the first failure of the kind, made small. */
    public Found small() {
      return small;
    }

    /** Returns of what known failure this one is the aftermath; empty if it is news. */
    public Optional<Aftermath> aftermath() {
      return aftermath;
    }

    /** Returns how many sequences failed so. */
    public long count() {
      return count;
    }
  }

  /** Takes note of a failing sequence; returns its kind if it is news and the first of that. */
  public Optional<Kind> add(Found found) {
    Set<String> violation = checks.unknown(found.failure().violations().get(0));
    Kind known = byViolation.get(violation);
    if (known != null) {
      known.count++;
      return Optional.empty();
    }
    Found small = found.shrunk(checks);
    String shape = small.failure().invariant() + ": " + Shape.of(small.draft());
    Optional<Aftermath> aftermath = Aftermath.of(small, checks);
    Map<String, Kind> those = aftermath.isPresent() ? aftermaths : kinds;
    Kind alike = those.get(shape);
    if (alike == null) {
      alike = new Kind(small, aftermath);
      those.put(shape, alike);
    } else {
      alike.count++;
    }
    if (aftermath.isPresent()) {
      return Optional.empty();
    }
    byViolation.put(violation, alike);
    return alike.count == 1 ? Optional.of(alike) : Optional.empty();
  }

  /** Tells whether nothing new was found. */
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** Returns the new kinds in the order in which they were found. */
  public List<Kind> kinds() {
    return new ArrayList<>(kinds.values());
  }

  /** Returns the kinds that are the aftermath of known failures, in the order of finding. */
  public List<Kind> aftermaths() {
    return new ArrayList<>(aftermaths.values());
  }
}
