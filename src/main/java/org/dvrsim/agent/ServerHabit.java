package org.dvrsim.agent;

/**
 * What servers of earlier releases did, as far as a known bug of an agent needs it to show: without
 * it, what the agent gets wrong never comes its way.
 */
public enum ServerHabit {
  /**
   * Every agent is sent all floating IPs of a router, with the hosts of their instances.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:L3_NAT_with_dvr_db_mixin.get_sync_data in 2014.2
   */
  FLOATING_IPS_OF_ALL_HOSTS,

  /**
   * Neighbour entries are sent with the state that they shall have: reachable for an allowed
   * address pair's, permanent for others.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:_DVRAgentInterfaceMixin._generate_arp_table_and_notify_agent
   * at commit fbe308bd
   */
  STATES_OF_NEIGHBOURS
}
