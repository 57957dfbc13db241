package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.ArpTableEntry;
import org.dvrsim.agent.ServerHabit;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpAddress;

/**
 * The neighbour entries that agents are told of a port: its fixed IPs, then its allowed address
 * pairs.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:_DVRAgentInterfaceMixin._get_allowed_address_pair_fixed_ips,
 * update_arp_entry_for_dvr_service_port, _generate_arp_table_and_notify_agent
 */
final class NeighbourEntries {
  private final NeutronDb db;
  private final boolean tellsStates;

  NeighbourEntries(NeutronDb db, Set<ServerHabit> habits) {
    this.db = db;
    this.tellsStates = habits.contains(ServerHabit.STATES_OF_NEIGHBOURS);
  }

  /** Returns each entry of a port with the routers that have an interface on its subnet. */
  Map<ArpTableEntry, List<Router>> of(Port port) {
    Map<ArpTableEntry, List<Router>> entries = new LinkedHashMap<>();
    for (PortAddress ip : port.fixedIps()) {
      put(entries, port, ip.subnet(), ip.address(), NudState.PERMANENT);
    }
    for (IpAddress address : port.addressPairs()) {
      for (Subnet subnet : port.network().subnets()) {
        if (subnet.cidr().contains(address)) {
          put(entries, port, subnet, address, NudState.REACHABLE);
        }
      }
    }
    return entries;
  }

  private void put(
      Map<ArpTableEntry, List<Router>> entries,
      Port port,
      Subnet subnet,
      IpAddress address,
      NudState state) {
    List<Router> routers = new ArrayList<>();
    for (Router router : db.routers()) {
      if (router.isOn(subnet)) {
        routers.add(router);
      }
    }
    Optional<NudState> told = tellsStates ? Optional.of(state) : Optional.empty();
    entries.put(new ArpTableEntry(address, port.mac(), subnet.id(), told), routers);
  }
}
