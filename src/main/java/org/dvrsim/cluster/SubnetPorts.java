package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.agent.NeutronPort;

/**
 * The ports of each subnet, as agents are told of them. What was told of a subnet is kept until
 * some port or network changes.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:
 * L3_NAT_with_dvr_db_mixin.get_ports_under_dvr_connected_subnet, which leaves out unbound ports
 * unless it is an earlier one.
 */
final class SubnetPorts {
  private final NeutronDb db;
  private final RouterPayloads payloads;
  private final boolean unboundToo;
  private final Remembered<String, List<NeutronPort>> told;

  /** What was told of each subnet last: most changes are of other subnets' ports. */
  private final Map<String, List<NeutronPort>> toldLast = new HashMap<>();

  SubnetPorts(NeutronDb db, RouterPayloads payloads, boolean unboundToo) {
    this.db = db;
    this.payloads = payloads;
    this.unboundToo = unboundToo;
    this.told = new Remembered<>(db.portChanges(), this::find);
  }

  /**
   * Returns the ports with an address from a subnet; none if there is no such subnet. It is the
   * same object as long as nothing else is to be told.
   */
  List<NeutronPort> of(String subnetId) {
    return told.of(subnetId);
  }

  private List<NeutronPort> find(String subnetId) {
    Optional<Subnet> subnet = db.findSubnetById(subnetId);
    if (subnet.isEmpty()) {
      return List.of();
    }
    List<NeutronPort> found = new ArrayList<>();
    for (Port port : db.portsOn(subnet.get().network())) {
      if (port.isOn(subnet.get())
          && (unboundToo
              || port.host().isPresent()
              || port.owner() == PortOwner.ROUTER_INTERFACE)) {
        found.add(payloads.port(port, port.host()));
      }
    }
    List<NeutronPort> last = toldLast.get(subnetId);
    if (last == null || !last.equals(found)) {
      last = Collections.unmodifiableList(found);
      toldLast.put(subnetId, last);
    }
    return last;
  }
}
