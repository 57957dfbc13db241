package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;

/**
 * No address is on two devices of one router, and no link-local pair is used twice in a namespace.
 */
final class DuplicateAddress extends HostInvariant {
  @Override
  public String name() {
    return "duplicate-address";
  }

  @Override
  public String consequence() {
    return "Two devices answer for one address, and packets go to whichever was faster.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.DEVICES, HostPart.ADDRESSES, HostPart.WANTED_NAMESPACES);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    List<IfAddress> ofRouter = new ArrayList<>();
    List<WantedRouter> routers = view.wanted().routers();
    for (int i = 0; i < routers.size(); i++) {
      ofRouter.clear();
      add(view, routers.get(i).netns(), ofRouter, findings);
      add(view, routers.get(i).snatNetns(), ofRouter, findings);
    }
    for (WantedNetns wanted : view.wanted().namespaces().values()) {
      if (wanted.kind() == NetnsKind.FIP) {
        checkPairs(view, wanted.name(), findings);
      }
    }
    return findings.list();
  }

  private static void checkPairs(HostView view, NetnsName name, Findings findings) {
    Map<IpPrefix, Link> pairs = new HashMap<>();
    for (Link link : links(view, name)) {
      LinkLocalPair pair = LinkLocalPair.orNull(link);
      Link other = pair == null ? null : pairs.putIfAbsent(pair.network(), link);
      if (other != null) {
        findings.add(
            name,
            pair.network() + " is used for " + other + " and for " + link,
            pair.network(),
            other,
            link);
      }
    }
  }

  private static List<Link> links(HostView view, NetnsName name) {
    Optional<Netns> netns = view.kernel().find(name);
    return netns.isPresent() ? netns.get().links() : List.of();
  }

  /** Adds the addresses of a namespace to those known of its router. */
  private static void add(
      HostView view, NetnsName name, List<IfAddress> ofRouter, Findings findings) {
    List<Link> links = links(view, name);
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      List<IfAddress> addresses = link.isLoopback() ? List.of() : link.addresses();
      for (int j = 0; j < addresses.size(); j++) {
        IpAddress local = addresses.get(j).local();
        if (!local.isLinkLocal()) {
          Link other = owner(local, ofRouter);
          if (other == null) {
            ofRouter.add(addresses.get(j));
          } else if (!other.equals(link)) {
            findings.add(name, local + " is on " + other + " and on " + link, local, other, link);
          }
        }
      }
    }
  }

  /** Returns who has an address; null if nobody does. A router has few: a map takes longer. */
  private static Link owner(IpAddress address, List<IfAddress> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).local().equals(address)) {
        return all.get(i).device();
      }
    }
    return null;
  }
}
