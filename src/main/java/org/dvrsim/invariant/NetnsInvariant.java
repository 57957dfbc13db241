package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/**
 * A property of each namespace that an agent makes, to be judged by what that namespace holds and
 * by what it should hold alone. Who remembers the answer need not ask again until one of the two
 * changes.
 */
abstract class NetnsInvariant implements Invariant {

  /** Notes what is wrong in a namespace that is there and should be. */
  abstract void check(NetnsView view, Findings findings);

  /** Returns what of a namespace it looks at. */
  abstract Set<Aspect> aspects();

  /** Returns what of what should be in a namespace it looks at. */
  abstract Set<WantedPart> parts();

  /** Tells whether it is about namespaces of {@code kind}. */
  boolean concerns(NetnsKind kind) {
    return true;
  }

  @Override
  public final List<Violation> check(HostView view) {
    List<Violation> all = new ArrayList<>();
    for (NetnsName name : view.kernel().names()) {
      Optional<NetnsView> netns = view.netns(name);
      if (netns.isPresent() && concerns(netns.get().wanted().kind())) {
        all.addAll(check(netns.get()));
      }
    }
    return all;
  }

  /** Returns what is wrong in one namespace that it is about. */
  final List<Violation> check(NetnsView view) {
    Findings findings = new Findings(this);
    check(view, findings);
    return findings.list();
  }
}
