package org.dvrsim.scenario;

import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** API calls about routers. */
public final class RouterActions {
  private RouterActions() {}

  /** Creates a router without gateway and interfaces. */
  public record CreateRouter(String name) implements Action {
    @Override
    public String keyword() {
      return "create-router";
    }

    @Override
    public Object arguments() {
      return name;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().createRouter(name);
    }
  }

  /** Deletes a router that has no interfaces. */
  public record DeleteRouter(String name) implements Action {
    @Override
    public String keyword() {
      return "delete-router";
    }

    @Override
    public Object arguments() {
      return name;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().deleteRouter(name);
    }
  }

  /** Gives a router an interface on a subnet. */
  public record AttachInterface(String router, String subnet, Optional<IpAddress> address)
      implements Action {
    static AttachInterface read(Fields fields) {
      return new AttachInterface(
          fields.text("router"), fields.text("subnet"), fields.optionalAddress("address"));
    }

    @Override
    public String keyword() {
      return "attach-interface";
    }

    @Override
    public Object arguments() {
      return new Arguments()
          .with("router", router)
          .with("subnet", subnet)
          .with("address", address)
          .toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().addRouterInterface(router, subnet, address);
    }
  }

  /** Takes a router's interface on a subnet away. */
  public record DetachInterface(String router, String subnet) implements Action {
    static DetachInterface read(Fields fields) {
      return new DetachInterface(fields.text("router"), fields.text("subnet"));
    }

    @Override
    public String keyword() {
      return "detach-interface";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("router", router).with("subnet", subnet).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().removeRouterInterface(router, subnet);
    }
  }

  /** Sets a router's gateway, or moves it to another external network. */
  public record SetGateway(String router, String network, List<IpAddress> addresses)
      implements Action {
    /** Copies the list. */
    public SetGateway {
      addresses = List.copyOf(addresses);
    }

    static SetGateway read(Fields fields) {
      return new SetGateway(
          fields.text("router"), fields.text("network"), fields.addresses("addresses"));
    }

    @Override
    public String keyword() {
      return "set-gateway";
    }

    @Override
    public Object arguments() {
      return new Arguments()
          .with("router", router)
          .with("network", network)
          .with("addresses", addresses)
          .toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setGateway(router, network, addresses);
    }
  }

  /** Clears a router's gateway. */
  public record ClearGateway(String router) implements Action {
    @Override
    public String keyword() {
      return "clear-gateway";
    }

    @Override
    public Object arguments() {
      return router;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().clearGateway(router);
    }
  }

  /** Switches SNAT by a router's gateway on or off. */
  public record SetSnat(String router, boolean enabled) implements Action {
    static SetSnat read(Fields fields) {
      return new SetSnat(fields.text("router"), fields.bool("enabled", true));
    }

    @Override
    public String keyword() {
      return "set-snat";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("router", router).with("enabled", enabled).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setSnatEnabled(router, enabled);
    }
  }

  /** Switches a router on or off. */
  public record SetRouterUp(String router, boolean up) implements Action {
    static SetRouterUp read(Fields fields) {
      return new SetRouterUp(fields.text("router"), fields.bool("up", true));
    }

    @Override
    public String keyword() {
      return "set-router-up";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("router", router).with("up", up).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setAdminStateUp(router, up);
    }
  }

  /** Switches the port of a router's interface on or off. */
  public record SetInterfaceUp(String router, String subnet, boolean up) implements Action {
    static SetInterfaceUp read(Fields fields) {
      return new SetInterfaceUp(
          fields.text("router"), fields.text("subnet"), fields.bool("up", true));
    }

    @Override
    public String keyword() {
      return "set-interface-up";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("router", router).with("subnet", subnet).with("up", up).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setInterfaceUp(router, subnet, up);
    }
  }

  /** Moves a router's SNAT to another host. */
  public record MoveSnat(String router, String to) implements Action {
    static MoveSnat read(Fields fields) {
      return new MoveSnat(fields.text("router"), fields.text("to"));
    }

    @Override
    public String keyword() {
      return "move-snat";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("router", router).with("to", to).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().moveSnat(router, to);
    }
  }

  /** Replaces a router's static routes; several with one destination make one ECMP route. */
  public record SetRoutes(String router, List<ExtraRoute> routes) implements Action {
    private static final String VIA = " via ";

    /** Copies the list. */
    public SetRoutes {
      routes = List.copyOf(routes);
    }

    static SetRoutes read(Fields fields) {
      return new SetRoutes(fields.text("router"), fields.list("routes", SetRoutes::readRoute));
    }

    static ExtraRoute readRoute(YamlNode node) {
      return Fields.parsed(node, SetRoutes::parseRoute);
    }

    private static ExtraRoute parseRoute(String text) {
      int via = text.indexOf(VIA);
      if (via < 0) {
        throw new IllegalArgumentException("expected DESTINATION via NEXTHOP, found " + text);
      }
      return new ExtraRoute(
          IpPrefix.parse(text.substring(0, via).trim()),
          IpAddress.parse(text.substring(via + VIA.length()).trim()));
    }

    @Override
    public String keyword() {
      return "set-routes";
    }

    @Override
    public Object arguments() {
      List<String> texts =
          routes.stream().map(route -> route.destination() + VIA + route.nexthop()).toList();
      Arguments arguments = new Arguments().with("router", router);
      arguments.toMap().put("routes", texts);
      return arguments.toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setRoutes(router, routes);
    }
  }
}
