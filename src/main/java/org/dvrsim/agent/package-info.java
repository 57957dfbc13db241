/**
 * The L3 agent in its DVR modes: what Neutron's agent does to a host when the server tells it about
 * routers.
 *
 * <p>Models Neutron 26.0.3 (OpenStack 2025.1), directories neutron/agent/l3, neutron/agent/linux
 * and neutron/agent/common. Classes and methods carry Neutron's names in camelCase so that the two
 * can be read side by side. A host is changed only through {@link org.dvrsim.ops.Op}s and read
 * through queries where the real agent lists and checks.
 *
 * <p>Entry types: {@link org.dvrsim.agent.L3NATAgent}, which works on a {@link
 * org.dvrsim.ops.Host}, asks its server through {@link org.dvrsim.agent.L3PluginApi} and leaves
 * free picks to an {@link org.dvrsim.agent.AllocationPolicy}; the payload records {@link
 * org.dvrsim.agent.NeutronRouter} and {@link org.dvrsim.agent.NeutronPort} with their reader {@link
 * org.dvrsim.agent.PayloadReader}; {@link org.dvrsim.agent.RecordedErrors}, which names refusals as
 * recordings do.
 *
 * <p>Inside, from the host up: {@link org.dvrsim.agent.HostAccess} is all that an agent has of its
 * host; {@link org.dvrsim.agent.IpLib}, {@link org.dvrsim.agent.IptablesManager} and {@link
 * org.dvrsim.agent.InterfaceDriver} put Neutron's libraries on top of it; routers and namespaces
 * work with those alone. Errors of the agent's own are {@link org.dvrsim.agent.AgentError}s, with
 * the real ones' relations, as handlers choose by them.
 *
 * <p>{@link org.dvrsim.agent.AgentParts} makes the parts of which an agent consists. {@link
 * org.dvrsim.agent.KnownBugs} makes other ones, with defects of other releases: classes called
 * {@code Lp...}, {@code Commit...} or {@code Suspect...}, which nothing else refers to. They are in
 * this package as they do again what some two hundred of its members do, which are nobody else's
 * concern: a package of their own would make most of the agent public.
 *
 * <p>Left out, and refused with {@link org.dvrsim.base.NotModelledException} where a payload asks
 * for it: what HA routers have beside others, port forwarding, QoS.
 */
package org.dvrsim.agent;
