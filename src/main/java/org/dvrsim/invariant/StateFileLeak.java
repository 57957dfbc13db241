package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/**
 * The state files keep nothing for floating IPs and routers that went while the agent was running.
 * (What went while it was down stays until the pool runs dry, by design: what was never wanted
 * since the agent started.)
 */
final class StateFileLeak extends HostInvariant {
  @Override
  public String name() {
    return "state-file-leak";
  }

  @Override
  public String consequence() {
    return "Priorities and link-local addresses run out, and no floating IP can be added any more.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.WANTED, HostPart.STATE_FILES);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    Set<String> wanted = view.wanted().stateFileKeys();
    check(view, view.stateFiles().priorities().keySet(), "fip-priorities", wanted, findings);
    check(view, view.stateFiles().pairs().keySet(), "fip-linklocal-networks", wanted, findings);
    return findings.list();
  }

  private static void check(
      HostView view, Set<String> keys, String file, Set<String> wanted, Findings findings) {
    for (String key : keys) {
      if (!wanted.contains(key) && !view.keptSinceStart().contains(key)) {
        findings.add(NetnsName.ROOT, file + " still keeps something for " + key, key, file);
      }
    }
  }
}
