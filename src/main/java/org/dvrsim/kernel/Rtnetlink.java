package org.dvrsim.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.dvrsim.kernel.RtnetlinkMessage.Move;
import org.dvrsim.kernel.RtnetlinkMessage.OfAddress;
import org.dvrsim.kernel.RtnetlinkMessage.OfAnycast;
import org.dvrsim.kernel.RtnetlinkMessage.OfGroup;
import org.dvrsim.kernel.RtnetlinkMessage.OfLink;
import org.dvrsim.kernel.RtnetlinkMessage.OfNeighbour;
import org.dvrsim.kernel.RtnetlinkMessage.OfNetnsId;
import org.dvrsim.kernel.RtnetlinkMessage.OfRoute;
import org.dvrsim.kernel.RtnetlinkMessage.OfRule;
import org.dvrsim.net.IpAddress;

/**
 * Sends a namespace's rtnetlink messages. Nothing is made up while nobody listens.
 *
 * <p>What Linux leaves to a worker, such as the end of duplicate address detection, changes the
 * model's state at once, but is told of when the request is over: messages between {@link #defer}
 * and {@link #resume} wait until {@link #finish}.
 *
 * <p>Models: net/core/rtnetlink.c:rtnl_notify(); net/ipv6/addrconf.c:addrconf_mod_dad_work()
 */
final class Rtnetlink {
  /** Who listens, which hardly anybody does; replaced, never changed. */
  private List<RtnetlinkListener> listeners = List.of();

  /** What waits; null as long as nothing ever did. */
  private Queue<RtnetlinkMessage> later;

  private int deferring;

  /** Tells {@code listener} everything from now on. */
  void subscribe(RtnetlinkListener listener) {
    List<RtnetlinkListener> more = new ArrayList<>(listeners);
    more.add(listener);
    listeners = more;
  }

  /** Tells {@code listener} nothing any more. */
  void unsubscribe(RtnetlinkListener listener) {
    List<RtnetlinkListener> fewer = new ArrayList<>(listeners);
    fewer.remove(listener);
    listeners = fewer;
  }

  /** Tells whether anybody listens. */
  boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** Has what follows told later. */
  void defer() {
    deferring++;
  }

  /** Has what follows told at once again. */
  void resume() {
    deferring--;
  }

  /** Tells what waits: the workers do what the request left to them. */
  void finish() {
    while (later != null && !later.isEmpty()) {
      deliver(later.remove());
    }
  }

  void send(RtnetlinkMessage message) {
    if (deferring > 0) {
      later = later == null ? new ArrayDeque<>() : later;
      later.add(message);
    } else {
      deliver(message);
    }
  }

  private void deliver(RtnetlinkMessage message) {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).received(message);
    }
  }

  // What is told.

  /** A device is new or changed. */
  void link(Link link) {
    if (isHeard()) {
      send(new OfLink(false, link.frozen(), Optional.empty()));
    }
  }

  /** A device is gone. */
  void linkGone(Link link) {
    if (isHeard()) {
      send(new OfLink(true, link.frozen(), Optional.empty()));
    }
  }

  /** A device went to another namespace. */
  void linkMoved(Link link, int netnsId, int ifindex) {
    if (isHeard()) {
      send(new OfLink(true, link.frozen(), Optional.of(new Move(netnsId, ifindex))));
    }
  }

  /** An address is new or changed. */
  void address(IfAddress address) {
    if (isHeard()) {
      send(new OfAddress(false, address.frozen()));
    }
  }

  /** An IPv6 address is there, but not yet known to be nobody else's. */
  void tentative(IfAddress address) {
    if (isHeard()) {
      address(address.withFlags(address.flags() | IfAddress.TENTATIVE));
    }
  }

  /** An address is gone. */
  void addressGone(IfAddress address) {
    if (isHeard()) {
      send(new OfAddress(true, address.frozen()));
    }
  }

  /** A device is in a group, or is not any more. */
  void group(boolean gone, Link link, IpAddress group) {
    if (isHeard()) {
      send(new OfGroup(gone, link.frozen(), group));
    }
  }

  /** A device has an anycast address, or has not any more. */
  void anycast(boolean gone, Link link, IpAddress address) {
    if (isHeard()) {
      send(new OfAnycast(gone, link.frozen(), address));
    }
  }

  /** An IPv4 route is new, or gone. */
  void route(boolean gone, FibAlias alias) {
    if (isHeard()) {
      send(new OfRoute(gone, alias.route().frozen()));
    }
  }

  /** An IPv6 route is new or has one hop more. */
  void route(Fib6Route route) {
    if (isHeard()) {
      send(new OfRoute(false, route.table.shownFrom(route).frozen()));
    }
  }

  /** An IPv6 route, or one hop of it, is gone. */
  void routeGone(Fib6Route route) {
    if (isHeard()) {
      send(new OfRoute(true, route.route(List.of(route.hop())).frozen()));
    }
  }

  /** An IPv6 route is about to go with all its hops. */
  void routeGoes(Fib6Route route) {
    if (isHeard()) {
      send(new OfRoute(true, route.table.shownFrom(route).frozen()));
    }
  }

  /** A routing rule is new, or gone. */
  void rule(boolean gone, IpRule rule, Netns netns) {
    if (isHeard()) {
      boolean resolved =
          netns.rules(rule.family()).stream()
              .anyMatch(other -> rule.gotoPriority().equals(Optional.of(other.priority())));
      boolean iifThere = rule.iif().map(netns::link).filter(Optional::isPresent).isPresent();
      boolean oifThere = rule.oif().map(netns::link).filter(Optional::isPresent).isPresent();
      send(new OfRule(gone, rule, resolved, iifThere, oifThere));
    }
  }

  /** A neighbour is known, changed, or forgotten. */
  void neighbour(boolean gone, Neighbour neighbour) {
    if (isHeard()) {
      send(new OfNeighbour(gone, neighbour.frozen()));
    }
  }

  /** Another namespace has a number, or has it no more. */
  void netnsId(boolean gone, int id) {
    if (isHeard()) {
      send(new OfNetnsId(gone, id));
    }
  }
}
