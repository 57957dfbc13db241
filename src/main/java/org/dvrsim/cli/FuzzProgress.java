package org.dvrsim.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.dvrsim.fuzz.Campaign;
import org.dvrsim.view.Quantity;

/** Shows on standard error how a campaign goes: a line every two seconds, and one at its end. */
final class FuzzProgress {
  private static final long PERIOD = 2_000_000_000L;

  private final Campaign campaign;
  private final PrintWriter err;
  private final long start = System.nanoTime();
  private long next = start + PERIOD;

  FuzzProgress(Campaign campaign, PrintWriter err) {
    this.campaign = campaign;
    this.err = err;
  }

  /** Shows a line if it is time for one. */
  void show(int kinds) {
    if (System.nanoTime() >= next) {
      next = System.nanoTime() + PERIOD;
      line(Quantity.of(kinds, "kind") + " of failure");
    }
  }

  /** Shows the last line. */
  void end() {
    line("done");
  }

  private void line(String what) {
    double seconds = (System.nanoTime() - start) / 1e9;
    err.printf(
        Locale.ROOT,
        "%.0f s: %d sequences (%.0f/s), %d events (%.0f/s), %d failing; seen: %d outcomes of"
            + " agent methods, %d invariants in danger, %d kinds of faults; %s%n",
        seconds,
        campaign.sequences(),
        campaign.sequences() / seconds,
        campaign.events(),
        campaign.events() / seconds,
        campaign.failing(),
        campaign.coverage().pairs(),
        campaign.coverage().inDanger().size(),
        campaign.coverage().happened().size(),
        what);
    err.flush();
  }
}
