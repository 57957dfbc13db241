package org.dvrsim.fuzz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private static final Pattern PICK =
      Pattern.compile("\\b(pair|table|mac|priority|link-local)\\([^)]*\\)");

  /** A table that is called by its number, apart from the one for floating IPs. */
  private static final Pattern TABLE =
      Pattern.compile("\\b(table|lookup|rule IPv[46]) (?!16\\b)[0-9]+");

  private static final Pattern FAMILY = Pattern.compile("\\b[Ii][Pp]v?[46]?(?=tables|\\b)");
  private static final Pattern NUMBER_V6 =
      Pattern.compile("(?<![0-9a-zA-Z])([0-9a-f]*:){2,}[0-9a-f]*(/[0-9]+)?");
  private static final Pattern NUMBER =
      Pattern.compile("\\b(0x[0-9a-f]+|[0-9]+(\\.[0-9]+)*\\.?)(/[0-9.]+)?(?![0-9a-zA-Z_])");

  /** What people and generators call things, such as {@code vm1}. */
  private static final Pattern GIVEN_NAME = Pattern.compile("[a-z]+[0-9]+");

  private static final Pattern LIST = Pattern.compile("\\[(#(, #)*)?\\]");

  private Shape() {}

  /**
   * Returns each thing that a violation says is wrong, with its invariant and without ids,
   * addresses and numbers, families of addresses included. There is one for most invariants; a
   * comparison of states has one for each fact in which they differ.
   */
  public static Set<String> of(Violation violation) {
    List<String> lines = violation.detail().lines().toList();
    List<String> facts = lines.size() == 1 ? lines : lines.subList(1, lines.size());
    Set<String> shapes = new LinkedHashSet<>();
    for (String fact : facts) {
      shapes.add(violation.invariant() + " in " + kind(violation) + ": " + shape(fact, violation));
    }
    return shapes;
  }

  private static String shape(String fact, Violation violation) {
    String text = withoutNames(fact);
    for (String object : violation.objects()) {
      if (GIVEN_NAME.matcher(object).matches()) {
        text = text.replace(object, "*");
      }
    }
    return text;
  }

  private static String kind(Violation violation) {
    String netns = violation.netns().text();
    return netns.isEmpty() ? "no namespace" : withoutNames(netns);
  }

  /** Returns a text without ids, addresses and numbers. */
  static String withoutNames(String fact) {
    String text = ID.matcher(fact).replaceAll("*");
    text = DEVICE.matcher(text).replaceAll("$1-*");
    text = TABLE.matcher(text).replaceAll("$1 table(*)");
    text = PICK.matcher(text).replaceAll("$1(*)");
    text = FAMILY.matcher(text).replaceAll("ip");
    text = NUMBER_V6.matcher(text).replaceAll("#");
    text = NUMBER.matcher(text).replaceAll("#");
    return LIST.matcher(text).replaceAll("[#]");
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
