package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.kernel.SysctlKey;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.NetnsName;

/**
 * One thing that a namespace holds. It is put into words, which do not name the namespace, by
 * {@code toString}; equal facts have equal words.
 *
 * <p>An {@code Object} is an address, a MAC, a table or a priority, or what {@link RandomPicks}
 * calls it if it was picked at random.
 */
interface NetnsFact {
  /** One end of a veth pair. */
  record End(NetnsName netns, IfName device) {
    @Override
    public String toString() {
      return netns + "/" + device;
    }
  }

  /** A device. */
  record Device(IfName name, LinkKind kind, int mtu, boolean up, Object mac, Optional<End> peer)
      implements NetnsFact {
    @Override
    public String toString() {
      return "link "
          + name
          + " "
          + kind
          + " mtu "
          + mtu
          + (up ? " up" : " down")
          + " address "
          + mac
          + (peer.isPresent() ? " peer " + peer.get() : "");
    }
  }

  /** An address of a device. */
  record Address(Object local, int prefixLength, IfName device, RouteScope scope)
      implements NetnsFact {
    @Override
    public String toString() {
      return "addr " + local + "/" + prefixLength + " dev " + device + " scope " + scope;
    }
  }

  /** A way of a route. */
  record Hop(Optional<Object> gateway, Optional<IfName> device, boolean dead) {
    @Override
    public String toString() {
      return (gateway.isPresent() ? " via " + gateway.get() : "")
          + (device.isPresent() ? " dev " + device.get() : "")
          + (dead ? " dead" : "");
    }
  }

  /** A route; the order of its ways is none in words. */
  record Way(
      RouteType type,
      Object destination,
      List<Hop> hops,
      Object table,
      RouteProtocol protocol,
      long metric)
      implements NetnsFact {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("route ");
      text.append(type).append(' ').append(destination);
      hops.stream().map(Hop::toString).sorted().forEach(text::append);
      text.append(" table ").append(table).append(" proto ").append(protocol);
      return text.append(" metric ").append(metric).toString();
    }
  }

  /** A routing rule. */
  record Lookup(
      IpFamily family,
      Object priority,
      Optional<IpInterface> from,
      Optional<IpInterface> to,
      Optional<IfName> iif,
      Object table)
      implements NetnsFact {
    @Override
    public String toString() {
      return "rule IPv"
          + family.version()
          + " "
          + priority
          + ": "
          + RuleText.selector(from, to, iif)
          + " lookup "
          + table;
    }
  }

  /** A permanent neighbour entry. */
  record Entry(Object address, IfName device, Optional<Object> mac) implements NetnsFact {
    @Override
    public String toString() {
      return "neigh "
          + address
          + " dev "
          + device
          + (mac.isPresent() ? " lladdr " + mac.get() : "")
          + " "
          + NudState.PERMANENT;
    }
  }

  /** A setting of the namespace, or of all its devices. */
  record Setting(SysctlKey key, String value) implements NetnsFact {
    @Override
    public String toString() {
      return key + " = " + value;
    }
  }

  /** A setting of a device; empty if it has no such setting. */
  record DeviceSetting(SysctlKey key, IfName device, Optional<String> value) implements NetnsFact {
    @Override
    public String toString() {
      return key.of(device) + (value.isPresent() ? " = " + value.get() : " is not there");
    }
  }
}
