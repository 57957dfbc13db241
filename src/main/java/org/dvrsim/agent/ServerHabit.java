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
   * Agents other than those in mode {@code dvr} are sent the floating IPs of instances elsewhere
   * too, with no host.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:L3_NAT_with_dvr_db_mixin._get_dvr_sync_data and
   * _should_skip_floating_ip_processed_for_given_agent before commit 32700292
   */
  FLOATING_IPS_WITHOUT_HOST,

  /**
   * Neighbour entries are sent with the state that they shall have: reachable for an allowed
   * address pair's, permanent for others.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:_DVRAgentInterfaceMixin._generate_arp_table_and_notify_agent
   * at commit fbe308bd
   */
  STATES_OF_NEIGHBOURS,

  /**
   * Agents are told of all ports on a subnet, of those too that are bound to no host, such as the
   * one that holds a load balancer's virtual address.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:
   * L3_NAT_with_dvr_db_mixin.get_ports_under_dvr_connected_subnet before commit eb775458
   */
  PORTS_BOUND_NOWHERE
}
