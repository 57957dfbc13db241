package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;

/**
 * A router's {@code qg-} device on the external network: plugged, with its addresses and default
 * routes, in the namespace that its caller names.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo, the methods with external_gateway in their
 * names
 */
class RouterGateway {
  final RouterInfo router;

  RouterGateway(RouterInfo router) {
    this.router = router;
  }

  /**
   * Follows the payload's gateway port: added, changed, removed, or (neither before nor now) swept
   * of what an earlier gateway may have left.
   *
   * <p>Models: _process_external_gateway
   */
  void processExternalGateway(Optional<NeutronPort> exGwPort) {
    Optional<NeutronPort> known = router.exGwPort();
    Optional<IfName> interfaceName =
        exGwPort.or(() -> known).map(port -> router.getExternalDeviceName(port.id()));
    if (exGwPort.isPresent()) {
      follow(known, exGwPort.get(), interfaceName.get());
    } else if (known.isPresent()) {
      router.externalGatewayRemoved(known.get(), interfaceName.get());
    } else {
      for (NeutronPort port : router.internalPorts()) {
        interfaceName = Optional.of(router.getInternalDeviceName(port.id()));
        router.gatewayRedirectCleanup(interfaceName.get());
      }
    }
    router.deleteStaleExternalDevices(interfaceName);
    router.handleRouterSnatRules(router.getExGwPort(), interfaceName);
  }

  /** Follows a gateway port that is there: added, changed or as it was. */
  void follow(Optional<NeutronPort> known, NeutronPort exGwPort, IfName interfaceName) {
    if (known.isEmpty()) {
      router.externalGatewayAdded(exGwPort, interfaceName);
    } else if (!exGwPort.equals(known.get())) {
      router.externalGatewayUpdated(exGwPort, interfaceName);
    }
  }

  /**
   * Plugs and configures the device, or configures anew the one that is there.
   *
   * @param preserveIps addresses that stay on the device although the port does not have them
   *     <p>Models: _external_gateway_added
   */
  void externalGatewayAdded(
      NeutronPort exGwPort, IfName interfaceName, NetnsName netns, List<IpPrefix> preserveIps) {
    router.driver.plug(
        exGwPort.networkId(),
        exGwPort.id(),
        interfaceName,
        exGwPort.macAddress(),
        netns,
        exGwPort.mtu());
    List<IpInterface> ipCidrs = RouterInfo.fixedIpCidrs(exGwPort.fixedIps());
    List<IpAddress> gatewayIps = getExternalGwIps(exGwPort);
    addRouteToGw(exGwPort, interfaceName, netns);
    router.driver.initRouterPort(
        interfaceName, ipCidrs, netns, preserveIps, exGwPort.extraSubnets(), true);
    replaceGateways(router.ipLib.device(interfaceName, netns), gatewayIps);
    configureIpv6ParamsOnGw(exGwPort, netns, interfaceName);
    for (FixedIp fixedIp : exGwPort.fixedIps()) {
      router.ipLib.sendIpAddrAdvNotif(netns, interfaceName, fixedIp.ipAddress());
    }
  }

  /** Models: _get_external_gw_ips */
  private List<IpAddress> getExternalGwIps(NeutronPort exGwPort) {
    List<IpAddress> gatewayIps = new ArrayList<>();
    for (NeutronSubnet subnet : exGwPort.subnetsOrNone()) {
      subnet.gatewayIp().ifPresent(gatewayIps::add);
    }
    if (router.useIpv6 && !isV6GatewaySet(gatewayIps)) {
      router.agentConf.ipv6Gateway().ifPresent(gatewayIps::add);
    }
    return gatewayIps;
  }

  private static boolean isV6GatewaySet(List<IpAddress> gatewayIps) {
    for (IpAddress gateway : gatewayIps) {
      if (!gateway.isV4()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes gateways outside their subnet reachable on the link.
   *
   * <p>Defect: the gateway is to be spared when on-link routes are swept right after, but is noted
   * as an address while routes are compared as prefixes; the route is deleted again, and adding the
   * default route fails with ENETUNREACH.
   *
   * <p>Models: _add_route_to_gw
   */
  void addRouteToGw(NeutronPort exGwPort, IfName device, NetnsName netns) {
    for (NeutronSubnet subnet : exGwPort.subnetsOrNone()) {
      if (subnet.gatewayIp().isPresent()
          && !checkSubnetIp(subnet.cidr(), subnet.gatewayIp().get())) {
        router.ipLib.device(device, netns).route().addLinkRoute(subnet.gatewayIp().get());
      }
    }
  }

  /**
   * Tells whether {@code address} can be a gateway's in {@code cidr}: within it and, for IPv4,
   * neither its first nor its broadcast address, which networks shorter than two hosts have not.
   *
   * <p>Models: neutron/ipam/utils.py:check_subnet_ip
   */
  static boolean checkSubnetIp(IpPrefix cidr, IpAddress address) {
    if (!cidr.contains(address)) {
      return false;
    }
    if (cidr.family() == IpFamily.V6) {
      return true;
    }
    boolean hasBroadcast = cidr.length() < 31;
    return !address.equals(cidr.address()) && !(hasBroadcast && address.equals(cidr.last()));
  }

  /** Replaces what default routes via gateways the device has. */
  final void replaceGateways(IpDevice device, List<IpAddress> gatewayIps) {
    PySet<IpAddress> current = new PySet<>(address -> PyHash.text(address.toString()));
    for (IpFamily family : IpFamily.values()) {
      device.route().getGateway(family).ifPresent(current::add);
    }
    PySet<IpAddress> wanted = new PySet<>(address -> PyHash.text(address.toString()));
    gatewayIps.forEach(wanted::add);
    current.minus(wanted).forEach(gone -> deleteGateway(device, gone));
    for (IpAddress gateway : gatewayIps) {
      device.route().addGateway(gateway, Optional.empty());
    }
  }

  /** Deletes a default route that is wanted no more. */
  void deleteGateway(IpDevice device, IpAddress gone) {
    device.route().deleteGateway(gone, Optional.empty());
  }

  /**
   * Takes router advertisements where no IPv6 gateway is told, and forwards.
   *
   * <p>Models: _configure_ipv6_params_on_gw, always enabled here
   */
  void configureIpv6ParamsOnGw(NeutronPort exGwPort, NetnsName netns, IfName interfaceName) {
    if (!router.useIpv6) {
      return;
    }
    boolean acceptRa = acceptsRa(exGwPort);
    router.driver.configureIpv6Ra(netns, interfaceName, acceptRa ? 2 : 0);
    router.driver.configureIpv6Forwarding(netns, interfaceName.text(), true);
    router.driver.configureIpv6Forwarding(netns, "all", true);
  }

  /** Tells whether no IPv6 gateway is told, so that advertisements are taken. */
  final boolean acceptsRa(NeutronPort exGwPort) {
    return !isV6GatewaySet(getExternalGwIps(exGwPort));
  }

  /** Unplugs {@code qg-} devices other than {@code interfaceName} from a namespace's devices. */
  void deleteStaleExternalDevices(
      List<IfName> existingDevices, Optional<IfName> interfaceName, NetnsName netns) {
    for (IfName device : existingDevices) {
      if (DeviceNames.hasPrefix(device, DeviceNames.EXTERNAL_DEV_PREFIX)
          && !Optional.of(device).equals(interfaceName)) {
        router.driver.unplug(device, netns);
      }
    }
  }
}
