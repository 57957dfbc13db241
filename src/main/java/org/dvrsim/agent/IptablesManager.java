package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.RestoreScript;
import org.dvrsim.netfilter.RestoreSection;
import org.dvrsim.ops.Attribution;
import org.dvrsim.ops.RestoreIptables;

/**
 * Keeps the agent's packet filter rules of one namespace and installs them.
 *
 * <p>The agent adds and removes rules in memory; {@link #apply} reads what is installed, works out
 * the difference (see {@link IptablesDiff}) and sends it as one text for each family, which takes
 * effect as a whole or not at all. Built-in chains jump to the agent's own chains of like names;
 * {@code neutron-filter-top} and {@code neutron-postrouting-bottom} are shared with other agents.
 *
 * <p>Applying again when neither the wanted nor the installed rules changed is known to send
 * nothing, so it is not worked out anew.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesManager
 */
class IptablesManager {
  /** What the agent's own chains' names begin with: the program's name, cut to 16 characters. */
  static final String BINARY_NAME = "neutron-l3-agent";

  private static final int MAX_CHAIN_LEN_WRAP = 11;
  private static final int MAX_CHAIN_LEN_NOWRAP = 28;
  private static final int XTABLES_RESOURCE_PROBLEM_CODE = 4;

  private final HostAccess host;
  private final NetnsName namespace;
  private final String lockName;
  private final boolean useIpv6;
  private final IptablesTables tables;
  private boolean applyDeferred;

  /** Keeps the rules of a floating IP namespace, in all tables. */
  IptablesManager(HostAccess host, NetnsName namespace, boolean useIpv6) {
    this(host, namespace, useIpv6, InitialTables.OF_NAMESPACE);
  }

  /** Keeps the rules of a namespace, of which the first are {@code initial}. */
  IptablesManager(HostAccess host, NetnsName namespace, boolean useIpv6, IptablesTables initial) {
    this.host = host;
    this.namespace = namespace;
    this.lockName = "iptables-" + namespace;
    this.useIpv6 = useIpv6;
    this.tables = initial.copy();
  }

  /** Returns a chain's name cut to the length it may have, so that the wrapped one fits too. */
  static String getChainName(String chain, boolean wrap) {
    int length = wrap ? MAX_CHAIN_LEN_WRAP : MAX_CHAIN_LEN_NOWRAP;
    return chain.length() <= length ? chain : chain.substring(0, length);
  }

  /** Returns the namespace whose rules are kept. */
  NetnsName namespace() {
    return namespace;
  }

  /** Tells whether IPv6 rules are installed too. */
  boolean useIpv6() {
    return useIpv6;
  }

  /**
   * Returns a table of IPv4: filter, raw, nat or mangle.
   *
   * @throws LookupFailure if the manager does not keep it
   */
  IptablesTable ipv4(String table) {
    return tables.get(IpFamily.V4, table);
  }

  /**
   * Returns a table of IPv6: filter, raw, nat or mangle.
   *
   * @throws LookupFailure if the manager does not keep it
   */
  IptablesTable ipv6(String table) {
    return tables.get(IpFamily.V6, table);
  }

  /** Returns the tables of both families. */
  IptablesTables getTables() {
    return tables;
  }

  /** Returns the rules of a wrapped chain; none if the table is not kept. */
  List<AgentIptablesRule> getChain(String table, String chain, IpFamily family) {
    IptablesTable found = tables.find(family, table);
    return found == null ? List.of() : found.chainRules(chain, true);
  }

  /** Tells whether a wrapped chain has no rules. */
  boolean isChainEmpty(String table, String chain, IpFamily family) {
    return getChain(table, chain, family).isEmpty();
  }

  /** Tells whether source NAT may pick ports at random: iptables 1.6.2 and later can. */
  boolean randomFully() {
    return true;
  }

  /**
   * Runs {@code body} with {@link #apply} put off to its end, where it happens even if {@code body}
   * failed.
   *
   * @throws IpTablesApplyException if applying failed for whatever reason; a failure of {@code
   *     body} is then lost
   */
  void deferApply(Runnable body) {
    deferApplyOn();
    try {
      body.run();
    } catch (AgentError e) {
      endDeferral();
      throw e;
    }
    endDeferral();
  }

