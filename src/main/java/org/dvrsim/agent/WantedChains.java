package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Names of the chains that the agent wants in a table. Copies share them until they change. */
final class WantedChains {
  private final String prefix;
  private NavigableSet<String> names;
  private List<String> installedNames;
  private boolean shared;

  /** Starts without chains, the names of which are installed with {@code prefix} before them. */
  WantedChains(String prefix) {
    this.prefix = prefix;
    this.names = new TreeSet<>();
  }

  /** Starts as a copy of {@code other}, which must not change any more. */
  WantedChains(WantedChains other) {
    this.prefix = other.prefix;
    this.names = other.names;
    this.installedNames = other.installedNames();
    this.shared = true;
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** Adds a name; returns whether it was not there. */
  boolean add(String name) {
    if (names.contains(name)) {
      return false;
    }
    return changing().add(name);
  }

  /** Removes a name; returns whether it was there. */
  boolean remove(String name) {
    return names.contains(name) && changing().remove(name);
  }

  private NavigableSet<String> changing() {
    installedNames = null;
    if (shared) {
      names = new TreeSet<>(names);
      shared = false;
    }
    return names;
  }

  /** Returns the names in order. */
  NavigableSet<String> names() {
    return Collections.unmodifiableNavigableSet(names);
  }

  /** Returns the names that the chains are installed under, in order. */
  List<String> installedNames() {
    if (installedNames == null) {
      List<String> all = new ArrayList<>(names.size());
      for (String name : names) {
        all.add(prefix.isEmpty() ? name : prefix + name);
      }
      installedNames = Collections.unmodifiableList(all);
    }
    return installedNames;
  }
}
