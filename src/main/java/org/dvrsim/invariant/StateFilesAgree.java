package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/**
 * The state files name the priority of every floating IP's rule and the addresses of every router's
 * link, and give nothing to two.
 */
final class StateFilesAgree extends HostInvariant {
  @Override
  public String name() {
    return "state-file-inconsistent";
  }

  @Override
  public String consequence() {
    return "After the next restart the agent hands out what is in use, and removes the wrong rule.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(
        HostPart.DEVICES,
        HostPart.ADDRESSES,
        HostPart.RULES,
        HostPart.WANTED,
        HostPart.STATE_FILES);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    StateFiles files = view.stateFiles();
    List<WantedRouter> routers = view.wanted().routers();
    for (int i = 0; i < routers.size(); i++) {
      WantedRouter router = routers.get(i);
      Optional<Netns> netns = view.kernel().find(router.netns());
      if (netns.isPresent()) {
        check(netns.get(), router, files, findings);
      }
    }
    checkUnique(files.priorities(), "priority ", findings);
    checkUnique(files.pairs(), "", findings);
    return findings.list();
  }

  private static void check(Netns netns, WantedRouter router, StateFiles files, Findings findings) {
    List<WantedFloatingIp> wanted = router.floatingIps();
    List<IpRule> rules = netns.rules(IpFamily.V4);
    for (int i = 0; i < wanted.size(); i++) {
      for (int j = 0; j < rules.size(); j++) {
        IpRule rule = rules.get(j);
        if (rule.table().equals(Names.FIP_TABLE) && FipRules.selects(rule, wanted.get(i).fixed())) {
          String kept = files.priorities().getOrDefault(router.floatingIpKeys().get(i), "none");
          checkPriority(netns, wanted.get(i), rule, kept, findings);
        }
      }
    }
    LinkLocalPair pair = LinkLocalPair.orNull(netns.link(router.routerToFip()).orElse(null));
    if (pair != null) {
      checkPair(netns, router, pair, files, findings);
    }
  }

  private static void checkPriority(
      Netns netns, WantedFloatingIp fip, IpRule rule, String kept, Findings findings) {
    if (!kept.equals(Long.toString(rule.priority()))) {
      findings.add(
          netns.name(),
          "fip-priorities gives "
              + fip.floating()
              + " priority "
              + kept
              + ", its rule has "
              + rule.priority(),
          fip.floating(),
          RuleText.of(rule));
    }
  }

  private static void checkPair(
      Netns netns, WantedRouter router, LinkLocalPair pair, StateFiles files, Findings findings) {
    String kept = files.pairs().getOrDefault(router.payload().id(), "none");
    if (!kept.equals(pair.network().toString())) {
      findings.add(
          netns.name(),
          "fip-linklocal-networks gives the router "
              + kept
              + ", "
              + router.routerToFip()
              + " has "
              + pair.network(),
          router.payload().id(),
          router.routerToFip());
    }
  }

  private static void checkUnique(Map<String, String> entries, String what, Findings findings) {
    Map<String, String> owners = new HashMap<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      String key = entry.getKey();
      String item = entry.getValue();
      String other = owners.putIfAbsent(item, key);
      if (other != null) {
        findings.add(
            NetnsName.ROOT,
            what + item + " is given to " + other + " and to " + key,
            item,
            other,
            key);
      }
    }
  }
}
