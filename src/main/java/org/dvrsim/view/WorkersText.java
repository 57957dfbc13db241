package org.dvrsim.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dvrsim.ops.Access;
import org.dvrsim.ops.Workers;

/**
 * Shows side by side what workers did that interrupted each other: a column each, a row for every
 * access that may matter to another, and the two accesses that conflict where one was interrupted.
 */
public final class WorkersText {
  private static final int WIDTH = 150;
  private static final int AROUND = 6;

  private final Workers workers;
  private final UnaryOperator<String> naming;
  private final List<Access> accesses;

  private WorkersText(Workers workers, UnaryOperator<String> naming) {
    this.workers = workers;
    this.naming = naming;
    this.accesses = workers.accesses();
  }

  /**
   * Returns it as lines.
   *
   * @param naming translates ids into the names that people use
   */
  public static List<String> of(Workers workers, UnaryOperator<String> naming) {
    return new WorkersText(workers, naming).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Workers.Handover handover : workers.handovers()) {
      conflict(handover).ifPresent(lines::add);
    }
    lines.addAll(columns());
    return lines;
  }

  /** Returns what the interrupted worker did or was to do, and what another did meanwhile. */
  private Optional<String> conflict(Workers.Handover handover) {
    Access interrupted = handover.interrupted();
    int at = (int) interrupted.point() - 1;
    int back = at + 1;
    while (back < accesses.size() && accesses.get(back).worker() != interrupted.worker()) {
      back++;
    }
    List<Access> meanwhile = accesses.subList(at + 1, back);
    for (int i = at; i >= 0; i--) {
      Access own = accesses.get(i);
      if (own.worker() == interrupted.worker()) {
        for (Access other : meanwhile) {
          if (own.conflictsWith(other)) {
            return Optional.of(
                (i == at ? "before " : "after ")
                    + name(own)
                    + " did\n    "
                    + describe(own)
                    + "\n  "
                    + name(other)
                    + " did\n    "
                    + describe(other));
          }
        }
      }
    }
    return Optional.empty();
  }

  private String name(Access access) {
    return workers.names().get(access.worker());
  }

  private String describe(Access access) {
    String method = access.askedBy().isEmpty() ? "" : " (" + access.askedBy() + ")";
    return naming.apply(access.toString()) + method;
  }

  private List<String> columns() {
    List<Integer> shown = new ArrayList<>(new LinkedHashSet<>(workersAtWork()));
    int width = Math.max(24, WIDTH / Math.max(1, shown.size()) - 3);
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    shown.forEach(worker -> head.append(pad(workers.names().get(worker), width)).append(" | "));
    lines.add(head.toString().stripTrailing());
    Set<Integer> kept = rows();
    int left = 0;
    for (int i = 0; i < accesses.size(); i++) {
      Access access = accesses.get(i);
      if (!kept.contains(i)) {
        left++;
        continue;
      }
      if (left > 0) {
        lines.add("  (" + left + " more)");
        left = 0;
      }
      StringBuilder row = new StringBuilder();
      for (int worker : shown) {
        String text =
            worker == access.worker() ? access.point() + " " + naming.apply(access + "") : "";
        row.append(pad(text, width)).append(" | ");
      }
      lines.add(row.toString().stripTrailing());
    }
    if (left > 0) {
      lines.add("  (" + left + " more)");
    }
    return lines;
  }

  private Set<Integer> workersAtWork() {
    Set<Integer> numbers = new LinkedHashSet<>();
    accesses.forEach(access -> numbers.add(access.worker()));
    return numbers;
  }

  /** Keeps what is near a change of workers. */
  private Set<Integer> rows() {
    Set<Integer> kept = new LinkedHashSet<>();
    for (int i = 1; i < accesses.size(); i++) {
      if (accesses.get(i).worker() != accesses.get(i - 1).worker()) {
        for (int near = i - AROUND; near < i + AROUND; near++) {
          kept.add(near);
        }
      }
    }
    return kept;
  }

  private static String pad(String text, int width) {
    String cut = text.length() > width ? text.substring(0, width - 1) + "…" : text;
    return cut + " ".repeat(width - cut.length());
  }
}
