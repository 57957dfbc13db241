package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * An agent that the server does not answer leaves alone what it has: nothing that is still called
 * for went in such a step and is gone at its end. What was begun in the same step and is given up
 * may go: the agent tidies up a new router that it can't finish (neutron/agent/l3/agent.py,
 * _process_added_router).
 */
final class LostInOutage extends HostInvariant {
  private static final String ROUTER_END = "rfp-";
  private static final String FIP_END = "fpr-";

  /** What an agent meets when the server does not answer. */
  private static final Set<String> SILENCE = Set.of("MessagingTimeout", "RemoteError");

  @Override
  public String name() {
    return "lost-in-outage";
  }

  @Override
  public String consequence() {
    return "Instances lose their connections because the server, not the network, is out of order.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.ERRORS);
  }

  @Override
  public boolean onlyWhenSettled() {
    return false;
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    List<String> errors = view.step().errors();
    if (!errors.isEmpty() && errors.stream().anyMatch(LostInOutage::tellsOfSilence)) {
      Set<List<Object>> begun = new HashSet<>();
      for (KernelEvent event : view.step().changes()) {
        check(view, event, begun, findings);
      }
    }
    return findings.list();
  }

  /**
   * Tells whether {@code device} was a router's end of the link to a namespace that is not called
   * for; the one that is called for under its name is another.
   */
  private static boolean ledElsewhere(HostView view, IfName device) {
    if (!device.text().startsWith(ROUTER_END)) {
      return false;
    }
    IfName other = new IfName(FIP_END + device.text().substring(ROUTER_END.length()));
    for (KernelEvent event : view.step().changes()) {
      if (event instanceof KernelEvent.LinkChanged link
          && link.after().isEmpty()
          && link.before().orElseThrow().name().equals(other)) {
        return view.wantedNetns(event.netns()).isEmpty();
      }
    }
    return false;
  }

  /** Tells whether an error says that the server did not answer. */
  static boolean tellsOfSilence(String error) {
    return SILENCE.contains(error.substring(0, Math.max(0, error.indexOf(':'))));
  }

  /** Adds to {@code begun} what is first heard of as new in this step. */
  private static void check(
      HostView view, KernelEvent event, Set<List<Object>> begun, Findings findings) {
    NetnsName netns = event.netns();
    boolean there = view.kernel().find(netns).isPresent();
    if (event instanceof KernelEvent.NetnsAdded) {
      begun.add(List.of(netns));
    } else if (event instanceof KernelEvent.LinkChanged link && link.before().isEmpty()) {
      begun.add(List.of(netns, link.after().orElseThrow().name()));
    } else if (event instanceof KernelEvent.NetnsRemoved) {
      if (!there
          && !begun.contains(List.<Object>of(netns))
          && view.wanted().namespaces().containsKey(netns)) {
        findings.add(netns, netns + " went although it is called for", netns);
      }
    } else if (event instanceof KernelEvent.LinkChanged link && there && link.after().isEmpty()) {
      IfName device = link.before().orElseThrow().name();
      Optional<WantedNetns> wanted = view.wantedNetns(netns);
      if (view.kernel().netns(netns).link(device).isEmpty()
          && !begun.contains(List.<Object>of(netns, device))
          && wanted.filter(each -> each.deviceOrNull(device) != null).isPresent()
          && !ledElsewhere(view, device)) {
        findings.add(netns, device + " went although it is called for", device, netns);
      }
    }
  }
}
