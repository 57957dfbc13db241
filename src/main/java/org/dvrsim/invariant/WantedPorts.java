package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AddressScopes;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.FixedIp;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * What one router needs on one host for its ports: the interfaces, the gateway and those of the
 * centralised SNAT. It holds as long as these are the same, whatever becomes of the floating IPs.
 */
final class WantedPorts {
  private final NeutronRouter payload;
  private final boolean snatHere;
  private List<NeutronPort> ports = new ArrayList<>();
  private List<WantedDevice> devices = new ArrayList<>();
  private List<WantedDevice> snatDevices = new ArrayList<>();
  private List<WantedRedirect> redirects = new ArrayList<>();
  private List<IpPrefix> fastExits = new ArrayList<>();

  /**
   * Works out what the ports of a payload need.
   *
   * @param snatHere whether the router's SNAT is on the host
   * @param routerToFip what the router's end of its link to the fip namespace is called
   */
  WantedPorts(NeutronRouter payload, AgentMode mode, boolean snatHere, IfName routerToFip) {
    this.payload = payload;
    this.snatHere = snatHere;
    for (NeutronPort port : payload.interfaces()) {
      if (port.adminStateUp()) {
        ports.add(port);
        add(port, mode);
      }
    }
    if (payload.gwPort().isPresent() && mode != AgentMode.DVR_NO_EXTERNAL) {
      devices.add(veth(routerToFip));
    }
    if (snatHere) {
      NeutronPort gateway = payload.gwPort().orElseThrow();
      snatDevices.add(bridgePort("qg-", gateway));
      payload.snatRouterInterfaces().forEach(port -> snatDevices.add(bridgePort("sg-", port)));
    }
    ports = List.copyOf(ports);
    devices = List.copyOf(devices);
    snatDevices = List.copyOf(snatDevices);
    redirects = List.copyOf(redirects);
    fastExits = List.copyOf(fastExits);
  }

  /** Tells whether another payload of the same router calls for the same. */
  boolean isOf(NeutronRouter other, boolean otherSnatHere) {
    return snatHere == otherSnatHere
        && payload.interfaces().equals(other.interfaces())
        && payload.gwPort().equals(other.gwPort())
        && payload.snatRouterInterfaces().equals(other.snatRouterInterfaces());
  }

  /** Returns the interfaces that are to be plugged. */
  List<NeutronPort> ports() {
    return ports;
  }

  /** Returns the devices of the router's namespace. */
  List<WantedDevice> devices() {
    return devices;
  }

  /** Returns the devices of the router's snat namespace. */
  List<WantedDevice> snatDevices() {
    return snatDevices;
  }

  List<WantedRedirect> redirects() {
    return redirects;
  }

  /** Returns the subnets whose instances reach the external network without NAT. */
  List<IpPrefix> fastExits() {
    return fastExits;
  }

  private void add(NeutronPort port, AgentMode mode) {
    devices.add(bridgePort("qr-", port));
    if (payload.gwPort().isEmpty()) {
      return;
    }
    if (mode != AgentMode.DVR_NO_EXTERNAL && scopesMatch(port, payload.gwPort().get())) {
      port.subnets().forEach(subnet -> fastExits.add(subnet.cidr()));
      return;
    }
    Optional<NeutronPort> snat = snatPortFor(port);
    if (snat.isPresent()) {
      IfName device = Names.device("qr-", port.id());
      for (FixedIp ip : port.fixedIps()) {
        List<IpAddress> gateways = new ArrayList<>();
        for (FixedIp gateway : snat.get().fixedIps()) {
          if (gateway.ipAddress().family() == ip.ipAddress().family()) {
            gateways.add(gateway.ipAddress());
          }
        }
        if (!gateways.isEmpty()) {
          redirects.add(
              new WantedRedirect(ip.cidr(), Names.redirectTable(ip.cidr()), gateways, device));
        }
      }
    }
  }

  /** Models: neutron/agent/l3/dvr_router_base.py:DvrRouterBase.get_snat_port_for_internal_port */
  private Optional<NeutronPort> snatPortFor(NeutronPort port) {
    for (NeutronPort snat : payload.snatRouterInterfaces()) {
      for (FixedIp ip : snat.fixedIps()) {
        for (FixedIp own : port.fixedIps()) {
          if (own.subnetId().equals(ip.subnetId())) {
            return Optional.of(snat);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Models: neutron/agent/l3/dvr_local_router.py:DvrLocalRouter._check_if_address_scopes_match */
  private static boolean scopesMatch(NeutronPort internal, NeutronPort external) {
    for (NeutronSubnet subnet : internal.subnets()) {
      if (!subnet.cidr().address().isV4()) {
        return false;
      }
    }
    Optional<String> scope = internal.addressScopes().v4();
    AddressScopes outside = external.addressScopes();
    return scope.isPresent() && (outside.v4().equals(scope) || outside.v6().equals(scope));
  }

  /** Returns one end of the link between the router and the fip namespace. */
  WantedDevice veth(IfName name) {
    return new WantedDevice(
        name, Optional.empty(), payload.gwPort().flatMap(NeutronPort::mtu), List.of(), false);
  }

  /** Returns the device of a port of the integration bridge that the agent plugs. */
  static WantedDevice bridgePort(String prefix, NeutronPort port) {
    List<IpInterface> addresses = new ArrayList<>();
    port.fixedIps().forEach(ip -> addresses.add(ip.cidr()));
    return new WantedDevice(
        Names.device(prefix, port.id()),
        Optional.of(port.macAddress()),
        port.mtu(),
        addresses,
        true);
  }
}
