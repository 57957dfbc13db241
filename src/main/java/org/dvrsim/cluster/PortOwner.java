package org.dvrsim.cluster;

/**
 * What a port is for: {@code device_owner}.
 *
 * <p>Models: neutron_lib/constants.py
 */
public enum PortOwner {
  /** An instance's port. */
  COMPUTE("compute:nova"),
  /** A distributed router's interface, which exists on every host where the router does. */
  ROUTER_INTERFACE("network:router_interface_distributed"),
  /** A router's gateway. */
  ROUTER_GATEWAY("network:router_gateway"),
  /** Where a distributed router's centralised SNAT meets a tenant subnet. */
  ROUTER_SNAT("network:router_centralized_snat"),
  /** A floating IP's reservation of its address; plugged nowhere. */
  FLOATING_IP("network:floatingip"),
  /** A host's own address on an external network, in the fip namespace. */
  AGENT_GATEWAY("network:floatingip_agent_gateway");

  private final String text;

  PortOwner(String text) {
    this.text = text;
  }

  /** Returns Neutron's spelling. */
  @Override
  public String toString() {
    return text;
  }
}
