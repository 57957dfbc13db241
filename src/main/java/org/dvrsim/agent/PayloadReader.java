package org.dvrsim.agent;

import java.util.Map;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;

/**
 * Reads payload records from trees of maps, lists, texts, numbers and truth values, as JSON and
 * YAML parsers give them.
 *
 * <p>Keys that the DVR agent does not read are passed over. What it would read and we do not model
 * is refused: HA routers, port forwarding, QoS.
 */
public final class PayloadReader {

  private PayloadReader() {}

  /**
   * Reads a router as the server's sync_routers sends it.
   *
   * @throws IllegalArgumentException naming the path of what is missing or malformed
   * @throws NotModelledException for an HA router that is more than distributed here, port
   *     forwardings or a QoS policy
   */
  public static NeutronRouter router(Map<String, ?> payload) {
    PayloadMap map = PayloadMap.of("router", payload);
    String id = map.text("id");
    boolean distributed = map.bool("distributed", false);
    boolean ha = map.bool("ha", false);
    if (ha && (!distributed || map.hasAny("_ha_interface"))) {
      throw new NotModelledException("HA router " + id);
    }
    if (map.hasAny("_pf_floatingips")) {
      throw new NotModelledException("port forwarding of router " + id);
    }
    return new NeutronRouter(
        id,
        map.textOrEmpty("name"),
        distributed,
        ha,
        map.bool("admin_state_up", true),
        map.bool("enable_snat", true),
        map.optionalMap("gw_port").map(PayloadReader::port),
        map.optionalText("gw_port_host"),
        map.optionalMap("external_gateway_info").map(PayloadReader::externalGatewayInfo),
        map.list("routes", PayloadReader::extraRoute),
        map.list("_interfaces", PayloadReader::port),
        map.list("_snat_router_interfaces", PayloadReader::port),
        map.list("_floatingips", PayloadReader::floatingIp),
        map.list("_floatingip_agent_interfaces", PayloadReader::port));
  }

  /**
   * Reads a port, as in the server's answers to get_ports_by_subnet and get_agent_gateway_port.
   *
   * @throws IllegalArgumentException naming the path of what is missing or malformed
   */
  public static NeutronPort port(Map<String, ?> payload) {
    return port(PayloadMap.of("port", payload));
  }

  /**
   * Reads the {@code arp_table} of add_arp_entry and del_arp_entry.
   *
   * @throws IllegalArgumentException naming the path of what is missing or malformed
   */
  public static ArpTableEntry arpTableEntry(Map<String, ?> payload) {
    PayloadMap map = PayloadMap.of("arp_table", payload);
    return new ArpTableEntry(
        map.parsed("ip_address", IpAddress::parse),
        map.parsed("mac_address", MacAddress::parse),
        map.text("subnet_id"));
  }

  private static NeutronPort port(PayloadMap map) {
    NeutronPort.Builder port =
        NeutronPort.builder(map.text("id"), map.parsed("mac_address", MacAddress::parse));
    if (map.has("subnets")) {
      port.subnets(map.list("subnets", PayloadReader::subnet));
    }
    return port.networkId(map.textOrEmpty("network_id"))
        .mtu(map.optionalInt("mtu"))
        .adminStateUp(map.bool("admin_state_up", true))
        .deviceOwner(map.textOrEmpty("device_owner"))
        .deviceId(map.optionalText("device_id"))
        .bindingHostId(map.optionalText("binding:host_id"))
        .bindingVifType(map.optionalText("binding:vif_type"))
        .fixedIps(map.list("fixed_ips", PayloadReader::fixedIp))
        .extraSubnets(map.list("extra_subnets", subnet -> subnet.parsed("cidr", IpPrefix::parse)))
        .addressScopes(
            map.optionalMap("address_scopes")
                .map(PayloadReader::addressScopes)
                .orElse(AddressScopes.NONE))
        .allowedAddressPairs(map.list("allowed_address_pairs", PayloadReader::allowedAddressPair))
        .build();
  }

  private static FixedIp fixedIp(PayloadMap map) {
    IpAddress address = map.parsed("ip_address", IpAddress::parse);
    int length = map.optionalInt("prefixlen").orElse(address.family().bits());
    return new FixedIp(address, length, map.textOrEmpty("subnet_id"));
  }

  private static AllowedAddressPair allowedAddressPair(PayloadMap map) {
    return new AllowedAddressPair(
        map.parsed("ip_address", IpInterface::parse), map.parsed("mac_address", MacAddress::parse));
  }

  private static NeutronSubnet subnet(PayloadMap map) {
    return new NeutronSubnet(
        map.text("id"),
        map.parsed("cidr", IpPrefix::parse),
        map.optionalParsed("gateway_ip", IpAddress::parse),
        map.optionalText("ipv6_ra_mode"),
        map.optionalText("ipv6_address_mode"));
  }

  private static AddressScopes addressScopes(PayloadMap map) {
    return new AddressScopes(map.optionalText("4"), map.optionalText("6"));
  }

  private static ExternalGatewayInfo externalGatewayInfo(PayloadMap map) {
    if (map.optionalText("qos_policy_id").isPresent()) {
      throw new NotModelledException("QoS policy of a gateway");
    }
    return new ExternalGatewayInfo(map.optionalText("network_id"), map.bool("enable_snat", true));
  }

  private static ExtraRoute extraRoute(PayloadMap map) {
    return new ExtraRoute(
        map.parsed("destination", IpPrefix::parse), map.parsed("nexthop", IpAddress::parse));
  }

  private static FloatingIp floatingIp(PayloadMap map) {
    return new FloatingIp(
        map.text("id"),
        map.parsed("floating_ip_address", IpAddress::parse),
        map.parsed("fixed_ip_address", IpAddress::parse),
        map.text("port_id"),
        map.textOrEmpty("status"),
        map.optionalText("floating_network_id"),
        map.optionalText("router_id"),
        map.optionalText("host"),
        map.optionalText("dest_host"),
        map.bool("dvr_snat_bound", false),
        map.optionalText("fixed_ip_address_scope"));
  }
}
