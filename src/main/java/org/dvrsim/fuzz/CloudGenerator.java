package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.base.SimRandom;
import org.dvrsim.cluster.Ipv6Mode;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.InstanceActions;

/**
 * Draws what exists when a sequence begins: a small cloud, mostly set up already; now and then with
 * routers that are still bare.
 */
final class CloudGenerator {
  private static final int TENANT_NETWORKS = 3;
  private static final List<Integer> MTUS = List.of(1500, 1500, 1450, 1400);

  private final SimRandom random;
  private final SimRandom odd;

  CloudGenerator(SimRandom random) {
    this.random = random;
    this.odd = random.fork("odd");
  }

  CloudSpec draw() {
    boolean scopes = random.chance(1, 4);
    boolean ipv6 = random.chance(1, 3);
    Map<String, AgentMode> hosts = hosts();
    List<CloudSpec.NetworkSpec> networks = new ArrayList<>();
    networks.add(external("public", "203.0.113.0/24", prefix6(1), ipv6, scopes));
    if (random.chance(1, 2)) {
      networks.add(external("partner", "198.51.100.0/24", prefix6(2), ipv6, scopes));
    }
    for (int i = 1; i <= TENANT_NETWORKS; i++) {
      networks.add(tenant(i, ipv6, scopes));
    }
    List<CloudSpec.RouterSpec> routers = new ArrayList<>();
    boolean ha = odd.chance(1, hosts.containsValue(AgentMode.DVR_SNAT) ? 12 : 4);
    int routerCount = 1 + random.nextInt(5) / 2;
    boolean bare = odd.chance(1, 4);
    for (int i = 1; i <= routerCount; i++) {
      boolean gateway = random.chance(bare ? 1 : 7, 8);
      boolean attached = random.chance(bare ? 1 : 7, 8);
      String network = i == 2 && networks.get(1).external() ? "partner" : "public";
      CloudSpec.RouterSpec router =
          CloudSpec.RouterSpec.of(
              "r" + i,
              gateway ? Optional.of(network) : Optional.empty(),
              attached ? interfaces(networks, i) : List.of());
      routers.add(ha ? router.highlyAvailable() : router);
    }
    List<InstanceActions.CreateInstance> instances = instances(hosts);
    return new CloudSpec(
        hosts, networks, routers, instances, floatingIps(networks, routers, instances));
  }

  /** Mostly the IPv4 subnet of a tenant network; sometimes all it has. */
  private List<String> interfaces(List<CloudSpec.NetworkSpec> networks, int number) {
    String first = "sub" + number;
    for (CloudSpec.NetworkSpec network : networks) {
      List<String> names = network.subnets().stream().map(CloudSpec.SubnetSpec::name).toList();
      if (names.contains(first) && odd.chance(1, 3)) {
        return names;
      }
    }
    return List.of(first);
  }

  private Map<String, AgentMode> hosts() {
    Map<String, AgentMode> hosts = new LinkedHashMap<>();
    switch (random.nextInt(10)) {
      case 0 -> hosts.put("h1", AgentMode.DVR);
      case 1 -> hosts.put("h1", AgentMode.DVR_SNAT);
      case 2, 3 -> {
        hosts.put("h1", AgentMode.DVR);
        hosts.put("h2", AgentMode.DVR_SNAT);
      }
      case 4, 5, 6 -> {
        hosts.put("h1", AgentMode.DVR_SNAT);
        hosts.put("h2", AgentMode.DVR_SNAT);
      }
      case 7, 8 -> {
        hosts.put("h1", AgentMode.DVR_NO_EXTERNAL);
        hosts.put("h2", AgentMode.DVR_SNAT);
      }
      default -> {
        hosts.put("h1", AgentMode.DVR);
        hosts.put("h2", AgentMode.DVR_SNAT);
        hosts.put("h3", AgentMode.DVR_SNAT);
      }
    }
    return hosts;
  }

  /** Returns a global prefix; once in a while a site-local one, as old networks have them. */
  private String prefix6(int number) {
    return (random.chance(1, 6) ? "fec0:" : "2001:db8:") + number + "::/64";
  }

  private CloudSpec.NetworkSpec external(
      String name, String v4, String v6, boolean ipv6, boolean scopes) {
    List<CloudSpec.SubnetSpec> subnets = new ArrayList<>();
    Optional<String> scope = scopes ? Optional.of("scope1") : Optional.empty();
    subnets.add(
        new CloudSpec.SubnetSpec(
            name + "-v4", IpPrefix.parse(v4), gateway(v4), true, Ipv6Mode.NONE, scope));
    if (ipv6) {
      subnets.add(externalV6(name + "-v6", v6));
    }
    return new CloudSpec.NetworkSpec(name, true, mtu(), subnets);
  }

  /** Sometimes one whose ports make up their addresses, of link-local ones even. */
  private CloudSpec.SubnetSpec externalV6(String name, String cidr) {
    if (odd.chance(1, 2)) {
      return subnet(name, cidr, Ipv6Mode.NONE, Optional.empty());
    }
    String own = odd.chance(1, 2) ? cidr : "fe80::/64";
    return subnet(name, own, Ipv6Mode.SLAAC, Optional.empty());
  }

