package org.dvrsim.agent;

/**
 * A full synchronisation that the server's failure cut short; it is to be done again.
 *
 * <p>Models: neutron_lib/exceptions/l3.py:AbortSyncRouters
 */
final class AbortSyncRouters extends AgentError {
  private static final long serialVersionUID = 1L;

  AbortSyncRouters() {
    super("Aborting periodic_sync_routers_task due to an error.");
  }
}
