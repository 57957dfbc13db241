package org.dvrsim.cluster;

import java.util.Optional;
import org.dvrsim.agent.NeutronPort;

/**
 * What agents were told about a port, so that they are told the same object again as long as
 * nothing about it changes.
 *
 * @param told what they were told
 * @param host to which the port was said to be bound
 * @param portChanges how often the port had changed by then
 * @param networkChanges how often its network had
 */
record PortPayload(NeutronPort told, Optional<String> host, long portChanges, long networkChanges) {
  /** Tells whether {@code port}, said to be bound to {@code host}, is still as it was. */
  boolean isOf(Port port, Optional<String> host) {
    return portChanges == port.changes()
        && networkChanges == port.network().changes()
        && this.host.equals(host);
  }
}
