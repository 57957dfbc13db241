package org.dvrsim.cluster;

/**
 * Deletes ports, which the routers on their subnets are to forget.
 *
 * <p>Models: neutron/db/l3_dvrscheduler_db.py:_notify_port_delete, which has ARP entries deleted
 * whatever the port was for
 */
final class PortDeletion {
  private final NeutronDb db;
  private final DvrScheduler scheduler;
  private final L3Notifier notifier;

  PortDeletion(NeutronDb db, DvrScheduler scheduler, L3Notifier notifier) {
    this.db = db;
    this.scheduler = scheduler;
    this.notifier = notifier;
  }

  void delete(Port port) {
    db.remove(port);
    scheduler
        .arpEntries(port)
        .forEach(
            (entry, routers) -> routers.forEach(router -> notifier.delArpEntry(router, entry)));
  }
}
