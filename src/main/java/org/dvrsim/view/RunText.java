package org.dvrsim.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.TraceEntry;
import org.dvrsim.scenario.Finding;
import org.dvrsim.scenario.HostOps;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.StepOutcome;

/**
 * Tells a person what became of scenarios: a line each, the steps with their ops if wanted, and of
 * a failure the step, what it violates, the offending objects and the ops since the last good
 * state.
 */
public final class RunText {
  private static final String INDENT = "  ";

  private final Map<String, String> consequences;
  private final boolean exactNames;

  /**
   * Builds a writer.
   *
   * @param consequences the consequence of each invariant by its name
   * @param exactNames whether to write names as they are on the hosts, not as people use them
   */
  public RunText(Map<String, String> consequences, boolean exactNames) {
    this.consequences = Map.copyOf(consequences);
    this.exactNames = exactNames;
  }

  /** Returns the line that says how {@code outcome} ended. */
  public static String line(Outcome outcome) {
    String verdict =
        switch (outcome.verdict()) {
          case PASSED -> "ok  ";
          case FAILED -> "FAIL";
          case NOT_MODELLED, UNUSABLE -> "SKIP";
          case BUG -> "BUG ";
        };
    int steps = Math.max(0, outcome.steps().size() - 1);
    return verdict
        + " "
        + outcome.scenario().file().orElse("-")
        + ": "
        + outcome.scenario().title()
        + " ("
        + Quantity.of(steps, "step")
        + ", "
        + Quantity.of(outcome.opCount(), "op")
        + ")";
  }

  /** Returns the line that sums up. */
  public static String summary(List<Outcome> outcomes) {
    int passed = 0;
    int ops = 0;
    for (Outcome outcome : outcomes) {
      passed += outcome.verdict() == Outcome.Verdict.PASSED ? 1 : 0;
      ops += outcome.opCount();
    }
    int rest = outcomes.size() - passed;
    return Quantity.of(outcomes.size(), "scenario")
        + ": "
        + passed
        + " passed"
        + (rest == 0 ? "" : ", " + rest + " did not")
        + "; "
        + Quantity.of(ops, "op");
  }

  /** Returns a step and its ops, as lines. */
  public List<String> step(Outcome outcome, StepOutcome step) {
    return step(step, naming(outcome));
  }

  /** Returns what there is to say about an outcome that did not pass, as lines. */
  public List<String> details(Outcome outcome) {
    UnaryOperator<String> naming = naming(outcome);
    List<String> lines = new ArrayList<>();
    outcome
        .reason()
        .ifPresent(reason -> lines.add(INDENT + naming.apply(String.valueOf(reason.getMessage()))));
    outcome.failedStep().ifPresent(step -> failure(step, naming, lines));
    return lines;
  }

  private UnaryOperator<String> naming(Outcome outcome) {
    return exactNames ? UnaryOperator.identity() : outcome.names()::toPeople;
  }

  private void failure(StepOutcome step, UnaryOperator<String> naming, List<String> lines) {
    lines.add(INDENT + title(step));
    step.problem()
        .ifPresent(
            problem -> naming.apply(problem).lines().forEach(line -> lines.add(INDENT + line)));
    Map<Finding, Integer> times = new LinkedHashMap<>();
    step.violations().forEach(finding -> times.merge(finding, 1, Integer::sum));
    times.forEach((finding, count) -> violation(finding, count, naming, lines));
    lines.add(
        INDENT + "ops since the last good state:" + (step.hostOps().isEmpty() ? " none" : ""));
    ops(step, naming, lines);
  }

  private void violation(
      Finding finding, int times, UnaryOperator<String> naming, List<String> lines) {
    lines.add(
        INDENT
            + "violates "
            + finding.invariant()
            + " on "
            + finding.host()
            + ": "
            + naming.apply(finding.violation().detail())
            + (times == 1 ? "" : " (" + times + " times)"));
    String breaks = consequences.get(finding.invariant());
    if (breaks != null) {
      lines.add(INDENT + INDENT + "what breaks: " + breaks);
    }
    finding.violation().objects().forEach(o -> lines.add(INDENT + INDENT + naming.apply(o)));
  }

  private List<String> step(StepOutcome step, UnaryOperator<String> naming) {
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + title(step));
    ops(step, naming, lines);
    for (Finding finding : step.expected()) {
      lines.add(
          INDENT
              + INDENT
              + "violates "
              + finding.invariant()
              + ", as expected: "
              + naming.apply(finding.violation().detail()));
    }
    return lines;
  }

  private static String title(StepOutcome step) {
    String place = step.place().map(where -> " (" + where + ")").orElse("");
    return "step " + step.number() + place + ": " + step.what();
  }

  private static void ops(StepOutcome step, UnaryOperator<String> naming, List<String> lines) {
    for (HostOps host : step.hostOps()) {
      String group = null;
      for (TraceEntry entry : host.ops()) {
        if (!entry.askedBy().equals(group)) {
          group = entry.askedBy();
          lines.add(INDENT.repeat(2) + host.host() + (group.isEmpty() ? "" : ": " + group));
        }
        op(entry, naming, lines);
      }
    }
  }

  private static void op(TraceEntry entry, UnaryOperator<String> naming, List<String> lines) {
    String text = naming.apply(OpCommandLine.of(entry.op()));
    text.lines().forEach(line -> lines.add(INDENT.repeat(3) + line));
    entry
        .refusal()
        .ifPresent(
            refusal ->
                lines.add(
                    INDENT.repeat(3)
                        + "# refused: "
                        + naming.apply(String.valueOf(refusal.getMessage()))));
  }
}
