package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One table: base chains, each there once it was needed, and user chains.
 *
 * <p>Models: include/net/netfilter/nf_tables.h:struct nft_table
 */
public final class Table {
  private final TableName name;
  private final Map<Hook, Chain> baseChains = new EnumMap<>(Hook.class);
  private final Map<String, Chain> byName = new HashMap<>();
  private final TreeMap<String, Chain> userChains = new TreeMap<>();
  private final List<Chain> created = new ArrayList<>();
  private final Collection<Chain> baseView =
      Collections.unmodifiableCollection(baseChains.values());
  private final Collection<Chain> userView =
      Collections.unmodifiableCollection(userChains.values());

  /** What is found out once for each change; null while nobody knows. */
  private List<Chain> repeating;

  private List<Chain> missing;

  Table(TableName name) {
    this.name = name;
  }

  /** Returns the name. */
  public TableName name() {
    return name;
  }

  /** Returns the chain that {@code hook} calls, null if there is none (yet). */
  public Chain baseChain(Hook hook) {
    return baseChains.get(hook);
  }

  /** Returns the chain called {@code chain}, null if there is none. */
  public Chain chain(String chain) {
    return byName.get(chain);
  }

  /** Returns the base chains in the order of hooks; a view. */
  public Collection<Chain> baseChains() {
    return baseView;
  }

  /** Returns the user chains in the order of names, in which they are listed; a view. */
  public Collection<Chain> userChains() {
    return userView;
  }

  /** Returns the chains in which some rule is more than once: base chains, then user chains. */
  public List<Chain> repeatingChains() {
    if (repeating == null) {
      List<Chain> found = new ArrayList<>(0);
      for (Chain chain : listed()) {
        if (chain.isRepeating()) {
          found.add(chain);
        }
      }
      repeating = Collections.unmodifiableList(found);
    }
    return repeating;
  }

  /** Returns the chains that are jumped to and are not here, once for each chain that does it. */
  public List<Chain> missingTargets() {
    if (missing == null) {
      List<Chain> found = new ArrayList<>(0);
      for (Chain chain : listed()) {
        if (chain.hasJumps()) {
          for (Chain target : chain.jumpTargets()) {
            if (byName.get(target.name()) == null) {
              found.add(target);
            }
          }
        }
      }
      missing = Collections.unmodifiableList(found);
    }
    return missing;
  }

  private List<Chain> listed() {
    List<Chain> all = new ArrayList<>(byName.size());
    all.addAll(baseChains.values());
    all.addAll(userChains.values());
    return all;
  }

  /** Forgets what was found out: something in the table is another now. */
  void changed() {
    repeating = null;
    missing = null;
  }

  /** Returns base chains, then user chains in the order in which they were made. */
  List<Chain> inOrderOfCreation() {
    List<Chain> all = new ArrayList<>(baseChains.values());
    all.addAll(created);
    return all;
  }

  void add(Chain chain) {
    byName.put(chain.name(), chain);
    if (chain.isBase()) {
      baseChains.put(chain.hook(), chain);
    } else {
      userChains.put(chain.name(), chain);
      created.add(chain);
    }
  }

  void remove(Chain chain) {
    byName.remove(chain.name());
    if (chain.isBase()) {
      baseChains.remove(chain.hook());
    } else {
      userChains.remove(chain.name());
      created.remove(chain);
    }
  }

  /** Puts a removed user chain back in its place. */
  void restore(Chain chain, int creationIndex) {
    byName.put(chain.name(), chain);
    userChains.put(chain.name(), chain);
    created.add(creationIndex, chain);
  }

  int creationIndex(Chain chain) {
    return created.indexOf(chain);
  }

  /** Gives a user chain another name, also in the rules that lead to it. */
  void rename(Chain chain, String newName) {
    byName.remove(chain.name());
    userChains.remove(chain.name());
    chain.rename(newName);
    byName.put(newName, chain);
    userChains.put(newName, chain);
    for (Chain other : byName.values()) {
      other.rules().forEach(ChainRule::renamed);
    }
  }
}
