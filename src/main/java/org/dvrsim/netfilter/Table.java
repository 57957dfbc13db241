package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One table: base chains, each there once it was needed, and user chains.
 *
 * <p>Models: include/net/netfilter/nf_tables.h:struct nft_table
 */
public final class Table {
  private static final Comparator<Chain> BY_NAME = Comparator.comparing(Chain::name);

  private final TableName name;
  private final Map<String, Chain> byName;

  /** The user chains in the order in which they were made. */
  private final List<Chain> created;

  /** The base chains in the order of hooks; replaced when one comes or goes. */
  private List<Chain> baseChains = List.of();

  /** The user chains in the order of names; null while nobody needs it. */
  private List<Chain> userChains;

  /** What is found out once for each change; null while nobody knows. */
  private List<Chain> repeating;

  private List<Chain> missing;
  private List<Chain> uncalled;
  private Map<Hook, String> uncalledNames;

  Table(TableName name) {
    this.name = name;
    this.byName = new HashMap<>();
    this.created = new ArrayList<>();
  }

  /**
   * Makes a table of chains.
   *
   * @param baseChains immutable, in the order of hooks
   * @param created the user chains in the order in which they were made
   * @param userChains immutable, the same in the order of names
   */
  Table(TableName name, List<Chain> baseChains, List<Chain> created, List<Chain> userChains) {
    this.name = name;
    this.byName = new HashMap<>((baseChains.size() + created.size()) * 2);
    this.created = created;
    this.baseChains = baseChains;
    this.userChains = userChains;
    for (int i = 0; i < baseChains.size(); i++) {
      byName.put(baseChains.get(i).name(), baseChains.get(i));
    }
    for (int i = 0; i < created.size(); i++) {
      byName.put(created.get(i).name(), created.get(i));
    }
  }

  /** Returns the name. */
  public TableName name() {
    return name;
  }

  /** Returns the chain that {@code hook} calls, null if there is none (yet). */
  public Chain baseChain(Hook hook) {
    for (int i = 0; i < baseChains.size(); i++) {
      if (baseChains.get(i).hook() == hook) {
        return baseChains.get(i);
      }
    }
    return null;
  }

  /** Returns the chain called {@code chain}, null if there is none. */
  public Chain chain(String chain) {
    return byName.get(chain);
  }

  /** Returns the base chains of now in the order of hooks; immutable. */
  public List<Chain> baseChains() {
    return baseChains;
  }

  /** Returns the user chains of now in the order of names, in which they are listed; immutable. */
  public List<Chain> userChains() {
    if (userChains == null) {
      List<Chain> sorted = new ArrayList<>(created);
      sorted.sort(BY_NAME);
      userChains = Collections.unmodifiableList(sorted);
    }
    return userChains;
  }

  /** Returns the chains in which some rule is more than once: base chains, then user chains. */
  public List<Chain> repeatingChains() {
    if (repeating == null) {
      List<Chain> found = new ArrayList<>(0);
      addRepeating(baseChains, found);
      addRepeating(userChains(), found);
      repeating = Collections.unmodifiableList(found);
    }
    return repeating;
  }

  private static void addRepeating(List<Chain> chains, List<Chain> found) {
    for (int i = 0; i < chains.size(); i++) {
      if (chains.get(i).isRepeating()) {
        found.add(chains.get(i));
      }
    }
  }

  /** Returns the chains that are jumped to and are not here, once for each chain that does it. */
  public List<Chain> missingTargets() {
    if (missing == null) {
      List<Chain> found = new ArrayList<>(0);
      addMissing(baseChains, found);
      addMissing(userChains(), found);
      missing = Collections.unmodifiableList(found);
    }
    return missing;
  }

  private void addMissing(List<Chain> chains, List<Chain> found) {
    for (int i = 0; i < chains.size(); i++) {
      Chain chain = chains.get(i);
      int before = found.size();
      for (int j = 0; j < chain.size(); j++) {
        Chain target = chain.rule(j).jump();
        if (target != null
            && byName.get(target.name()) == null
            && !found.subList(before, found.size()).contains(target)) {
          found.add(target);
        }
      }
    }
  }

  /**
   * Returns the chains that have rules, but that the base chain has no jump to that should.
   *
   * @param names how the chain is called that a hook's base chain should jump to
   */
  public List<Chain> uncalled(Map<Hook, String> names) {
    if (uncalled == null || !names.equals(uncalledNames)) {
      uncalledNames = names;
      List<Chain> found = new ArrayList<>(0);
      for (int i = 0; i < baseChains.size(); i++) {
        Chain base = baseChains.get(i);
        Chain own = byName.get(names.get(base.hook()));
        if (own != null && own.size() > 0 && !leadsTo(own, base)) {
          found.add(own);
        }
      }
      uncalled = Collections.unmodifiableList(found);
    }
    return uncalled;
  }

  @SuppressWarnings("ReferenceEquality") // a chain is itself
  private static boolean leadsTo(Chain target, Chain chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.rule(i).jump() == target) {
        return true;
      }
    }
    return false;
  }

  /** Takes note that no rule is repeated and no jump leads nowhere. */
  void isInOrder() {
    repeating = List.of();
    missing = List.of();
  }

  /** Forgets what was found out: something in the table is another now. */
  void changed() {
    repeating = null;
    missing = null;
    uncalled = null;
  }

  /** Returns base chains, then user chains in the order in which they were made. */
  List<Chain> inOrderOfCreation() {
    List<Chain> all = new ArrayList<>(baseChains);
    all.addAll(created);
    return all;
  }

  void add(Chain chain) {
    byName.put(chain.name(), chain);
    if (chain.isBase()) {
      List<Chain> more = new ArrayList<>(baseChains);
      more.add(chain);
      more.sort(Comparator.comparing(Chain::hook));
      baseChains = Collections.unmodifiableList(more);
    } else {
      created.add(chain);
      userChains = null;
    }
  }

  void remove(Chain chain) {
    byName.remove(chain.name());
    if (chain.isBase()) {
      List<Chain> less = new ArrayList<>(baseChains);
      less.remove(chain);
      baseChains = Collections.unmodifiableList(less);
    } else {
      created.remove(chain);
      userChains = null;
    }
  }

  /** Puts a removed user chain back in its place. */
  void restore(Chain chain, int creationIndex) {
    byName.put(chain.name(), chain);
    created.add(creationIndex, chain);
    userChains = null;
  }

  int creationIndex(Chain chain) {
    return created.indexOf(chain);
  }

  /** Gives a user chain another name, also in the rules that lead to it. */
  void rename(Chain chain, String newName) {
    byName.remove(chain.name());
    chain.rename(newName);
    byName.put(newName, chain);
    userChains = null;
    for (Chain other : byName.values()) {
      other.rules().forEach(ChainRule::renamed);
    }
  }
}
