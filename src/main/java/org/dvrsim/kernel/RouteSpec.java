package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * A route as a request names it (RTM_NEWROUTE, RTM_DELROUTE): what is empty was not sent.
 *
 * @param type what the route does; empty: the sender's default (unicast; any, when deleting)
 * @param destination the prefix; its family is the request's
 * @param table never empty: iproute2 and pyroute2 send main where the user names none
 * @param gateway the next hop, of either family (an IPv4 route may go via an IPv6 address)
 * @param device the outgoing device
 * @param metric the priority; IPv6 takes 1024 where none is sent
 * @param scope the scope sent; empty: RT_SCOPE_NOWHERE when deleting
 * @param protocol who installs it; empty: boot for adding, any for deleting
 * @param source the preferred source address
 * @param metrics what is sent about the path
 * @param preference which of several routes of equal metric is to be taken (IPv6)
 * @param onLink whether the gateway is taken to be on the link without a check
 * @param nextHops the hops of a multipath route, instead of gateway and device
 */
public record RouteSpec(
    Optional<RouteType> type,
    IpPrefix destination,
    TableId table,
    Optional<IpAddress> gateway,
    Optional<IfName> device,
    Optional<Long> metric,
    Optional<RouteScope> scope,
    Optional<RouteProtocol> protocol,
    Optional<IpAddress> source,
    int tos,
    RouteMetrics metrics,
    RoutePreference preference,
    boolean onLink,
    List<HopSpec> nextHops) {
  /** Checks that all is given and copies the hops. */
  public RouteSpec {
    Objects.requireNonNull(type);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(table);
    Objects.requireNonNull(gateway);
    Objects.requireNonNull(device);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(source);
    Objects.requireNonNull(metrics);
    Objects.requireNonNull(preference);
    nextHops = List.copyOf(nextHops);
  }

  /** Returns the request that names every attribute of {@code route}. */
  public static RouteSpec of(Route route) {
    Builder spec =
        to(route.destination(), route.table())
            .type(route.type())
            .metric(route.metric())
            .scope(route.scope())
            .protocol(route.protocol())
            .tos(route.tos())
            .metrics(route.metrics());
    route.source().ifPresent(spec::source);
    if (route.isMultipath()) {
      List<HopSpec> hops = new ArrayList<>();
      for (NextHop hop : route.hops()) {
        hops.add(
            new HopSpec(hop.gateway(), hop.device().map(Link::name), hop.weight(), hop.onLink()));
      }
      spec.nextHops(hops);
    } else {
      spec.via(route.gateway()).dev(route.device().map(Link::name));
    }
    return spec.build();
  }

  /** Returns the start of a request for {@code destination} in {@code table}. */
  public static Builder to(IpPrefix destination, TableId table) {
    return new Builder(destination, table);
  }

  /**
   * One hop of a multipath route.
   *
   * @param weight its share, 1 to 256
   */
  public record HopSpec(
      Optional<IpAddress> gateway, Optional<IfName> device, int weight, boolean onLink) {}

  /** Gathers the attributes of a request. */
  public static final class Builder {
    private final IpPrefix destination;
    private final TableId table;
    private Optional<RouteType> type = Optional.empty();
    private Optional<IpAddress> gateway = Optional.empty();
    private Optional<IfName> device = Optional.empty();
    private Optional<Long> metric = Optional.empty();
    private Optional<RouteScope> scope = Optional.empty();
    private Optional<RouteProtocol> protocol = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private int tos;
    private RouteMetrics metrics = RouteMetrics.NONE;
    private RoutePreference preference = RoutePreference.MEDIUM;
    private boolean onLink;
    private List<HopSpec> nextHops = List.of();

    private Builder(IpPrefix destination, TableId table) {
      this.destination = Objects.requireNonNull(destination);
      this.table = Objects.requireNonNull(table);
    }

    /** Sets the type. */
    public Builder type(RouteType type) {
      this.type = Optional.of(type);
      return this;
    }

    /** Sets the next hop. */
    public Builder via(IpAddress gateway) {
      this.gateway = Optional.of(gateway);
      return this;
    }

    /** Sets the next hop where one is given. */
    public Builder via(Optional<IpAddress> gateway) {
      this.gateway = gateway;
      return this;
    }

    /** Sets the outgoing device. */
    public Builder dev(IfName device) {
      this.device = Optional.of(device);
      return this;
    }

    /** Sets the outgoing device where one is given. */
    public Builder dev(Optional<IfName> device) {
      this.device = device;
      return this;
    }

    /** Sets the metric. */
    public Builder metric(long metric) {
      this.metric = Optional.of(metric);
      return this;
    }

    /** Sets the scope. */
    public Builder scope(RouteScope scope) {
      this.scope = Optional.of(scope);
      return this;
    }

    /** Sets who installs the route. */
    public Builder protocol(RouteProtocol protocol) {
      this.protocol = Optional.of(protocol);
      return this;
    }

    /** Sets the preferred source address. */
    public Builder source(IpAddress source) {
      this.source = Optional.of(source);
      return this;
    }

    /** Sets the type of service, 0 to 255. */
    public Builder tos(int tos) {
      this.tos = tos;
      return this;
    }

    /** Sets the path MTU, in bytes. */
    public Builder mtu(int mtu) {
      return metrics(RouteMetrics.ofMtu(mtu));
    }

    /** Sets what is said about the path. */
    public Builder metrics(RouteMetrics metrics) {
      this.metrics = metrics;
      return this;
    }

    /** Sets which of several routes of equal metric is to be taken. */
    public Builder preference(RoutePreference preference) {
      this.preference = preference;
      return this;
    }

    /** Takes the gateway to be on the link. */
    public Builder onLink() {
      this.onLink = true;
      return this;
    }

    /** Sets the hops of a multipath route. */
    public Builder nextHops(List<HopSpec> nextHops) {
      this.nextHops = List.copyOf(nextHops);
      return this;
    }

    /** Returns the request. */
    public RouteSpec build() {
      return new RouteSpec(
          type,
          destination,
          table,
          gateway,
          device,
          metric,
          scope,
          protocol,
          source,
          tos,
          metrics,
          preference,
          onLink,
          nextHops);
    }
  }
}
