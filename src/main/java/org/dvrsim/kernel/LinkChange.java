package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * A change of a device's attributes in one netlink request (RTM_NEWLINK, RTM_SETLINK); what is
 * empty stays as it is.
 *
 * @param arp whether the device resolves addresses (IFF_NOARP is its opposite)
 * @param txQueueLength packets, at least 0
 * @param alias a text for people, empty text takes it away
 */
public record LinkChange(
    Optional<NetnsName> newNetns,
    Optional<IfName> newName,
    Optional<MacAddress> mac,
    Optional<MacAddress> broadcast,
    Optional<Integer> mtu,
    Optional<Boolean> up,
    Optional<Boolean> arp,
    Optional<Boolean> multicast,
    Optional<Boolean> allMulticast,
    Optional<Boolean> promiscuous,
    Optional<Integer> txQueueLength,
    Optional<String> alias,
    Optional<Integer> group,
    Optional<AddrGenMode> addrGenMode) {
  private static final LinkChange NONE = builder().build();

  /** Checks that all is given. */
  public LinkChange {
    Objects.requireNonNull(newNetns);
    Objects.requireNonNull(newName);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(broadcast);
    Objects.requireNonNull(mtu);
    Objects.requireNonNull(up);
    Objects.requireNonNull(arp);
    Objects.requireNonNull(multicast);
    Objects.requireNonNull(allMulticast);
    Objects.requireNonNull(promiscuous);
    Objects.requireNonNull(txQueueLength);
    Objects.requireNonNull(alias);
    Objects.requireNonNull(group);
    Objects.requireNonNull(addrGenMode);
  }

  /** Returns the change of nothing. */
  public static LinkChange none() {
    return NONE;
  }

  /** Returns the start of a change. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the change to up or down. */
  public static LinkChange up(boolean up) {
    return builder().up(Optional.of(up)).build();
  }

  boolean changesFlags() {
    return up.isPresent()
        || arp.isPresent()
        || multicast.isPresent()
        || allMulticast.isPresent()
        || promiscuous.isPresent();
  }

  /** Tells whether it has what is told of when all is done (DO_SETLINK_NOTIFY). */
  boolean isToldAtEnd() {
    return group.isPresent() || alias.isPresent() || addrGenMode.isPresent();
  }

  /** Gathers the attributes of a change. */
  public static final class Builder {
    private Optional<NetnsName> newNetns = Optional.empty();
    private Optional<IfName> newName = Optional.empty();
    private Optional<MacAddress> mac = Optional.empty();
    private Optional<MacAddress> broadcast = Optional.empty();
    private Optional<Integer> mtu = Optional.empty();
    private Optional<Boolean> up = Optional.empty();
    private Optional<Boolean> arp = Optional.empty();
    private Optional<Boolean> multicast = Optional.empty();
    private Optional<Boolean> allMulticast = Optional.empty();
    private Optional<Boolean> promiscuous = Optional.empty();
    private Optional<Integer> txQueueLength = Optional.empty();
    private Optional<String> alias = Optional.empty();
    private Optional<Integer> group = Optional.empty();
    private Optional<AddrGenMode> addrGenMode = Optional.empty();

    private Builder() {}

    /** Sets the namespace to move to. */
    public Builder netns(Optional<NetnsName> newNetns) {
      this.newNetns = newNetns;
      return this;
    }

    /** Sets the new name. */
    public Builder name(Optional<IfName> newName) {
      this.newName = newName;
      return this;
    }

    /** Sets the MAC address. */
    public Builder mac(Optional<MacAddress> mac) {
      this.mac = mac;
      return this;
    }

    /** Sets the broadcast MAC address. */
    public Builder broadcast(Optional<MacAddress> broadcast) {
      this.broadcast = broadcast;
      return this;
    }

    /** Sets the MTU, in bytes. */
    public Builder mtu(Optional<Integer> mtu) {
      this.mtu = mtu;
      return this;
    }

    /** Brings the device up or down. */
    public Builder up(Optional<Boolean> up) {
      this.up = up;
      return this;
    }

    /** Switches address resolution. */
    public Builder arp(boolean arp) {
      this.arp = Optional.of(arp);
      return this;
    }

    /** Switches IFF_MULTICAST. */
    public Builder multicast(boolean multicast) {
      this.multicast = Optional.of(multicast);
      return this;
    }

    /** Switches IFF_ALLMULTI. */
    public Builder allMulticast(boolean allMulticast) {
      this.allMulticast = Optional.of(allMulticast);
      return this;
    }

    /** Switches IFF_PROMISC. */
    public Builder promiscuous(boolean promiscuous) {
      this.promiscuous = Optional.of(promiscuous);
      return this;
    }

    /** Sets the length of the transmit queue, in packets. */
    public Builder txQueueLength(int length) {
      this.txQueueLength = Optional.of(length);
      return this;
    }

    /** Sets the text for people. */
    public Builder alias(String alias) {
      this.alias = Optional.of(alias);
      return this;
    }

    /** Sets the device group. */
    public Builder group(int group) {
      this.group = Optional.of(group);
      return this;
    }

    /** Sets how the IPv6 link-local address is made. */
    public Builder addrGenMode(AddrGenMode mode) {
      this.addrGenMode = Optional.of(mode);
      return this;
    }

    /** Returns the change. */
    public LinkChange build() {
      return new LinkChange(
          newNetns,
          newName,
          mac,
          broadcast,
          mtu,
          up,
          arp,
          multicast,
          allMulticast,
          promiscuous,
          txQueueLength,
          alias,
          group,
          addrGenMode);
    }
  }
}
