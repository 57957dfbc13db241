package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.net.NetnsName;

/**
 * Every device is up, of its kind, has its port's MAC and, if a veth, its peer where it should be.
 */
final class BrokenDevice extends NetnsInvariant {
  @Override
  public String name() {
    return "broken-device";
  }

  @Override
  public String consequence() {
    return "The device is there, so the agent takes it for granted, but it carries no packets.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.DEVICES);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    List<WantedDevice> devices = view.wanted().devices();
    for (int i = 0; i < devices.size(); i++) {
      Link found = view.deviceOrNull(i);
      if (found != null) {
        check(view, devices.get(i), found, findings);
      }
    }
  }

  private static void check(NetnsView view, WantedDevice wanted, Link link, Findings findings) {
    NetnsName netns = view.name();
    if (!link.isUp()) {
      findings.add(netns, link + " is down", link, netns);
    }
    LinkKind kind = wanted.onBridge() ? LinkKind.INTERNAL : LinkKind.VETH;
    if (link.kind() != kind) {
      findings.add(netns, link + " is a " + link.kind() + ", not a " + kind, link, netns);
    } else if (!wanted.onBridge()) {
      checkPeer(view, link, findings);
    }
    if (wanted.mac().isPresent() && !wanted.mac().get().equals(link.mac())) {
      findings.add(
          netns,
          link + " has MAC " + link.mac() + ", its port " + wanted.mac().get(),
          link,
          link.mac(),
          wanted.mac().get());
    }
  }

  private static void checkPeer(NetnsView view, Link link, Findings findings) {
    Link peer = link.peer().orElseThrow();
    NetnsKind here = view.wanted().kind();
    NetnsKind there = NetnsKind.of(peer.netns().name()).orElse(here);
    if (there == here) {
      findings.add(
          view.name(),
          "the other end of " + link + " is " + peer + " in " + peer.netns().name(),
          link,
          peer);
    }
  }
}
