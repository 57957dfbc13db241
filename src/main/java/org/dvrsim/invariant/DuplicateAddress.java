package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

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
    return EnumSet.of(HostPart.DEVICES, HostPart.ADDRESSES, HostPart.WANTED);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    for (WantedRouter router : view.wanted().routers()) {
      Map<IpAddress, Link> owners = new HashMap<>();
      view.kernel().find(router.netns()).ifPresent(ns -> add(ns, owners, findings));
      view.kernel().find(router.snatNetns()).ifPresent(ns -> add(ns, owners, findings));
    }
    for (WantedNetns wanted : view.wanted().namespaces().values()) {
      if (wanted.kind() == NetnsKind.FIP) {
        view.kernel().find(wanted.name()).ifPresent(netns -> checkPairs(netns, findings));
      }
    }
    return findings.list();
  }

  private static void checkPairs(Netns netns, Findings findings) {
    Map<IpPrefix, Link> pairs = new HashMap<>();
    netns.links().forEach(link -> addPair(link, pairs, findings));
  }

  private static void add(Netns netns, Map<IpAddress, Link> owners, Findings findings) {
    for (Link link : netns.links()) {
      if (!link.isLoopback()) {
        for (IfAddress address : link.addresses()) {
          IpAddress local = address.local();
          Link other = local.isLinkLocal() ? null : owners.putIfAbsent(local, link);
          if (other != null && !other.equals(link)) {
            findings.add(
                netns.name(), local + " is on " + other + " and on " + link, local, other, link);
          }
        }
      }
    }
  }

  private static void addPair(Link link, Map<IpPrefix, Link> pairs, Findings findings) {
    LinkLocalPair.of(link)
        .ifPresent(
            pair -> {
              Link other = pairs.putIfAbsent(pair.network(), link);
              if (other != null) {
                findings.add(
                    link.netns().name(),
                    pair.network() + " is used for " + other + " and for " + link,
                    pair.network(),
                    other,
                    link);
              }
            });
  }
}
