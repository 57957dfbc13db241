package org.dvrsim.invariant;

import java.util.List;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;

/** What the server holds to be true for one host: what its agent would be told if it asked now. */
public interface ServerTruth {
  /** Returns a number that grows whenever an answer to any other question may be a new one. */
  long version();

  /** Returns the name of the host. */
  String host();

  /** Returns the mode of the host's agent. */
  AgentMode mode();

  /**
   * Returns the payloads of all routers that the agent may be told of, in the server's order: those
   * that the host needs, and those connected with them.
   */
  List<NeutronRouter> routers();

  /**
   * Tells whether the host needs a router: because an instance here is on one of its subnets, or
   * its SNAT is here. Others come and go without anybody noticing.
   */
  boolean isNeeded(String routerId);

  /**
   * Returns a number that grows whenever {@link #portsBySubnet} may have another answer for some
   * subnet.
   */
  default long portsVersion() {
    return version();
  }

  /** Returns the ports that have an address from a subnet, as agents are told since 2020. */
  List<NeutronPort> portsBySubnet(String subnetId);

  /** Tells whether any router of the cluster has its gateway on an external network. */
  boolean isExternalNetworkUsed(String networkId);

  /** Tells whether a floating IP is there and associated with nothing. */
  boolean isFree(String floatingIpId);

  /** Returns what agents reported last of a floating IP; empty text if it does not exist. */
  String floatingIpStatus(String floatingIpId);

  /** Tells whether it is this host's agent that reported last of a floating IP. */
  boolean isStatusFromHere(String floatingIpId);
}