  /** The provider's gateway is the first address, mostly; it may be anywhere, on the link too. */
  private Optional<IpAddress> gateway(String cidr) {
    return switch (random.nextInt(24)) {
      case 0, 1 -> Optional.of(IpPrefix.parse(cidr).address().plus(254));
      case 2 -> Optional.of(IpAddress.parse("192.0.2.1"));
      default -> Optional.empty();
    };
  }

  private CloudSpec.NetworkSpec tenant(int number, boolean ipv6, boolean scopes) {
    List<CloudSpec.SubnetSpec> subnets = new ArrayList<>();
    Optional<String> scope =
        scopes && random.chance(2, 3) ? Optional.of("scope" + number) : Optional.empty();
    subnets.add(subnet("sub" + number, "10." + number + ".0.0/24", Ipv6Mode.NONE, scope));
    if (ipv6 && random.chance(1, 2)) {
      subnets.add(
          subnet(
              "sub" + number + "v6", "fd00:" + number + "::/64", Ipv6Mode.SLAAC, Optional.empty()));
      if (odd.chance(1, 3)) {
        subnets.add(second("sub" + number + "w6", IpPrefix.parse("fd00:0:0:" + number + "::/64")));
      }
    }
    return new CloudSpec.NetworkSpec("net" + number, false, mtu(), subnets);
  }

  /** A further prefix of a network, whose gateway has made up its address from its MAC. */
  private static CloudSpec.SubnetSpec second(String name, IpPrefix cidr) {
    IpAddress gateway = cidr.address().plus(0x0200_00ff_fe00_0001L);
    return new CloudSpec.SubnetSpec(
        name, cidr, Optional.of(gateway), true, Ipv6Mode.SLAAC, Optional.empty());
  }

  private static CloudSpec.SubnetSpec subnet(
      String name, String cidr, Ipv6Mode mode, Optional<String> scope) {
    return new CloudSpec.SubnetSpec(
        name, IpPrefix.parse(cidr), Optional.empty(), true, mode, scope);
  }

  private int mtu() {
    return MTUS.get(random.nextInt(MTUS.size()));
  }

  private List<InstanceActions.CreateInstance> instances(Map<String, AgentMode> hosts) {
    List<String> names = List.copyOf(hosts.keySet());
    List<InstanceActions.CreateInstance> instances = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    boolean together = odd.chance(1, 2);
    for (int i = 1; i <= count; i++) {
      int drawn = 1 + random.nextInt(TENANT_NETWORKS);
      String network = "net" + (i <= 2 ? i : together ? 1 : drawn);
      String host = names.get(random.chance(2, 3) ? 0 : random.nextInt(names.size()));
      instances.add(
          new InstanceActions.CreateInstance(
              "vm" + i, network, bound(host), addresses(network, i), addressPairs(network, i)));
    }
    return instances;
  }

  /** Ports such as a load balancer's address are bound to no host. */
  private Optional<String> bound(String host) {
    return odd.chance(1, 6) ? Optional.empty() : Optional.of(host);
  }

  /** Mostly those that the server picks; sometimes two. */
  private List<IpAddress> addresses(String network, int number) {
    IpAddress first = IpAddress.parse(first(network) + (100 + 2 * number));
    return odd.chance(1, 8) ? List.of(first, first.plus(1)) : List.of();
  }

  /** Returns how the addresses of a tenant network's first subnet begin. */
  private static String first(String network) {
    return "10." + network.substring("net".length()) + ".0.";
  }

  /** Sometimes an address that an instance shares with others, as those of load balancers. */
  private List<IpAddress> addressPairs(String network, int number) {
    return odd.chance(1, 6) ? List.of(IpAddress.parse(first(network) + (240 + number))) : List.of();
  }

  private List<FloatingIpActions.CreateFloatingIp> floatingIps(
      List<CloudSpec.NetworkSpec> networks,
      List<CloudSpec.RouterSpec> routers,
      List<InstanceActions.CreateInstance> instances) {
    List<FloatingIpActions.CreateFloatingIp> floatingIps = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int count = 1 + random.nextInt(3);
    for (int i = 1; i <= count; i++) {
      String network = networks.get(1).external() && random.chance(1, 3) ? "partner" : "public";
      Optional<String> instance = Optional.empty();
      if (odd.chance(1, 2)) {
        instance =
            instances.stream()
                .filter(vm -> vm.addresses().isEmpty())
                .filter(vm -> isReachable(vm.network(), network, routers))
                .map(InstanceActions.CreateInstance::name)
                .filter(taken::add)
                .findFirst();
      }
      floatingIps.add(
          new FloatingIpActions.CreateFloatingIp("fip" + i, network, Optional.empty(), instance));
    }
    return floatingIps;
  }

  private static boolean isReachable(
      String network, String external, List<CloudSpec.RouterSpec> routers) {
    String subnet = "sub" + network.substring("net".length());
    return routers.stream()
        .anyMatch(
            router ->
                router.gateway().equals(Optional.of(external))
                    && router.interfaces().contains(subnet));
  }
}
