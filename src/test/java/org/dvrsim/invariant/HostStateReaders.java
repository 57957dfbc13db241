package org.dvrsim.invariant;

import java.util.function.BooleanSupplier;
import org.dvrsim.ops.Host;

/** Lets tests of other packages watch a reader of states. */
public final class HostStateReaders {
  private HostStateReaders() {}

  /** Returns what tells whether a reader that keeps what it read reads what there is. */
  public static BooleanSupplier watch(Host host, String statePath) {
    HostStateReader reader = new HostStateReader(host, new StateFilesReader(host, statePath));
    host.kernel().addListener(event -> reader.changed(event, Aspect.changedBy(event)));
    return () -> reader.read().equals(HostStateReader.read(host, statePath));
  }
}
