package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/**
 * The agent logs no exception and lets none escape unless something was made to go wrong; and even
 * then none that tells of a mistake in its own code.
 */
final class ExceptionEscapes extends HostInvariant {
  static final String NAME = "exception-escapes";

  /** What Python raises where a program uses what it does not have. */
  private static final Set<String> OWN_MISTAKES =
      Set.of(
          "AttributeError",
          "IndexError",
          "KeyError",
          "NameError",
          "TypeError",
          "UnboundLocalError");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String consequence() {
    return "The agent gives up in the middle of its work, or repeats it in vain.";
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
    for (String error : view.step().errors()) {
      if (!view.step().disturbed() || isOwnMistake(error)) {
        findings.add(NetnsName.ROOT, "the agent met " + error, error);
      }
    }
    return findings.list();
  }

  private static boolean isOwnMistake(String error) {
    return OWN_MISTAKES.contains(error.substring(0, Math.max(0, error.indexOf(':'))));
  }
}
