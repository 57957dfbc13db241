package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.RouteSpelling;

/**
 * What the agent asks of the routes that go out by a device.
 *
 * <p>Adding one replaces a route of equal prefix and metric. Deleting one that isn't there is no
 * error.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py:IpRouteCommand
 */
final class IpRouteCommand {
  private static final RouteProtocol STATIC = RouteProtocol.parse("static");

  private final IpDevice parent;

  IpRouteCommand(IpDevice parent) {
    this.parent = parent;
  }

  /** Adds the default route of a family. */
  void addGateway(IpAddress gateway, Optional<TableId> table) {
    add(
        RouteSpec.to(IpPrefix.defaultOf(gateway.family()), table.orElse(TableId.MAIN))
            .via(gateway)
            .scope(RouteScope.GLOBAL),
        RouteSpelling.USUAL);
  }

  /** As {@link #addGateway}, where the table's number was listed as text and is passed on so. */
  void addGatewayToListedTable(IpAddress gateway, TableId table) {
    add(
        RouteSpec.to(IpPrefix.defaultOf(gateway.family()), table)
            .via(gateway)
            .scope(RouteScope.GLOBAL),
        new RouteSpelling(false, true));
  }

  /** Deletes the default route of a family. */
  void deleteGateway(IpAddress gateway, Optional<TableId> table) {
    delete(
        RouteSpec.to(IpPrefix.defaultOf(gateway.family()), table.orElse(TableId.MAIN))
            .via(gateway)
            .dev(parent.name()),
        RouteSpelling.USUAL);
  }

  /** Adds a route via a gateway, in table main. */
  void addRoute(IpPrefix destination, IpAddress via) {
    add(
        RouteSpec.to(destination, TableId.MAIN).via(via),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Deletes a route via a gateway from table main, by whatever device it goes out. */
  void deleteRoute(IpPrefix destination, IpAddress via) {
    delete(
        RouteSpec.to(destination, TableId.MAIN).via(via),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Adds a route to a single address that is on the link. */
  void addLinkRoute(IpAddress address) {
    add(
        RouteSpec.to(IpPrefix.host(address), TableId.MAIN).scope(RouteScope.LINK),
        RouteSpelling.of(true));
  }

  /** Adds a route to a network that is on the link. */
  void addOnlinkRoute(IpPrefix destination) {
    add(
        RouteSpec.to(destination, TableId.MAIN).scope(RouteScope.LINK),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Deletes a route to a network that is on the link. */
  void deleteOnlinkRoute(IpPrefix destination) {
    delete(
        RouteSpec.to(destination, TableId.MAIN).dev(parent.name()).scope(RouteScope.LINK),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Returns the networks of table main that are on the link and have no source address. */
  List<IpPrefix> listOnlinkRoutes(IpFamily family) {
    List<IpPrefix> result = new ArrayList<>();
    for (Route route : list(family, TableId.MAIN)) {
      if (route.scope().equals(RouteScope.LINK) && route.source().isEmpty()) {
        result.add(route.destination());
      }
    }
    return result;
  }

  /** Returns the destinations of table main that are reached via a gateway. */
  List<IpPrefix> listDestinations(IpFamily family, IpAddress via) {
    List<IpPrefix> result = new ArrayList<>();
    for (Route route : list(family, TableId.MAIN)) {
      if (route.gateway().filter(via::equals).isPresent()) {
        result.add(route.destination());
      }
    }
    return result;
  }

  /** Returns the gateway of the first default route in table main. */
  Optional<IpAddress> getGateway(IpFamily family) {
    for (Route route : list(family, TableId.MAIN)) {
      if (route.destination().isDefault() && route.gateway().isPresent()) {
        return route.gateway();
      }
    }
    return Optional.empty();
  }

  /** Deletes a table's routes by this device, one after the other. */
  void flush(IpFamily family, TableId table) {
    flush(family, table, false);
  }

  /** As {@link #flush}, where the table's number was listed as text and is passed on so. */
  void flushListedTable(IpFamily family, TableId table) {
    flush(family, table, true);
  }

  private void flush(IpFamily family, TableId table, boolean tableAsText) {
    for (Route route : list(family, table)) {
      delete(
          RouteSpec.to(route.destination(), table).via(route.gateway()).dev(parent.name()),
          new RouteSpelling(route.destination().isDefault(), tableAsText));
    }
  }

  private List<Route> list(IpFamily family, TableId table) {
    return parent.privileged().listIpRoutes(parent.namespace(), family, parent.name(), table);
  }

  private void add(RouteSpec.Builder route, RouteSpelling spelling) {
    parent
        .privileged()
        .addIpRoute(
            parent.namespace(), route.dev(parent.name()).protocol(STATIC).build(), spelling);
  }

  private void delete(RouteSpec.Builder route, RouteSpelling spelling) {
    parent.privileged().deleteIpRoute(parent.namespace(), route.build(), spelling);
  }
}
