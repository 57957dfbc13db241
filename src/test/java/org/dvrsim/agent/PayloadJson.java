package org.dvrsim.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes payload records as the server sends them; {@link PayloadReader} reads them back. */
public final class PayloadJson {
  private PayloadJson() {}

  /** Returns a router as sync_routers has it. */
  public static ObjectNode router(NeutronRouter router) {
    ObjectNode node = object();
    node.put("id", router.id()).put("name", router.name());
    node.put("distributed", router.distributed()).put("admin_state_up", router.adminStateUp());
    node.put("ha", router.ha()).put("enable_snat", router.enableSnat());
    if (router.gwPort().isPresent()) {
      node.set("gw_port", port(router.gwPort().get()));
      node.put("gw_port_id", router.gwPort().get().id());
    } else {
      node.putNull("gw_port").putNull("gw_port_id");
    }
    node.put("gw_port_host", router.gwPortHost().orElse(null));
    ArrayNode external = JsonNodeFactory.instance.arrayNode();
    router.gwPort().ifPresent(gateway -> list(external, gateway.fixedIps(), PayloadJson::fixedIp));
    if (router.externalGatewayInfo().isPresent()) {
      ExternalGatewayInfo info = router.externalGatewayInfo().get();
      ObjectNode written = node.putObject("external_gateway_info");
      written.put("network_id", info.networkId().orElse(null));
      written.put("enable_snat", info.enableSnat()).set("external_fixed_ips", external);
    } else {
      node.putNull("external_gateway_info");
    }
    list(
        node.putArray("routes"),
        router.routes(),
        (route, to) ->
            to.put("destination", route.destination().toString())
                .put("nexthop", route.nexthop().toString()));
    ports(node.putArray("_interfaces"), router.interfaces());
    ports(node.putArray("_snat_router_interfaces"), router.snatRouterInterfaces());
    list(node.putArray("_floatingips"), router.floatingIps(), PayloadJson::floatingIp);
    ports(node.putArray("_floatingip_agent_interfaces"), router.floatingIpAgentInterfaces());
    return node;
  }

  /** Returns a port. */
  public static ObjectNode port(NeutronPort port) {
    ObjectNode node = object();
    node.put("id", port.id()).put("network_id", port.networkId());
    node.put("mac_address", port.macAddress().toString());
    port.mtu().ifPresent(mtu -> node.put("mtu", mtu));
    node.put("admin_state_up", port.adminStateUp()).put("device_owner", port.deviceOwner());
    node.put("device_id", port.deviceId().orElse(""));
    node.put("binding:host_id", port.bindingHostId().orElse(""));
    node.put("binding:vif_type", port.bindingVifType().orElse("ovs"));
    list(node.putArray("fixed_ips"), port.fixedIps(), PayloadJson::fixedIp);
    list(node.putArray("subnets"), port.subnets(), PayloadJson::subnet);
    list(
        node.putArray("extra_subnets"),
        port.extraSubnets(),
        (cidr, to) -> to.put("cidr", cidr.toString()));
    node.putObject("address_scopes")
        .put("4", port.addressScopes().v4().orElse(null))
        .put("6", port.addressScopes().v6().orElse(null));
    list(
        node.putArray("allowed_address_pairs"),
        port.allowedAddressPairs(),
        (pair, to) ->
            to.put("ip_address", pair.ipAddress().toString())
                .put("mac_address", pair.macAddress().toString()));
    return node;
  }

  /** Returns the {@code arp_table} of a message. */
  public static ObjectNode arpTable(ArpTableEntry entry) {
    return object()
        .put("ip_address", entry.ipAddress().toString())
        .put("mac_address", entry.macAddress().toString())
        .put("subnet_id", entry.subnetId());
  }

  /** Adds {@code ports} to {@code to}. */
  public static void ports(ArrayNode to, List<NeutronPort> ports) {
    ports.forEach(port -> to.add(port(port)));
  }

  private static void fixedIp(FixedIp ip, ObjectNode to) {
    to.put("ip_address", ip.ipAddress().toString()).put("prefixlen", ip.prefixLength());
    to.put("subnet_id", ip.subnetId());
  }

  private static void subnet(NeutronSubnet subnet, ObjectNode to) {
    to.put("id", subnet.id()).put("cidr", subnet.cidr().toString());
    to.put("gateway_ip", text(subnet.gatewayIp())).putArray("dns_nameservers");
    to.put("ipv6_ra_mode", subnet.ipv6RaMode().orElse(null));
    to.put("ipv6_address_mode", subnet.ipv6AddressMode().orElse(null));
    to.putNull("subnetpool_id");
  }

  private static void floatingIp(FloatingIp fip, ObjectNode to) {
    to.put("id", fip.id()).put("floating_ip_address", fip.floatingIpAddress().toString());
    to.put("fixed_ip_address", fip.fixedIpAddress().toString()).put("port_id", fip.portId());
    to.put("status", fip.status());
    to.put("floating_network_id", fip.floatingNetworkId().orElse(null));
    to.put("router_id", fip.routerId().orElse(null)).put("host", fip.host().orElse(null));
    fip.destHost().ifPresent(host -> to.put("dest_host", host));
    if (fip.dvrSnatBound()) {
      to.put("dvr_snat_bound", true);
    }
    to.put("fixed_ip_address_scope", fip.fixedIpAddressScope().orElse(null));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  private static <T> void list(ArrayNode to, List<T> values, BiConsumer<T, ObjectNode> write) {
    values.forEach(value -> write.accept(value, to.addObject()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
