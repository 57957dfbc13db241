package org.dvrsim.cluster;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpAddress;

/** API calls about networks and their subnets, as far as the L3 agents hear of them. */
final class NetworkApi {
  private final ApiParts parts;

  NetworkApi(ApiParts parts) {
    this.parts = parts;
  }

  void create(String name, boolean external, int mtu, List<SubnetRequest> subnets) {
    parts.db().checkNew(ResourceKind.NETWORK, name);
    subnets.forEach(subnet -> parts.db().checkNew(ResourceKind.SUBNET, subnet.name()));
    String id = parts.ids().newId(ResourceKind.NETWORK, name);
    Network network = new Network(name, id, external, mtu, parts.db().portChanges());
    parts.db().add(network);
    for (SubnetRequest subnet : subnets) {
      String subnetId = parts.ids().newId(ResourceKind.SUBNET, subnet.name());
      parts.db().add(new Subnet(subnetId, network, subnet));
    }
  }

  void delete(Network network) {
    if (!parts
        .db()
        .ports(port -> port.network() == network && port.owner() != PortOwner.AGENT_GATEWAY)
        .isEmpty()) {
      throw new ApiRefusedException("network " + network + " is in use");
    }
    parts.agentGateways().deleteAll(network);
    parts.db().remove(network);
    if (network.isExternal()) {
      parts.notifier().deleteFipNamespaceForExtNet(network);
    }
  }

  void setMtu(Network network, int mtu) {
    network.setMtu(mtu);
    parts.notifier().networkUpdate(network);
  }

  /**
   * Gives a subnet another default gateway, or none. Routers with their own gateway on the subnet
   * are updated.
   *
   * <p>Models: neutron/db/l3_db.py:L3RpcNotifierMixin._notify_subnet_gateway_ip_update
   */
  void setGatewayIp(Subnet subnet, Optional<IpAddress> gatewayIp) {
    if (subnet.gatewayIp().equals(gatewayIp)) {
      return;
    }
    subnet.setGatewayIp(gatewayIp);
    for (Router router : parts.db().routers()) {
      if (router.gatewayPort().filter(port -> port.isOn(subnet)).isPresent()) {
        parts.notifier().routersUpdated(router);
      }
    }
  }

  /**
   * Puts the pool of a subnet into another address scope, or into none. The other subnets of its
   * network and family are of the same pool, which has no more. Routers with an address on one of
   * them are updated.
   *
   * <p>Models: neutron/db/l3_db.py:L3RpcNotifierMixin._notify_subnetpool_address_scope_update,
   * neutron/db/ipam_backend_mixin.py:IpamBackendMixin._validate_network_subnetpools
   */
  void setAddressScope(Subnet subnet, Optional<AddressScope> scope) {
    List<Subnet> pool =
        subnet.network().subnets().stream()
            .filter(other -> other.cidr().family() == subnet.cidr().family())
            .toList();
    pool.forEach(each -> each.setAddressScope(scope));
    for (Router router : parts.db().routers()) {
      if (pool.stream()
          .anyMatch(
              each ->
                  router.isOn(each)
                      || router.gatewayPort().filter(port -> port.isOn(each)).isPresent())) {
        parts.notifier().routersUpdated(router);
      }
    }
  }
}
