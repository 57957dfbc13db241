package org.dvrsim.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dvrsim.fuzz.BugCheck;
import org.dvrsim.fuzz.BugHunt;

/** Prints what came of checking the known bugs: a line each and totals, or JSON. */
final class BugCheckText {
  private final PrintWriter out;
  private final boolean json;

  BugCheckText(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void line(BugCheck.Timed one) {
    if (json) {
      return;
    }
    BugHunt.Result result = one.result();
    if (result.invariant().isPresent()) {
      out.printf(
          Locale.ROOT,
          "found  %-16s %-28s %7d events %6.2f s, %d steps%n",
          result.id(),
          result.invariant().get(),
          result.events(),
          one.seconds(),
          result.steps());
    } else {
      out.printf(
          Locale.ROOT,
          "MISSED %-16s %-28s %7d events %6.2f s, %d sequences%n",
          result.id(),
          "-",
          result.events(),
          one.seconds(),
          result.sequences());
    }
    out.flush();
  }

  void totals(List<BugCheck.Timed> all) {
    List<BugCheck.Timed> found =
        all.stream().filter(one -> one.result().invariant().isPresent()).toList();
    double seconds = all.stream().mapToDouble(BugCheck.Timed::seconds).sum();
    double median = median(found.stream().mapToDouble(BugCheck.Timed::seconds).sorted().toArray());
    double steps =
        median(found.stream().mapToDouble(one -> one.result().steps()).sorted().toArray());
    if (json) {
      out.println(toJson(all, median, steps).toPrettyString());
      return;
    }
    out.printf(
        Locale.ROOT,
        "%d bugs, %d found; %.1f s of work; of those found the median took %.2f s and shrank to"
            + " %.0f steps%n",
        all.size(),
        found.size(),
        seconds,
        median,
        steps);
  }

  private static ObjectNode toJson(List<BugCheck.Timed> all, double median, double steps) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ArrayNode bugs = root.putArray("bugs");
    for (BugCheck.Timed one : all) {
      BugHunt.Result result = one.result();
      bugs.addObject()
          .put("id", result.id())
          .put("found", result.invariant().isPresent())
          .put("invariant", result.invariant().orElse(null))
          .put("sequences", result.sequences())
          .put("events", result.events())
          .put("seconds", one.seconds())
          .put("steps", result.steps());
    }
    return root.put("medianSeconds", median).put("medianSteps", steps);
  }

  private static double median(double[] sorted) {
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
