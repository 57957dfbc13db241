package org.dvrsim.invariant;

import java.util.List;
import org.dvrsim.net.NetnsName;

/** The agent logs no exception and lets none escape unless something was made to go wrong. */
final class ExceptionEscapes implements Invariant {
  @Override
  public String name() {
    return "exception-escapes";
  }

  @Override
  public String consequence() {
    return "The agent gives up in the middle of its work, or repeats it in vain.";
  }

  @Override
  public boolean onlyWhenSettled() {
    return false;
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (!view.step().disturbed()) {
      for (String error : view.step().errors()) {
        findings.add(NetnsName.ROOT, "the agent met " + error, error);
      }
    }
    return findings.list();
  }
}
