package org.dvrsim.fuzz;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.dvrsim.invariant.Violation;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.WorkersAction;

/**
 * What two failures have in common that differ in names and numbers only.
 *
 * <p>Campaigns tell violations apart by it, and leave out those whose shape is known.
 */
public final class Shape {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DEVICE = Pattern.compile("\\b(qr|qg|sg|fg|rfp|fpr)-[0-9a-f-]+");
  private static final Pattern NUMBER =
      Pattern.compile("\\b(0x[0-9a-f]+|[0-9a-f]*:[0-9a-f:]+|[0-9]+(\\.[0-9]+)*)(/[0-9.]+)?\\b");

  private Shape() {}

  /** Returns a violation's invariant and what is wrong, without ids, addresses and numbers. */
  public static String of(Violation violation) {
    String text = violation.invariant() + ": " + violation.detail().lines().limit(3).toList();
    text = ID.matcher(text).replaceAll("*");
    text = DEVICE.matcher(text).replaceAll("$1-*");
    return NUMBER.matcher(text).replaceAll("#");
  }

  /** Returns the kinds of steps of a sequence, in order. */
  static String of(Draft draft) {
    StringJoiner steps = new StringJoiner(", ");
    draft.actions().forEach(action -> steps.add(of(action)));
    return steps.toString();
  }

  private static String of(Action action) {
    if (action instanceof FaultAction fault) {
      return fault.fault() + "(" + of(fault.action()) + ")";
    }
    if (action instanceof WorkersAction workers) {
      StringJoiner steps = new StringJoiner(" | ");
      workers.actions().forEach(each -> steps.add(of(each)));
      return "workers(" + steps + ")";
    }
    return action.keyword();
  }
}
