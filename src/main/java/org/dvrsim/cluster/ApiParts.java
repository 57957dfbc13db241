package org.dvrsim.cluster;

import java.util.Objects;

/**
 * What the parts of the API work with.
 *
 * @param notifier what tells the agents
 */
record ApiParts(
    NeutronDb db,
    IdFactory ids,
    PortFactory ports,
    DvrScheduler scheduler,
    AgentGateways agentGateways,
    NeighbourEntries neighbours,
    L3Notifier notifier) {
  /** Checks that all are given. */
  ApiParts {
    Objects.requireNonNull(db);
    Objects.requireNonNull(ids);
    Objects.requireNonNull(ports);
    Objects.requireNonNull(scheduler);
    Objects.requireNonNull(agentGateways);
    Objects.requireNonNull(neighbours);
    Objects.requireNonNull(notifier);
  }

  /**
   * Deletes a port, which the routers on its subnets are to forget.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:_notify_port_delete, which has ARP entries deleted
   * whatever the port was for
   */
  void deletePort(Port port) {
    db.remove(port);
    delArpEntries(port);
  }

  /** Tells all agents the ARP entries of a port. */
  void addArpEntries(Port port) {
    neighbours
        .of(port)
        .forEach(
            (entry, routers) -> routers.forEach(router -> notifier.addArpEntry(router, entry)));
  }

  /** Has all agents delete the ARP entries of a port. */
  void delArpEntries(Port port) {
    neighbours
        .of(port)
        .forEach(
            (entry, routers) -> routers.forEach(router -> notifier.delArpEntry(router, entry)));
  }
}
