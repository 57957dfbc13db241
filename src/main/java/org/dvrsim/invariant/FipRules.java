package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/** The rules of a router's namespace that send packets of fixed addresses to floating IPs. */
final class FipRules {
  private FipRules() {}

  /**
   * Returns the rules that look up the floating IPs' table, those of the fast path exit left out.
   */
  static List<IpRule> of(Netns router) {
    List<IpRule> found = new ArrayList<>();
    List<IpRule> rules = router.rules(IpFamily.V4);
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      if (rule.table().equals(Names.FIP_TABLE)
          && rule.priority() != Names.FAST_PATH_EXIT_PRIORITY) {
        found.add(rule);
      }
    }
    return found;
  }

  /** Tells whether {@code rule} selects what {@code address} sends. */
  static boolean selects(IpRule rule, IpAddress address) {
    return rule.from().isPresent()
        && rule.from().get().address().equals(address)
        && rule.from().get().length() == address.family().bits();
  }
}
