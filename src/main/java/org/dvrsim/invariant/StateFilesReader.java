package org.dvrsim.invariant;

import java.nio.file.Path;
import java.util.Optional;
import org.dvrsim.ops.DiskClock;
import org.dvrsim.ops.Host;

/**
 * Reads a host's state files again and again. What it read is kept until somebody uses the host's
 * disk, whoever and for whatever; where that is not known, it is read each time.
 */
final class StateFilesReader {
  private final Host host;
  private final String statePath;
  private final StateFile priorities;
  private final StateFile pairs;
  private StateFiles known;
  private long readAt;

  /**
   * Builds a reader.
   *
   * @param statePath where on the host's disk the agent keeps its state files
   */
  StateFilesReader(Host host, String statePath) {
    this.host = host;
    this.statePath = statePath;
    Path directory = host.disk().getPath(statePath);
    this.priorities = new StateFile(host, directory.resolve("fip-priorities"));
    this.pairs = new StateFile(host, directory.resolve("fip-linklocal-networks"));
  }

  /** Returns where on the host's disk the files are. */
  String path() {
    return statePath;
  }

  /** Returns what the files say now: the same object as long as they are as they were. */
  StateFiles read() {
    Optional<DiskClock> clock = host.diskClock();
    if (known == null || clock.isEmpty() || clock.get().ticks() != readAt) {
      StateFiles now = new StateFiles(priorities.read(), pairs.read());
      known = now.equals(known) ? known : now;
      readAt = clock.isPresent() ? clock.get().ticks() : 0;
    }
    return known;
  }
}
