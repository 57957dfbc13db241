package org.dvrsim.kernel;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dvrsim.net.IpFamily;

/**
 * Follows up carriers that came and went: the operational states of devices, and what the protocols
 * make of it.
 *
 * <p>Models: net/core/link_watch.c
 */
final class LinkWatch {
  private final Set<Link> events = new LinkedHashSet<>();
  private final Set<Link> carrierLost = new LinkedHashSet<>();
  private boolean delayed;

  /** Notes that a device's carrier changed (linkwatch_fire_event()). */
  void changed(Link link) {
    link.counters().carrierChanged();
    if (!link.carrierEvent) {
      link.carrierEvent = true;
      events.add(link);
    }
  }

  /**
   * Computes the operational states of devices whose carrier changed. What is urgent comes first,
   * at once. For the rest Linux takes its time, up to a second, unless somebody asks for the device
   * by name: a device that is up is waited for here, and what was put off with it is done then; a
   * device that is down stays as it is.
   *
   * <p>Models: net/core/link_watch.c:__linkwatch_run_queue(). Differs: a second without any command
   * is as none.
   */
  void settle() {
    if (events.isEmpty()) {
      return;
    }
    boolean waits = false;
    for (Iterator<Link> each = events.iterator(); each.hasNext(); ) {
      Link link = each.next();
      if (isUrgent(link)) {
        each.remove();
        carryOut(link);
      } else {
        waits |= link.up;
      }
    }
    if (waits) {
      events.forEach(this::carryOut);
      events.clear();
    }
  }

  /**
   * Tells whether a change is looked at at once: where the device is up and seems to stand on
   * another one, which a veth does not whose other end has the same index elsewhere.
   *
   * <p>Models: net/core/link_watch.c:linkwatch_urgent_event()
   */
  private static boolean isUrgent(Link link) {
    return link.up && (link.peer == null || link.peer.ifindex != link.ifindex);
  }

  /** Models: net/core/link_watch.c:linkwatch_do_dev() */
  private void carryOut(Link link) {
    link.watch();
    if (link.up) {
      tellProtocols(link);
      Devices.send(link);
    }
  }

  /** Tells the protocols of a device that is up that it has its carrier again, or lost it. */
  private void tellProtocols(Link link) {
    if (delayed && !link.carrier) {
      carrierLost.add(link);
      carrierChanged6(link);
    } else {
      carrierChanged(link);
    }
  }

  /**
   * Somebody asks for a device by its name: its operational state is computed if that is due, and
   * the answer says where its other end is.
   *
   * <p>Models: net/core/rtnetlink.c:rtnl_getlink(), net/core/link_watch.c:linkwatch_sync_dev()
   */
  void asked(Link link) {
    link.netns().ids().assignPeerOf(link);
    if (link.carrierEvent) {
      link.watch();
      events.remove(link);
    }
  }

  /** Forgets a device that is gone. */
  void forget(Link link) {
    events.remove(link);
  }

  /** Has the loss of a carrier noticed by {@link #run} only. */
  void delay() {
    delayed = true;
  }

  /** Tells IPv4 of devices that lost their carrier and have none still. */
  void run() {
    for (Link link : carrierLost) {
      if (link.up && !link.carrier && link.netns().find(link.name()) == link) {
        carrierChanged4(link);
      }
    }
    carrierLost.clear();
  }

  /** Tells the protocols of a device that is up that its carrier came or went (NETDEV_CHANGE). */
  private static void carrierChanged(Link link) {
    carrierChanged4(link);
    carrierChanged6(link);
  }

  private static void carrierChanged4(Link link) {
    Netns netns = link.netns();
    if (link.carrier) {
      netns.fib4().deviceBack(link, false);
    } else {
      netns.fib4().deviceLost(link, Fib4.DeviceEvent.CHANGE);
      netns.table(IpFamily.V4).flush(link, false);
    }
  }

  private static void carrierChanged6(Link link) {
    Netns netns = link.netns();
    netns.ipv6().carrierChanged(link);
    if (!link.carrier) {
      netns.table(IpFamily.V6).flush(link, false);
    }
  }
}