  private void endDeferral() {
    try {
      deferApplyOff();
    } catch (IpTablesApplyException e) {
      throw e;
    } catch (AgentError e) {
      host.logException(e);
      throw new IpTablesApplyException("Failure applying iptables rules");
    }
  }

  /** Puts {@link #apply} off. */
  void deferApplyOn() {
    applyDeferred = true;
  }

  /** Ends what {@link #deferApplyOn} began, and applies. */
  void deferApplyOff() {
    applyDeferred = false;
    applySynchronized();
  }

  /**
   * Installs the rules, unless that was put off.
   *
   * @throws AgentRuntimeError if the host refused them
   */
  void apply() {
    if (!applyDeferred) {
      applySynchronized();
    }
  }

  private void applySynchronized() {
    host.doing("IptablesManager._apply_synchronized", () -> host.locked(lockName, this::applyBoth));
  }

  private void applyBoth() {
    if (apply(IpFamily.V4) && useIpv6) {
      apply(IpFamily.V6);
    }
  }

  /** Installs one family's rules; tells whether to go on, which it doesn't without a namespace. */
  private boolean apply(IpFamily family) {
    Optional<Netfilter> installed = host.netfilter(namespace, family);
    if (installed.isEmpty()) {
      // iptables-save fails; a namespace that was deleted meanwhile is nothing to fail for.
      return false;
    }
    List<TableUpdate> updates = updates(family, installed.get());
    if (!updates.isEmpty()) {
      host.attribute(attribution(updates));
      List<RestoreSection> sections = new ArrayList<>(updates.size());
      for (TableUpdate update : updates) {
        sections.add(update.section());
      }
      runRestore(family, RestoreScript.of(sections));
      for (TableUpdate update : updates) {
        update.sent();
      }
    }
    return true;
  }

  /** Returns what is to be sent for each table that is not as wanted. */
  private List<TableUpdate> updates(IpFamily family, Netfilter installed) {
    List<TableUpdate> updates = List.of();
    List<IptablesTable> all = tables.of(family);
    for (int i = 0; i < all.size(); i++) {
      IptablesTable table = all.get(i);
      if (table.isApplied(installed)) {
        continue;
      }
      TableUpdate update = TableUpdate.of(installed, table, tables.wrapName());
      if (update != null) {
        updates = updates.isEmpty() ? new ArrayList<>(4) : updates;
        updates.add(update);
      }
    }
    return updates;
  }

  private static Attribution attribution(List<TableUpdate> updates) {
    if (updates.size() == 1) {
      return updates.get(0).attribution();
    }
    List<Attribution> tables = new ArrayList<>(updates.size());
    for (TableUpdate update : updates) {
      tables.add(update.attribution());
    }
    return line -> {
      for (Attribution table : tables) {
        String method = table.methodOf(line);
        if (!method.isEmpty()) {
          return method;
        }
      }
      return "";
    };
  }

  /** Sends the text; once more with waiting for the lock if the tool ran out of something. */
  private void runRestore(IpFamily family, RestoreScript script) {
    IptablesLock lock = host.iptablesLock();
    if (lock.isUsed()) {
      doRunRestore(family, script, lock.waitSeconds());
      return;
    }
    try {
      doRunRestore(family, script, 0);
    } catch (ProcessExecutionError e) {
      if (e.returncode() != XTABLES_RESOURCE_PROBLEM_CODE) {
        throw e;
      }
      doRunRestore(family, script, lock.waitSeconds());
      lock.use();
    }
  }

  private void doRunRestore(IpFamily family, RestoreScript script, int lockWaitSeconds) {
    try {
      host.execute(new RestoreIptables(namespace, family, true, script, lockWaitSeconds));
    } catch (ErrnoException e) {
      throw new ProcessExecutionError(e.getMessage(), XTABLES_RESOURCE_PROBLEM_CODE);
    }
  }
}
