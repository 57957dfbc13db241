package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.Link;

/** No namespace holds a device that nothing on the server calls for. */
final class LeakedDevice extends NetnsInvariant {
  @Override
  public String name() {
    return "leaked-device";
  }

  @Override
  public String consequence() {
    return "A device that belongs to nothing keeps answering for its addresses, and what comes"
        + " back under its name later cannot be set up.";
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
    List<Link> links = view.actual().links();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (!link.isLoopback()
          && view.wanted().deviceOrNull(link.name()) == null
          && !mayStay(view, link)) {
        findings.add(view.name(), "nothing calls for " + link.name(), link.name(), view.name());
      }
    }
  }

  /** An unused floating IP namespace keeps its agent gateway until the network is deleted. */
  private static boolean mayStay(NetnsView view, Link link) {
    if (view.wanted().optionalLinks().contains(link.name())) {
      return true;
    }
    return view.wanted().kind() == NetnsKind.FIP
        && view.wanted().routers().isEmpty()
        && link.name().text().startsWith("fg-");
  }
}
