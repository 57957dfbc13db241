package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.SubnetRequest;

/** Makes what exists when a scenario begins. */
public final class CloudBuilder {
  private CloudBuilder() {}

  /**
   * Makes {@code cloud} in the empty {@code cluster}; no agent runs yet.
   *
   * @throws ApiRefusedException if it contradicts itself
   */
  public static void build(CloudSpec cloud, Cluster cluster) {
    NeutronServer server = cluster.server();
    cloud.hosts().forEach(cluster::addHost);
    for (CloudSpec.NetworkSpec network : cloud.networks()) {
      server.createNetwork(
          network.name(), network.external(), network.mtu(), subnets(network, server));
    }
    for (CloudSpec.RouterSpec router : cloud.routers()) {
      build(router, server);
    }
    cloud.instances().forEach(instance -> instance.perform(cluster));
    cloud.floatingIps().forEach(fip -> fip.perform(cluster));
    cluster.deliver();
  }

  private static List<SubnetRequest> subnets(CloudSpec.NetworkSpec network, NeutronServer server) {
    List<SubnetRequest> requests = new ArrayList<>();
    for (CloudSpec.SubnetSpec subnet : network.subnets()) {
      SubnetRequest defaults = SubnetRequest.of(subnet.name(), subnet.cidr());
      requests.add(
          new SubnetRequest(
              subnet.name(),
              subnet.cidr(),
              subnet.hasGateway() ? subnet.gateway().or(defaults::gatewayIp) : Optional.empty(),
              subnet.ipv6Mode(),
              subnet.addressScope().map(server::addressScope)));
    }
    return requests;
  }

  private static void build(CloudSpec.RouterSpec router, NeutronServer server) {
    if (router.ha()) {
      server.createHaRouter(router.name());
    } else {
      server.createRouter(router.name());
    }
    router
        .interfaces()
        .forEach(subnet -> server.addRouterInterface(router.name(), subnet, Optional.empty()));
    router
        .gateway()
        .ifPresent(
            network -> {
              server.setGateway(router.name(), network, router.gatewayAddresses());
              if (!router.snat()) {
                server.setSnatEnabled(router.name(), false);
              }
            });
    if (!router.routes().isEmpty()) {
      server.setRoutes(router.name(), router.routes());
    }
  }
}
