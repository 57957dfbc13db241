package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dvrsim.net.IpFamily;

/**
 * The packet filter of one network namespace and one address family. At first there is no table;
 * each is made with the first command that needs it, and so is each base chain.
 *
 * <p>Models: net/netfilter/nf_tables_api.c as iptables' nf_tables back end uses it
 */
public final class Netfilter {
  private final IpFamily family;
  private final Map<TableName, Table> tables = new EnumMap<>(TableName.class);
  private final Collection<Table> view = Collections.unmodifiableCollection(tables.values());
  private final List<NetfilterListener> listeners = new ArrayList<>();
  private final RuleCache cache;
  private final long[] tableVersions = new long[TableName.COUNT];
  private long version;

  /** Makes a packet filter without tables. */
  public Netfilter(IpFamily family) {
    this(family, new RuleCache(family));
  }

  /** Makes a packet filter that shares parsed rules with others of the same family. */
  public Netfilter(IpFamily family, RuleCache cache) {
    this.family = Objects.requireNonNull(family);
    this.cache = Objects.requireNonNull(cache);
    if (cache.family() != family) {
      throw new IllegalArgumentException("a cache of rules of " + cache.family());
    }
  }

  /** Returns the address family. */
  public IpFamily family() {
    return family;
  }

  /** Returns the tables that exist, in the order in which iptables-save prints them; a view. */
  public Collection<Table> tables() {
    return view;
  }

  /** Returns a table, null if it doesn't exist. */
  public Table tableOrNull(TableName name) {
    return tables.get(name);
  }

  /** Returns a number that grows with each change of a table, chain, rule or policy. */
  public long version() {
    return version;
  }

  /** Returns a number that grows with each change of one table. */
  @SuppressWarnings("EnumOrdinal") // asked for with every packet and every restore
  public long version(TableName name) {
    return tableVersions[place(name)];
  }

  /** Nothing but an array's order hangs on a table's number. */
  @SuppressWarnings("EnumOrdinal")
  private static int place(TableName name) {
    return name.ordinal();
  }

  /** Has {@code listener} told about changes from now on. */
  public void addListener(NetfilterListener listener) {
    listeners.add(Objects.requireNonNull(listener));
  }

  /**
   * Does what iptables-restore does with {@code text}, table by table: each takes effect at its
   * COMMIT, wholly or not at all.
   *
   * @param noFlush {@code -n}: a table keeps what it holds
   * @throws IptablesException if something is refused; the table at hand and those after it are
   *     unchanged
   */
  public void restore(String text, boolean noFlush) {
    RestoreInput.Options options = new RestoreInput.Options(noFlush, false, false, 0, null);
    new RestoreInput(this, options, new StringBuilder(), 0).run(RestoreScript.of(text));
  }

  /**
   * Returns one table's lines of iptables-save: chains with policies and counters, then rules.
   * Without comments, the line with the table's name, and COMMIT. Empty if the table doesn't exist.
   */
  public List<String> save(TableName name) {
    Table table = tables.get(name);
    List<String> lines = new ArrayList<>();
    if (table != null) {
      SaveText.table(name, table, false, lines);
    }
    return lines;
  }

  /** Returns {@link #save(TableName)} for each table that exists, in order. */
  public Map<TableName, List<String>> saveLines() {
    Map<TableName, List<String>> all = new LinkedHashMap<>();
    for (TableName name : tables.keySet()) {
      all.put(name, save(name));
    }
    return all;
  }

  /** Returns what was parsed before, here and elsewhere. */
  public RuleCache cache() {
    return cache;
  }

  void put(TableName name, Table table) {
    if (table == null) {
      tables.remove(name);
    } else {
      tables.put(name, table);
    }
  }

  /** Does all steps or none; see {@link Batch#run}. */
  void execute(TableName table, List<TableCommand> commands, StringBuilder stdout) {
    if (new Batch(this, table, stdout).run(commands)) {
      Table now = tables.get(table);
      if (now != null) {
        now.changed();
      }
      changed(table);
    }
  }

  /** Does all steps or none, or makes at once the table that came of them before. */
  void execute(ParsedRestore.Commit commit, StringBuilder stdout) {
    TableName name = commit.table();
    if (tables.get(name) != null) {
      execute(name, commit.commands(), stdout);
    } else if (commit.template() != null) {
      tables.put(name, commit.template().make());
      changed(name);
    } else {
      execute(name, commit.commands(), stdout);
      Table made = tables.get(name);
      if (made != null) {
        commit.made(made);
      }
    }
  }

  @SuppressWarnings("EnumOrdinal")
  private void changed(TableName table) {
    version++;
    tableVersions[place(table)]++;
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).changed(this, table);
    }
  }
}
