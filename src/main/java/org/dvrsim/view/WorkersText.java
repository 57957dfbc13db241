package org.dvrsim.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dvrsim.ops.Access;
import org.dvrsim.ops.Workers;

/**
 * Shows side by side what workers did that interrupted each other: a column each, a row for every
 * access that may matter to another, and the two accesses that conflict where one was interrupted,
 * which are marked in their rows.
 */
public final class WorkersText {
  private static final int WIDTH = 150;
  private static final int AROUND = 6;

  private final Workers workers;
  private final UnaryOperator<String> naming;
  private final List<Row> rows;

  /**
   * What stands in a row: an access, or that a worker was interrupted when it was about to make it.
   */
  private record Row(Access access, boolean interrupted) {}

  private WorkersText(Workers workers, UnaryOperator<String> naming) {
    this.workers = workers;
    this.naming = naming;
    this.rows = rows(workers);
  }

  /**
   * Returns it as lines; none if one alone was at it.
   *
   * @param naming translates ids into the names that people use
   */
  public static List<String> of(Workers workers, UnaryOperator<String> naming) {
    return new WorkersText(workers, naming).lines();
  }

  /** Two accesses to one thing, the other's in between the interrupted worker's. */
  private record Conflict(Access own, Access other, boolean before) {}

  private List<String> lines() {
    if (workersAtWork().size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    Set<Access> conflicting = new LinkedHashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).interrupted()) {
        conflict(i)
            .ifPresent(
                conflict -> {
                  lines.addAll(describe(conflict));
                  conflicting.add(conflict.own());
                  conflicting.add(conflict.other());
                });
      }
    }
    lines.addAll(columns(conflicting));
    return lines;
  }

  /**
   * Returns what a worker that was interrupted was to do, or had done before, and what another did
   * meanwhile.
   *
   * @param at the row where it was interrupted
   */
  private Optional<Conflict> conflict(int at) {
    Access interrupted = rows.get(at).access();
    List<Access> meanwhile = new ArrayList<>();
    int made = at + 1;
    while (!rows.get(made).access().equals(interrupted)) {
      if (!rows.get(made).interrupted()) {
        meanwhile.add(rows.get(made).access());
      }
      made++;
    }
    for (int i = at; i >= 0; i--) {
      Access own = rows.get(i).access();
      if (own.worker() == interrupted.worker()) {
        for (Access other : meanwhile) {
          if (own.conflictsWith(other)) {
            return Optional.of(new Conflict(own, other, i == at));
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<String> describe(Conflict conflict) {
    return List.of(
        "conflict: " + (conflict.before() ? "before " : "after ") + name(conflict.own()) + " did",
        "    " + describe(conflict.own()),
        "  " + name(conflict.other()) + " did",
        "    " + describe(conflict.other()));
  }

  private String name(Access access) {
    return workers.names().get(access.worker());
  }

  private String describe(Access access) {
    String method = access.askedBy().isEmpty() ? "" : " (" + access.askedBy() + ")";
    return naming.apply(access.toString()) + method;
  }

  /** Returns the rows in the order in which things came about. */
  private static List<Row> rows(Workers workers) {
    Set<Access> interrupted = new LinkedHashSet<>();
    workers.handovers().forEach(handover -> interrupted.add(handover.interrupted()));
    List<Row> rows = new ArrayList<>();
    Map<Integer, Access> waiting = new LinkedHashMap<>();
    for (Access access : workers.accesses()) {
      addMade(waiting.remove(access.worker()), rows);
      rows.add(new Row(access, interrupted.contains(access)));
      if (interrupted.contains(access)) {
        waiting.put(access.worker(), access);
        for (Workers.Handover handover : workers.handovers()) {
          if (handover.interrupted().equals(access)) {
            addMade(waiting.remove(handover.next()), rows);
          }
        }
      }
    }
    waiting.values().forEach(access -> addMade(access, rows));
    return rows;
  }

  private static void addMade(Access access, List<Row> rows) {
    if (access != null) {
      rows.add(new Row(access, false));
    }
  }

  private List<String> columns(Set<Access> conflicting) {
    List<Integer> shown = new ArrayList<>(workersAtWork());
    int width = Math.max(24, WIDTH / shown.size() - 3);
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    shown.forEach(worker -> head.append(pad(workers.names().get(worker), width)).append(" | "));
    lines.add(head.toString().stripTrailing());
    Set<Integer> kept = kept(conflicting);
    int left = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (!kept.contains(i)) {
        left++;
        continue;
      }
      if (left > 0) {
        lines.add("  (" + left + " more)");
        left = 0;
      }
      lines.add(line(rows.get(i), shown, width, conflicting));
    }
    if (left > 0) {
      lines.add("  (" + left + " more)");
    }
    return lines;
  }

  private String line(Row row, List<Integer> shown, int width, Set<Access> conflicting) {
    Access access = row.access();
    String mark = " ";
    if (row.interrupted()) {
      mark = " interrupted before ";
    } else if (conflicting.contains(access)) {
      mark = "! ";
    }
    String what = access.point() + mark + naming.apply(access.toString());
    StringBuilder line = new StringBuilder();
    for (int worker : shown) {
      line.append(pad(worker == access.worker() ? what : "", width)).append(" | ");
    }
    return line.toString().stripTrailing();
  }

  private Set<Integer> workersAtWork() {
    Set<Integer> numbers = new LinkedHashSet<>();
    workers.accesses().forEach(access -> numbers.add(access.worker()));
    return numbers;
  }

  /** Returns which rows are near a change of workers, or of what conflicts. */
  private Set<Integer> kept(Set<Access> conflicting) {
    Set<Integer> kept = new LinkedHashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (conflicting.contains(rows.get(i).access())) {
        kept.add(i);
      }
      if (i > 0 && rows.get(i).access().worker() != rows.get(i - 1).access().worker()) {
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
