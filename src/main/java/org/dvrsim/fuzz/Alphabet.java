package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.HostActions;
import org.dvrsim.scenario.InstanceActions;
import org.dvrsim.scenario.RouterActions;

/** A small set of steps that can be done in a cloud in any order, and a small cloud. */
public final class Alphabet {
  private Alphabet() {}

  /** Returns a cloud with one thing of each kind: a host, a router, an instance. */
  public static CloudSpec smallCloud(AgentMode mode) {
    return new CloudSpec(
        Map.of("h1", mode),
        List.of(network("public", true, "203.0.113.0/24"), network("net1", false, "10.1.0.0/24")),
        List.of(CloudSpec.RouterSpec.of("r1", Optional.of("public"), List.of("net1-v4"))),
        List.of(new InstanceActions.CreateInstance("vm1", "net1", Optional.of("h1"), List.of())),
        List.of(
            new FloatingIpActions.CreateFloatingIp(
                "fip1", "public", Optional.empty(), Optional.empty())));
  }

  private static CloudSpec.NetworkSpec network(String name, boolean external, String cidr) {
    return new CloudSpec.NetworkSpec(
        name,
        external,
        CloudSpec.NetworkSpec.DEFAULT_MTU,
        List.of(CloudSpec.SubnetSpec.of(name + "-v4", IpPrefix.parse(cidr))));
  }

  /**
   * Returns what can be done with what {@code cloud} lists: gateways, interfaces and floating IPs
   * that come and go, agents that restart and synchronise.
   */
  public static List<Action> of(CloudSpec cloud) {
    List<Action> actions = new ArrayList<>();
    for (CloudSpec.RouterSpec router : cloud.routers()) {
      for (CloudSpec.NetworkSpec network : cloud.networks()) {
        if (network.external()) {
          actions.add(new RouterActions.SetGateway(router.name(), network.name(), List.of()));
        } else {
          for (CloudSpec.SubnetSpec subnet : network.subnets()) {
            actions.add(
                new RouterActions.AttachInterface(router.name(), subnet.name(), Optional.empty()));
            actions.add(new RouterActions.DetachInterface(router.name(), subnet.name()));
          }
        }
      }
      actions.add(new RouterActions.ClearGateway(router.name()));
      actions.add(new RouterActions.SetSnat(router.name(), false));
      actions.add(new RouterActions.SetSnat(router.name(), true));
    }
    for (FloatingIpActions.CreateFloatingIp fip : cloud.floatingIps()) {
      for (InstanceActions.CreateInstance instance : cloud.instances()) {
        actions.add(new FloatingIpActions.Associate(fip.name(), instance.name(), Optional.empty()));
      }
      actions.add(new FloatingIpActions.Disassociate(fip.name()));
    }
    for (InstanceActions.CreateInstance instance : cloud.instances()) {
      for (String host : cloud.hosts().keySet()) {
        if (cloud.hosts().size() > 1) {
          actions.add(new InstanceActions.MoveInstance(instance.name(), Optional.of(host)));
        }
      }
    }
    for (String host : cloud.hosts().keySet()) {
      actions.add(new HostActions.RestartAgent(host));
      actions.add(new HostActions.Resync(host));
    }
    return actions;
  }
}
