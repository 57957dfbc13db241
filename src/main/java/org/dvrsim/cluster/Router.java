package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.ExtraRoute;

/** A distributed router. */
public final class Router {
  private final String name;
  private final String id;
  private final boolean ha;
  private final ChangeCount all;
  private final ChangeCount places;
  private long changes;
  private boolean adminStateUp = true;
  private boolean enableSnat = true;
  private List<ExtraRoute> routes = List.of();
  private Optional<Port> gatewayPort = Optional.empty();
  private Optional<String> snatHost = Optional.empty();
  private final List<Port> interfaces = new ArrayList<>();
  private final List<Port> interfaceView = Collections.unmodifiableList(interfaces);
  private final List<Port> snatPorts = new ArrayList<>();
  private final List<Port> snatPortView = Collections.unmodifiableList(snatPorts);

  /**
   * Builds a router.
   *
   * @param all counts all changes
   * @param places counts, as a part of them, those of what decides which hosts have it
   */
  Router(String name, String id, boolean ha, ChangeCount all, ChangeCount places) {
    this.name = name;
    this.id = id;
    this.ha = ha;
    this.all = all;
    this.places = places;
  }

  /** Returns the name, unique among the cluster's routers. */
  public String name() {
    return name;
  }

  /** Returns the UUID. */
  public String id() {
    return id;
  }

  /** Tells whether the router is highly available too. */
  public boolean isHa() {
    return ha;
  }

  /** Tells whether the router is switched on ({@code admin_state_up}). */
  public boolean isAdminStateUp() {
    return adminStateUp;
  }

  /** Tells whether instances without floating IP reach the external network by SNAT. */
  public boolean isSnatEnabled() {
    return enableSnat;
  }

  /** Returns the static routes in the order given. */
  public List<ExtraRoute> routes() {
    return routes;
  }

  /** Returns the port on the external network; empty without gateway. */
  public Optional<Port> gatewayPort() {
    return gatewayPort;
  }

  /** Returns the external network; empty without gateway. */
  public Optional<Network> externalNetwork() {
    return gatewayPort.map(Port::network);
  }

  /** Returns the {@code dvr_snat} host that was chosen for the router; empty if there is none. */
  public Optional<String> snatHost() {
    return snatHost;
  }

  /** Returns the interfaces on tenant networks in order of creation. */
  public List<Port> interfaces() {
    return interfaceView;
  }

  /** Returns the centralised SNAT's ports on tenant networks in order of creation. */
  public List<Port> snatPorts() {
    return snatPortView;
  }

  /** Tells whether one of the interfaces is on {@code subnet}. */
  public boolean isOn(Subnet subnet) {
    for (Port port : interfaces) {
      if (port.isOn(subnet)) {
        return true;
      }
    }
    return false;
  }

  void setAdminStateUp(boolean up) {
    adminStateUp = up;
    changed();
  }

  void setSnatEnabled(boolean enabled) {
    enableSnat = enabled;
    changed();
  }

  void setRoutes(List<ExtraRoute> routes) {
    this.routes = List.copyOf(routes);
    changed();
  }

  void setGatewayPort(Optional<Port> port) {
    gatewayPort = port;
    changes++;
    places.changed();
  }

  void setSnatHost(Optional<String> host) {
    snatHost = host;
    changes++;
    places.changed();
  }

  void addInterface(Port port) {
    interfaces.add(port);
    changes++;
    places.changed();
  }

  void removeInterface(Port port) {
    interfaces.remove(port);
    changes++;
    places.changed();
  }

  void addSnatPort(Port port) {
    snatPorts.add(port);
    changed();
  }

  void removeSnatPort(Port port) {
    snatPorts.remove(port);
    changed();
  }

  /** Notes that the router, or one of its floating IPs, is not as it was. */
  void changed() {
    changes++;
    all.changed();
  }

  /** Returns a number that grows whenever the router or one of its floating IPs changes. */
  long changes() {
    return changes;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
