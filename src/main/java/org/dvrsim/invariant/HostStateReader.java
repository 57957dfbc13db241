package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<NetnsName, Read> known = new HashMap<>();
  private final Set<NetnsName> changed = new HashSet<>();
  private RandomPicks picks = RandomPicks.of(List.of());

  /** What was read of a namespace. */
  private record Read(Netns netns, List<String> facts) {}

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

  /** Takes note of a change. */
  void changed(KernelEvent event) {
    changed.add(event.netns());
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
    Map<NetnsName, Netns> namespaces = new TreeMap<>();
    for (NetnsName name : host.kernel().names()) {
      host.kernel().find(name).ifPresent(netns -> namespaces.put(name, netns));
    }
    forget(namespaces);
    Map<String, List<String>> facts = new TreeMap<>();
    facts.put(HostState.HOST, hostFacts());
    namespaces.forEach(
        (name, netns) ->
            facts.put(
                name.text(),
                known
                    .computeIfAbsent(name, any -> new Read(netns, NetnsFacts.of(netns, picks)))
                    .facts()));
    return new HostState(facts);
  }

  /** Forgets what may be different now. */
  private void forget(Map<NetnsName, Netns> namespaces) {
    changed.forEach(known::remove);
    changed.clear();
    known.entrySet().removeIf(entry -> namespaces.get(entry.getKey()) != entry.getValue().netns());
    if (known.size() == namespaces.size()) {
      return;
    }
    RandomPicks now = RandomPicks.of(namespaces.values());
    if (!now.equals(picks)) {
      picks = now;
      known.clear();
    }
  }

  private List<String> hostFacts() {
    List<String> facts = new ArrayList<>();
    host.bridgePorts().names().forEach(port -> facts.add("bridge port " + port));
    host.processes().running().forEach(p -> facts.add(p.netns() + ": process " + p.service()));
    StateFiles files = stateFiles.read();
    files.priorities().keySet().forEach(key -> facts.add(PRIORITY + key));
    files.pairs().keySet().forEach(key -> facts.add(PAIR + key));
    Collections.sort(facts);
    return Collections.unmodifiableList(facts);
  }
}
