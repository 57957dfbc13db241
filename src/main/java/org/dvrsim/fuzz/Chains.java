package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.InstanceActions;
import org.dvrsim.scenario.RouterActions;

/** Things that people, and programs on their behalf, do to a router in one go. */
final class Chains {
  private Chains() {}

  /**
   * Takes a router down as whoever deletes a stack does: frees its floating IPs, clears its
   * gateway, detaches its interfaces, deletes it.
   */
  static List<Action> teardown(NeutronDb db, Router router) {
    List<Action> actions = new ArrayList<>();
    for (FloatingIp fip : db.floatingIpsOf(router)) {
      actions.add(new FloatingIpActions.Disassociate(fip.name()));
    }
    if (router.gatewayPort().isPresent()) {
      actions.add(new RouterActions.ClearGateway(router.name()));
    }
    for (Port port : router.interfaces()) {
      for (PortAddress ip : port.fixedIps()) {
        actions.add(new RouterActions.DetachInterface(router.name(), ip.subnet().name()));
      }
    }
    actions.add(new RouterActions.DeleteRouter(router.name()));
    return actions;
  }

  /** Takes a router's gateway away, its floating IPs before, and sets it again. */
  static List<Action> gatewayAnew(NeutronDb db, Router router) {
    List<Action> actions = new ArrayList<>();
    for (FloatingIp fip : db.floatingIpsOf(router)) {
      actions.add(new FloatingIpActions.Disassociate(fip.name()));
    }
    router
        .externalNetwork()
        .ifPresent(
            network -> {
              actions.add(new RouterActions.ClearGateway(router.name()));
              actions.add(new RouterActions.SetGateway(router.name(), network.name(), List.of()));
            });
    return actions;
  }

  /**
   * Takes a router's interface on a subnet away, its floating IPs before, and adds one again, which
   * is another port with the same address.
   */
  static List<Action> interfaceAnew(NeutronDb db, Router router, Subnet subnet) {
    List<Action> actions = new ArrayList<>();
    for (FloatingIp fip : db.floatingIpsOf(router)) {
      actions.add(new FloatingIpActions.Disassociate(fip.name()));
    }
    actions.add(new RouterActions.DetachInterface(router.name(), subnet.name()));
    actions.add(new RouterActions.AttachInterface(router.name(), subnet.name(), Optional.empty()));
    return actions;
  }

  /** Switches a router off and on again, as people do when nothing else helps. */
  static List<Action> offAndOn(Router router) {
    return List.of(
        new RouterActions.SetRouterUp(router.name(), false),
        new RouterActions.SetRouterUp(router.name(), true));
  }

  /** Deletes a router's instances on one host, which then has no use for the router. */
  static List<Action> leave(NeutronDb db, Router router, String host) {
    List<Action> actions = new ArrayList<>();
    for (Instance instance : db.instances()) {
      boolean here = instance.host().equals(Optional.of(host));
      if (here && instance.port().fixedIps().stream().anyMatch(ip -> router.isOn(ip.subnet()))) {
        actions.add(new InstanceActions.DeleteInstance(instance.name()));
      }
    }
    return actions;
  }
}
