package org.dvrsim.cluster;

import java.util.Optional;
import org.dvrsim.net.IpAddress;

/** A floating IP: an address of an external network that may stand for an instance's. */
public final class FloatingIp {
  private final String name;
  private final String id;
  private final Port reservation;
  private final ChangeCount all;
  private Optional<Port> port = Optional.empty();
  private Optional<IpAddress> fixedAddress = Optional.empty();
  private Optional<Router> router = Optional.empty();
  private Optional<Router> lastKnownRouter = Optional.empty();
  private String status = "DOWN";
  private String statusFrom = "";

  FloatingIp(String name, String id, Port reservation, ChangeCount all) {
    this.name = name;
    this.id = id;
    this.reservation = reservation;
    this.all = all;
  }

  /** Returns the name, unique among the cluster's floating IPs. */
  public String name() {
    return name;
  }

  /** Returns the UUID. */
  public String id() {
    return id;
  }

  /** Returns the external network. */
  public Network network() {
    return reservation.network();
  }

  /** Returns the IPv4 address on the external network. */
  public IpAddress address() {
    return reservation.fixedIps().get(0).address();
  }

  Port reservation() {
    return reservation;
  }

  /** Returns the port it is associated with; empty if it is free. */
  public Optional<Port> port() {
    return port;
  }

  /** Returns the address of that port that it stands for. */
  public Optional<IpAddress> fixedAddress() {
    return fixedAddress;
  }

  /** Returns the router that translates it; empty if it is free. */
  public Optional<Router> router() {
    return router;
  }

  /** Tells whether {@code wanted} translates it. */
  boolean isOf(Router wanted) {
    return router.isPresent() && router.get() == wanted;
  }

  /** Returns {@code ACTIVE}, {@code DOWN} or {@code ERROR}, as agents reported last. */
  public String status() {
    return status;
  }

  /** Returns the host whose agent reported the status; empty text if no agent did. */
  public String statusFrom() {
    return statusFrom;
  }

  Optional<Router> lastKnownRouter() {
    return lastKnownRouter;
  }

  void setStatus(String newStatus, String host) {
    if (!status.equals(newStatus) || !statusFrom.equals(host)) {
      status = newStatus;
      statusFrom = host;
      changed();
    }
  }

  void associate(Port newPort, IpAddress newFixedAddress, Router newRouter) {
    lastKnownRouter = router;
    port = Optional.of(newPort);
    fixedAddress = Optional.of(newFixedAddress);
    router = Optional.of(newRouter);
    changed();
  }

  void disassociate() {
    lastKnownRouter = router;
    port = Optional.empty();
    fixedAddress = Optional.empty();
    router = Optional.empty();
    changed();
  }

  /** Notes a change for the router that translates it, and for the one that did. */
  void changed() {
    router.ifPresent(Router::changed);
    lastKnownRouter.ifPresent(Router::changed);
    all.changed();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
