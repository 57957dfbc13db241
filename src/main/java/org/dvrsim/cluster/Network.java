package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/** A network: one L2 segment, tenant or external. */
public final class Network {
  private final String name;
  private final String id;
  private final boolean external;
  private final ChangeCount all;
  private int mtu;
  private final List<Subnet> subnets = new ArrayList<>();
  private final List<Subnet> view = Collections.unmodifiableList(subnets);
  private long changes;

  Network(String name, String id, boolean external, int mtu, ChangeCount all) {
    this.name = name;
    this.id = id;
    this.external = external;
    this.mtu = mtu;
    this.all = all;
  }

  /** Returns the name, unique among the cluster's networks. */
  public String name() {
    return name;
  }

  /** Returns the UUID. */
  public String id() {
    return id;
  }

  /** Tells whether routers can have their gateway here ({@code router:external}). */
  public boolean isExternal() {
    return external;
  }

  /** Returns the MTU in bytes. */
  public int mtu() {
    return mtu;
  }

  void setMtu(int mtu) {
    this.mtu = mtu;
    changed();
  }

  /** Returns the subnets in order of creation. */
  public List<Subnet> subnets() {
    return view;
  }

  void add(Subnet subnet) {
    subnets.add(subnet);
    changed();
  }

  /** Notes that the network, or one of its subnets, is not as it was. */
  void changed() {
    changes++;
    all.changed();
  }

  /** Returns a number that grows whenever the network or one of its subnets changes. */
  long changes() {
    return changes;
  }

  boolean hasSubnetOf(IpFamily family) {
    return firstSubnetOf(family).isPresent();
  }

  /** Returns the subnet that an address is in, if it is in one. */
  Optional<Subnet> subnetOf(IpAddress address) {
    for (Subnet subnet : subnets) {
      if (subnet.cidr().contains(address)) {
        return Optional.of(subnet);
      }
    }
    return Optional.empty();
  }

  /** Returns the oldest subnet of a family, if there is one. */
  Optional<Subnet> firstSubnetOf(IpFamily family) {
    for (Subnet subnet : subnets) {
      if (subnet.cidr().family() == family) {
        return Optional.of(subnet);
      }
    }
    return Optional.empty();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
