/**
 * A cluster as the Neutron API shows it, and the server's part in it: hosts, networks, routers,
 * instances, floating IPs, and what each L3 agent is told when somebody calls the API.
 *
 * <p>Models Neutron 26.0.3 (OpenStack 2025.1): neutron/db/l3_db.py, l3_dvr_db.py,
 * l3_dvrscheduler_db.py, l3_agentschedulers_db.py and the RPC between server and agents. Resources
 * have names that people use; ids and MACs are derived from them.
 *
 * <p>Entry types: {@link org.dvrsim.cluster.Cluster}, which runs it all and delivers the messages;
 * {@link org.dvrsim.cluster.NeutronServer}, the API and the answers to agents; {@link
 * org.dvrsim.cluster.ComputeHost}, a host with its agent; {@link org.dvrsim.cluster.NameBook},
 * which translates between names that people use and exact ones; {@link org.dvrsim.cluster.Fabric},
 * the networks between hosts.
 *
 * <p>Left out: projects and quotas, legacy routers, what HA routers have beside others, DHCP and
 * load balancer ports (which also bring a router to a host), port forwarding, segments. Where
 * Neutron picks at random or from a set, the oldest or lowest is picked. A port in live migration
 * has its inactive binding on the destination from the start of the migration to its end.
 */
package org.dvrsim.cluster;
