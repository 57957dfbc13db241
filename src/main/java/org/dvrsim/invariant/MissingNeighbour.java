package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.NudState;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * Every router knows the MAC of each instance on its subnets and of the other ends of its links.
 */
final class MissingNeighbour extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-neighbour";
  }

  @Override
  public String consequence() {
    return "The router does not reach the instance: its ARP requests do not leave the host.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.ADDRESSES, Aspect.NEIGHBOURS);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.NEIGHBOURS, WantedPart.DEVICES);
  }

  /** Those of the centralised SNAT have neither instances nor links. */
  @Override
  boolean concerns(NetnsKind kind) {
    return kind != NetnsKind.SNAT;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedNeighbours wanted : view.wanted().neighbours()) {
      Link link = view.linkOrNull(wanted.device());
      if (link != null) {
        for (Map.Entry<IpAddress, Set<MacAddress>> entry : wanted.entries().entrySet()) {
          check(view, link, entry.getKey(), entry.getValue(), findings);
        }
      }
    }
    List<WantedDevice> devices = view.wanted().devices();
    for (int i = 0; i < devices.size(); i++) {
      Link link = devices.get(i).onBridge() ? null : view.deviceOrNull(i);
      if (link != null) {
        checkVeth(view, link, findings);
      }
    }
  }

  private static void checkVeth(NetnsView view, Link link, Findings findings) {
    LinkLocalPair pair = LinkLocalPair.orNull(link);
    if (pair != null && link.peer().isPresent()) {
      boolean router = view.wanted().kind() == NetnsKind.ROUTER;
      IpAddress other = router ? pair.fipEnd() : pair.routerEnd();
      check(view, link, other, Set.of(link.peer().get().mac()), findings);
    }
  }

  private static void check(
      NetnsView view, Link link, IpAddress address, Set<MacAddress> macs, Findings findings) {
    MacAddress found = permanent(view, link, address);
    if (found == null || !macs.contains(found)) {
      MacAddress mac = macs.iterator().next();
      findings.add(
          view.name(),
          link
              + (found == null ? " does not know " : " believes wrong of ")
              + address
              + ", which has MAC "
              + mac,
          link,
          address,
          mac);
    }
  }

  /** Returns what a device knows of an address for ever; null if it does not. */
  private static MacAddress permanent(NetnsView view, Link link, IpAddress address) {
    Optional<Neighbour> neighbour = view.actual().neighbour(link, address);
    return neighbour.isPresent() && neighbour.get().state() == NudState.PERMANENT
        ? neighbour.get().mac().orElse(null)
        : null;
  }
}
