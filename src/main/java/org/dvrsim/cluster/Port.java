package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

/** A port of a network: where an instance, a router or a host's agent is connected. */
public final class Port {
  /** How much of a port's id is in the names of its devices. */
  private static final int DEVICE_ID_DIGITS = 11;

  private final String name;
  private final String id;
  private final Network network;
  private final PortOwner owner;
  private final String deviceId;
  private final MacAddress mac;
  private final ChangeCount all;
  private final String device;
  private final List<PortAddress> fixedIps = new ArrayList<>();
  private final List<PortAddress> view = Collections.unmodifiableList(fixedIps);
  private Optional<String> host = Optional.empty();
  private Optional<String> migratingTo = Optional.empty();
  private boolean portSecurity = true;
  private List<IpAddress> addressPairs = List.of();
  private boolean adminStateUp = true;
  private long changes;
  private Optional<PortPayload> payload = Optional.empty();

  Port(
      String name,
      String id,
      Network network,
      PortOwner owner,
      String deviceId,
      MacAddress mac,
      ChangeCount all) {
    this.name = name;
    this.id = id;
    this.network = network;
    this.owner = owner;
    this.deviceId = deviceId;
    this.mac = mac;
    this.all = all;
    String prefix = devicePrefix(owner);
    this.device = prefix.isEmpty() ? "" : prefix + id.substring(0, DEVICE_ID_DIGITS);
  }

  private static String devicePrefix(PortOwner owner) {
    return switch (owner) {
      case ROUTER_INTERFACE -> "qr-";
      case ROUTER_GATEWAY -> "qg-";
      case ROUTER_SNAT -> "sg-";
      case AGENT_GATEWAY -> "fg-";
      case COMPUTE, FLOATING_IP -> "";
    };
  }

  /** Returns a name for people; for an instance's port, the instance's. */
  public String name() {
    return name;
  }

  /** Returns the UUID. */
  public String id() {
    return id;
  }

  /**
   * Returns the name of the devices that agents make for the port; empty if they make none.
   *
   * <p>Models: neutron/agent/l3/router_info.py:BaseRouterInfo.get_internal_device_name and its kin
   */
  String device() {
    return device;
  }

  /** Returns the network that it is on. */
  public Network network() {
    return network;
  }

  /** Returns what it is for. */
  public PortOwner owner() {
    return owner;
  }

  /** Returns the id of the router, agent, instance or floating IP that it is for. */
  public String deviceId() {
    return deviceId;
  }

  /** Returns the MAC address. */
  public MacAddress mac() {
    return mac;
  }

  /** Returns the addresses in the order in which they were given; may be empty. */
  public List<PortAddress> fixedIps() {
    return view;
  }

  /** Returns the host that the port is bound to; empty if it is unbound. */
  public Optional<String> host() {
    return host;
  }

  /** Returns the host that a live migration under way leads to. */
  public Optional<String> migratingTo() {
    return migratingTo;
  }

  /** Tells whether the port is switched on. */
  public boolean isAdminStateUp() {
    return adminStateUp;
  }

  void setAdminStateUp(boolean up) {
    adminStateUp = up;
    changed();
  }

  /** Tells whether an instance may send only with the port's own addresses, as is usual. */
  public boolean isPortSecurity() {
    return portSecurity;
  }

  void setPortSecurity(boolean enabled) {
    portSecurity = enabled;
    changed();
  }

  /**
   * Returns the further addresses that an instance may use, with the port's MAC: its {@code
   * allowed_address_pairs}.
   */
  public List<IpAddress> addressPairs() {
    return addressPairs;
  }

  void setAddressPairs(List<IpAddress> addresses) {
    addressPairs = List.copyOf(addresses);
    changed();
  }

  void setHost(Optional<String> host) {
    this.host = host;
    changed();
  }

  void setMigratingTo(Optional<String> migratingTo) {
    this.migratingTo = migratingTo;
    changed();
  }

  void add(PortAddress fixedIp) {
    fixedIps.add(fixedIp);
    changed();
  }

  void remove(PortAddress fixedIp) {
    fixedIps.remove(fixedIp);
    changed();
  }

  private void changed() {
    changes++;
    all.changed();
  }

  /** Returns a number that grows whenever anything about the port changes. */
  long changes() {
    return changes;
  }

  /** Returns what agents were told about the port last. */
  Optional<PortPayload> payload() {
    return payload;
  }

  /** Keeps what agents are told about the port. */
  void setPayload(PortPayload payload) {
    this.payload = Optional.of(payload);
  }

  boolean isOn(Subnet subnet) {
    for (PortAddress ip : fixedIps) {
      if (ip.subnet() == subnet) {
        return true;
      }
    }
    return false;
  }

  boolean hasAddressOf(IpFamily family) {
    return fixedIps.stream().anyMatch(ip -> ip.address().family() == family);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
