package org.dvrsim.agent;

/**
 * Whether an agent has found that iptables-restore must wait for the lock that other iptables tools
 * may hold. All managers of one agent share it.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesManager.use_table_lock,
 * xlock_wait_time
 */
final class IptablesLock {
  private static final int REPORT_INTERVAL_SECONDS = 30;

  private boolean used;

  /** Tells whether waiting helped once. */
  boolean isUsed() {
    return used;
  }

  /** Notes that waiting helped. */
  void use() {
    used = true;
  }

  /** Returns how long to wait: a third of the interval at which the agent reports its state. */
  int waitSeconds() {
    return REPORT_INTERVAL_SECONDS / 3;
  }
}
