package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Changes attributes of a device in one netlink request. What is empty stays as it is.
 *
 * <p>Refused with ENODEV if there is no such device, EBUSY or EEXIST for a name or namespace that
 * cannot be taken, EINVAL or EADDRNOTAVAIL for a value out of range.
 */
public record SetLink(NetnsName netns, IfName device, LinkChange change) implements Op {
  /** Checks that all is given. */
  public SetLink {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    Objects.requireNonNull(change);
  }

  /** Builds a request without the rarer attributes. */
  public SetLink(
      NetnsName netns,
      IfName device,
      Optional<NetnsName> newNetns,
      Optional<IfName> newName,
      Optional<MacAddress> mac,
      Optional<Integer> mtu,
      Optional<Boolean> up) {
    this(
        netns,
        device,
        LinkChange.builder().netns(newNetns).name(newName).mac(mac).mtu(mtu).up(up).build());
  }

  /** Returns the namespace to move to. */
  public Optional<NetnsName> newNetns() {
    return change.newNetns();
  }

  /** Returns the new name. */
  public Optional<IfName> newName() {
    return change.newName();
  }

  /** Returns the new MAC address. */
  public Optional<MacAddress> mac() {
    return change.mac();
  }

  /** Returns the new MTU, in bytes. */
  public Optional<Integer> mtu() {
    return change.mtu();
  }

  /** Returns whether the device is to be up. */
  public Optional<Boolean> up() {
    return change.up();
  }

  /** Returns the request to bring a device up or down. */
  public static SetLink state(NetnsName netns, IfName device, boolean up) {
    return new SetLink(netns, device, LinkChange.up(up));
  }

  /** Returns the request to change a device's MTU, in bytes. */
  public static SetLink mtu(NetnsName netns, IfName device, int mtu) {
    return new SetLink(netns, device, LinkChange.builder().mtu(Optional.of(mtu)).build());
  }

  /** Returns the request to change a device's MAC address. */
  public static SetLink address(NetnsName netns, IfName device, MacAddress mac) {
    return new SetLink(netns, device, LinkChange.builder().mac(Optional.of(mac)).build());
  }

  /** Returns the request to move a device into another namespace. */
  public static SetLink netns(NetnsName netns, IfName device, NetnsName newNetns) {
    return new SetLink(netns, device, LinkChange.builder().netns(Optional.of(newNetns)).build());
  }

  /** Returns the request to rename a device. */
  public static SetLink rename(NetnsName netns, IfName device, IfName newName) {
    return new SetLink(netns, device, LinkChange.builder().name(Optional.of(newName)).build());
  }

  @Override
  public String recordedName() {
    return "set_link_attribute";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
