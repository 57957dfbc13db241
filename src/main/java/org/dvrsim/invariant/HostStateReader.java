package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * Reads a host's state again and again. What it read of a namespace is kept until the kernel tells
 * that something in it changed.
 */
public final class HostStateReader {
  /** What a fact about a line of the one state file begins with. */
  static final String PRIORITY = "fip-priorities: ";

  /** What a fact about a line of the other state file begins with. */
  static final String PAIR = "fip-linklocal-networks: ";

  private final Host host;
  private final StateFilesReader stateFiles;
  private final Map<NetnsName, NetnsFacts> known = new HashMap<>();
  private boolean picksChanged = true;
  private RandomPicks picks = RandomPicks.of(List.of());

  /** Builds a reader, which is to be told of every {@linkplain #changed change} from now on. */
  HostStateReader(Host host, StateFilesReader stateFiles) {
    this.host = host;
    this.stateFiles = stateFiles;
  }

  /**
   * Returns the state of a host's namespaces, bridge, helper daemons and state files.
   *
   * @param statePath where on the host's disk the agent keeps its state files
   */
  public static HostState read(Host host, String statePath) {
    return new HostStateReader(host, new StateFilesReader(host, statePath)).read();
  }

  /**
   * Takes note of a change.
   *
   * @param aspects the {@link Aspect}s that it may have changed, as bits
   */
  void changed(KernelEvent event, int aspects) {
    picksChanged |= (aspects & RandomPicks.HANG_ON) != 0;
    if (known.isEmpty()) {
      return;
    }
    NetnsFacts reader = known.get(event.netns());
    if (reader != null) {
      reader.forget(aspects);
    }
    if (event instanceof KernelEvent.LinkChanged link && isRenamed(link)) {
      // Its peer's namespace has a fact about it.
      known.clear();
    }
  }

  private static boolean isRenamed(KernelEvent.LinkChanged link) {
    return link.before().isEmpty()
        || link.after().isEmpty()
        || !link.before().get().name().equals(link.after().get().name());
  }

  /** Returns the state now. */
  HostState read() {
    List<Netns> namespaces = new ArrayList<>();
    for (NetnsName name : host.kernel().names()) {
      host.kernel().find(name).ifPresent(namespaces::add);
    }
    namePicks(namespaces);
    Map<String, List<FactSection>> facts = new TreeMap<>();
    facts.put(HostState.HOST, List.of(new FactSection("host", hostFacts())));
    for (Netns netns : namespaces) {
      NetnsFacts reader = known.get(netns.name());
      if (reader == null || !reader.isOf(netns)) {
        reader = new NetnsFacts(netns);
        known.put(netns.name(), reader);
      }
      facts.put(netns.name().text(), reader.read(picks));
    }
    return new HostState(facts);
  }

  private void namePicks(List<Netns> namespaces) {
    if (picksChanged) {
      RandomPicks now = RandomPicks.of(namespaces);
      if (!now.equals(picks)) {
        picks = now;
      }
      picksChanged = false;
    }
  }

  private List<String> hostFacts() {
    List<String> facts = new ArrayList<>();
    host.bridgePorts().names().forEach(port -> facts.add("bridge port " + port));
    host.processes().running().forEach(p -> facts.add(p.netns() + ": process " + p.service()));
    StateFiles files = stateFiles.read();
    files.priorities().keySet().forEach(key -> facts.add(PRIORITY + key));
    files.pairs().keySet().forEach(key -> facts.add(PAIR + key));
    return facts;
  }
}
