/**
 * The L3 agent in its DVR modes: what Neutron's agent does to a host when the server tells it about
 * routers.
 *
 * <p>Models Neutron 26.0.3 (OpenStack 2025.1), directories neutron/agent/l3, neutron/agent/linux
 * and neutron/agent/common. Classes and methods carry Neutron's names in camelCase so that the two
 * can be read side by side. A host is changed only through {@link org.dvrsim.ops.Op}s and read
 * through queries where the real agent lists and checks.
 *
 * <p>Entry types: the payload records {@link org.dvrsim.agent.NeutronRouter} and {@link
 * org.dvrsim.agent.NeutronPort} with their reader {@link org.dvrsim.agent.PayloadReader}.
 *
 * <p>Left out, and refused with {@link org.dvrsim.base.NotModelledException} where a payload asks
 * for it: HA routers, port forwarding, QoS.
 */
package org.dvrsim.agent;
