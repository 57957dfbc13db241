package org.dvrsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.cluster.Ipv6Mode;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * What exists when a scenario begins, in the order in which it is made: all of it is there before
 * any agent starts.
 */
public record CloudSpec(
    Map<String, AgentMode> hosts,
    List<NetworkSpec> networks,
    List<RouterSpec> routers,
    List<InstanceActions.CreateInstance> instances,
    List<FloatingIpActions.CreateFloatingIp> floatingIps) {
  /** Copies the lists; the map must be ordered. */
  public CloudSpec {
    networks = List.copyOf(networks);
    routers = List.copyOf(routers);
    instances = List.copyOf(instances);
    floatingIps = List.copyOf(floatingIps);
  }

  /** A network and its subnets. */
  public record NetworkSpec(String name, boolean external, int mtu, List<SubnetSpec> subnets) {
    /** Neutron's default MTU of a flat network. */
    public static final int DEFAULT_MTU = 1500;

    /** Copies the list. */
    public NetworkSpec {
      subnets = List.copyOf(subnets);
    }
  }

  /**
   * A subnet.
   *
   * @param gateway the gateway's address; the first one if empty
   * @param hasGateway whether there is a gateway at all
   */
  public record SubnetSpec(
      String name,
      IpPrefix cidr,
      Optional<IpAddress> gateway,
      boolean hasGateway,
      Ipv6Mode ipv6Mode,
      Optional<String> addressScope) {
    /** Returns a subnet with the defaults. */
    public static SubnetSpec of(String name, IpPrefix cidr) {
      return new SubnetSpec(name, cidr, Optional.empty(), true, Ipv6Mode.NONE, Optional.empty());
    }
  }

  /**
   * A router.
   *
   * @param gateway the external network; empty for no gateway
   * @param interfaces the subnets that it is attached to
   * @param ha whether it is highly available too
   */
  public record RouterSpec(
      String name,
      Optional<String> gateway,
      List<IpAddress> gatewayAddresses,
      List<String> interfaces,
      boolean snat,
      boolean ha,
      List<ExtraRoute> routes) {
    /** Copies the lists. */
    public RouterSpec {
      gatewayAddresses = List.copyOf(gatewayAddresses);
      interfaces = List.copyOf(interfaces);
      routes = List.copyOf(routes);
    }

    /** Returns a router with SNAT and without static routes. */
    public static RouterSpec of(String name, Optional<String> gateway, List<String> interfaces) {
      return new RouterSpec(name, gateway, List.of(), interfaces, true, false, List.of());
    }

    /** Returns this router made highly available. */
    public RouterSpec highlyAvailable() {
      return new RouterSpec(name, gateway, gatewayAddresses, interfaces, snat, true, routes);
    }
  }
}
