package org.dvrsim.agent;

/**
 * What became of a floating IP.
 *
 * <p>Models: neutron_lib/constants.py:FLOATINGIP_STATUS_*, neutron/agent/l3/router_info.py:
 * FLOATINGIP_STATUS_NOCHANGE
 */
public enum FloatingIpStatus {
  /** Configured. */
  ACTIVE,
  /** No longer served by this router. */
  DOWN,
  /** Could not be configured. */
  ERROR,
  /**
   * Python's None, which the agent sends for a floating IP that it found to be another host's.
   *
   * <p>Defect: neutron/agent/l3/dvr_local_router.py:floating_ip_added_dist returns no status then.
   */
  NONE,
  /** As the server knows it; not sent. */
  NOCHANGE
}
