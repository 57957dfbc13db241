package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
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
      view.netns(name).ifPresent(netns -> all.addAll(check(netns)));
    }
    return all;
  }

  /** Returns what is wrong in one namespace. */
  final List<Violation> check(NetnsView view) {
    Findings findings = new Findings(this);
    if (concerns(view.wanted().kind())) {
      check(view, findings);
    }
    return findings.list();
  }
}
