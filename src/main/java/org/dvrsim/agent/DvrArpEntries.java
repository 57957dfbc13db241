package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;

/**
 * The permanent neighbour entries of a distributed router, which cannot learn them: its addresses
 * are on every host. Entries for a device that is not there yet wait in a set.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter, the methods with arp in their
 * names
 */
class DvrArpEntries {
  /** neutron_lib/constants.py:ROUTER_INTERFACE_OWNERS: ports that get no entry. */
  private static final Set<String> ROUTER_INTERFACE_OWNERS =
      Set.of(
          "network:router_interface",
          "network:ha_router_replicated_interface",
          "network:router_interface_distributed");

  final DvrLocalRouter router;
  private final PySet<ArpEntry> pendingArpSet = new PySet<>(ArpEntry::hash);

  DvrArpEntries(DvrLocalRouter router) {
    this.router = router;
  }

  /** What is done with an entry. */
  enum Operation {
    /** Set it. */
    ADD("add"),
    /** Delete it. */
    DELETE("delete");

    private final String text;

    Operation(String text) {
      this.text = text;
    }
  }

  /** An entry that waits for its device. */
  private record ArpEntry(IpAddress ip, MacAddress mac, String subnetId, Operation operation) {
    long hash() {
      return PyHash.tuple(
          List.of(
              PyHash.text(ip.toString()),
              PyHash.text(mac.toString()),
              PyHash.text(subnetId),
              PyHash.text(operation.text)));
    }
  }

  /** Returns the device of the internal port on a subnet, whether it exists or not. */
  Optional<IpDevice> getArpRelatedDev(String subnetId) {
    return getInternalPort(subnetId)
        .map(port -> router.ipLib.device(router.getInternalDeviceName(port.id()), router.nsName));
  }

  private Optional<NeutronPort> getInternalPort(String subnetId) {
    for (NeutronPort port : router.router().interfaces()) {
      for (FixedIp fixedIp : port.fixedIps()) {
        if (fixedIp.subnetId().equals(subnetId)) {
          return Optional.of(port);
        }
      }
    }
    return Optional.empty();
  }

  /** Sets or deletes one entry, as the server asks for. */
  final void updateArpEntry(ArpTableEntry entry, Operation operation) {
    Host.Doing scope = router.agent.doing("DvrLocalRouter._update_arp_entry");
    try (scope) {
      updateArpEntry(
          entry.ipAddress(),
          entry.macAddress(),
          entry.subnetId(),
          operation,
          stateOf(entry),
          target(entry.subnetId()));
    }
  }

  /** Returns the state of an entry that the server asks for. */
  NudState stateOf(ArpTableEntry entry) {
    return NudState.PERMANENT;
  }

  private Target target(String subnetId) {
    Optional<IpDevice> device = getArpRelatedDev(subnetId);
    return new Target(device, device.isPresent() && device.get().exists());
  }

  /** Where the entries of a subnet go, and whether that was there when it was looked for. */
  record Target(Optional<IpDevice> device, boolean exists) {}

  /** Tells whether it was done; what was not is kept for later if it is an addition. */
  private boolean updateArpEntry(
      IpAddress ip,
      MacAddress mac,
      String subnetId,
      Operation operation,
      NudState state,
      Target target) {
    try {
      if (target.exists()) {
        IpDevice device = target.device().get();
        if (operation == Operation.ADD) {
          device.neigh().add(ip, mac, state);
        } else {
          device.neigh().delete(ip, mac);
        }
        return true;
      }
      if (operation == Operation.ADD) {
        pendingArpSet.add(new ArpEntry(ip, mac, subnetId, operation));
      }
      return false;
    } catch (AgentError e) {
      router.log(e);
      throw e;
    }
  }

  /** Sets the entries of all ports on a subnet, which the server is asked for. */
  void setSubnetArpInfo(NeutronSubnet subnet) {
    router
        .agent
        .hostAccess()
        .doing("DvrLocalRouter._set_subnet_arp_info", () -> setSubnetArpInfoNow(subnet));
  }

  /**
   * Tells whether ports of an owner get no entry.
   *
   * <p>Models: neutron/common/utils.py:get_dvr_allowed_address_pair_device_owners, which names none
   */
  boolean isIgnored(String deviceOwner) {
    return ROUTER_INTERFACE_OWNERS.contains(deviceOwner);
  }

  private void setSubnetArpInfoNow(NeutronSubnet subnet) {
    List<NeutronPort> subnetPorts = router.agent.pluginRpc().getPortsBySubnet(subnet.id());
    Target target = target(subnet.id());
    for (NeutronPort port : subnetPorts) {
      if (!isIgnored(port.deviceOwner())) {
        addFixedIps(port, subnet.id(), target);
        addAllowedAddressPairs(port, subnet, target);
      }
    }
    addSnatPorts(subnet, target);
    processArpCacheForInternalPort(subnet.id());
  }

  /** Adds the SNAT port, which may not be bound yet and then is not in the server's answer. */
  void addSnatPorts(NeutronSubnet subnet, Target target) {
    for (NeutronPort port : router.getSnatInterfaces()) {
      addFixedIps(port, subnet.id(), target);
    }
  }

  /** Tells whether an address gets an entry on the device of a subnet. */
  boolean isOn(FixedIp fixedIp, String subnetId) {
    return fixedIp.subnetId().equals(subnetId);
  }

  private void addFixedIps(NeutronPort port, String subnetId, Target target) {
    for (FixedIp fixedIp : port.fixedIps()) {
      if (isOn(fixedIp, subnetId)) {
        addPermanent(fixedIp.ipAddress(), port.macAddress(), subnetId, target);
      }
    }
  }

  private void addPermanent(IpAddress ip, MacAddress mac, String subnetId, Target target) {
    updateArpEntry(ip, mac, subnetId, Operation.ADD, NudState.PERMANENT, target);
  }

  void addAllowedAddressPairs(NeutronPort port, NeutronSubnet subnet, Target target) {
    IpFamily family = subnet.cidr().family();
    for (AllowedAddressPair pair : port.allowedAddressPairs()) {
      if (pair.isHost() && pair.ipAddress().family() == family) {
        addPermanent(pair.ipAddress().address(), pair.macAddress(), subnet.id(), target);
      }
    }
  }

  /** Tells the SNAT ports' addresses to the devices of their subnets. */
  void addSnatPorts() {
    for (NeutronPort port : router.getSnatInterfaces()) {
      for (FixedIp fixedIp : port.fixedIps()) {
        updateArpEntry(
            new ArpTableEntry(fixedIp.ipAddress(), port.macAddress(), fixedIp.subnetId()),
            Operation.ADD);
      }
    }
  }

  /** Models: _process_arp_cache_for_internal_port */
  private void processArpCacheForInternalPort(String subnetId) {
    PySet<ArpEntry> done = new PySet<>(ArpEntry::hash);
    Target target = target(subnetId);
    for (ArpEntry entry : pendingArpSet.toList()) {
      if (entry.subnetId().equals(subnetId) && isUpdated(entry, target)) {
        done.add(entry);
      }
    }
    pendingArpSet.removeAll(done);
  }

  private boolean isUpdated(ArpEntry entry, Target target) {
    try {
      return updateArpEntry(
          entry.ip(), entry.mac(), entry.subnetId(), entry.operation(), NudState.PERMANENT, target);
    } catch (AgentError e) {
      return false;
    }
  }
}
