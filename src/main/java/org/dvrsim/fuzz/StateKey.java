package org.dvrsim.fuzz;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Router;
import org.dvrsim.invariant.HostStateReader;

/**
 * Tells states of a cluster apart: what the server knows, what the hosts and their state files
 * hold, what the agents keep in mind. Of the last only what {@link
 * org.dvrsim.agent.L3NATAgent#memory} says, and whether the agent did anything since it started.
 */
final class StateKey {
  private final Hasher hasher = Hashing.murmur3_128().newHasher();

  private StateKey() {}

  /** Returns the key; clusters of different keys are in different states. */
  static HashCode of(Cluster cluster) {
    StateKey key = new StateKey();
    key.add(cluster.server().db());
    List<String> routers = cluster.server().db().routers().stream().map(Router::id).toList();
    for (ComputeHost host : cluster.hosts()) {
      if (!routers.isEmpty()) {
        key.add(cluster.server().syncRouters(host.name(), routers));
      }
      key.add(host);
    }
    return key.hasher.hash();
  }

  private void add(NeutronDb db) {
    for (Network network : db.networks()) {
      add(List.of(network.name(), network.mtu()));
    }
    for (Router router : db.routers()) {
      add(List.of(router.name(), router.isAdminStateUp(), router.snatHost(), router.routes()));
    }
    for (Instance instance : db.instances()) {
      add(List.of(instance.name(), instance.host(), instance.port().migratingTo()));
    }
    for (FloatingIp fip : db.floatingIps()) {
      add(List.of(fip.name(), fip.address(), fip.port(), fip.status()));
    }
  }

  private void add(ComputeHost host) {
    String statePath = host.statePath().toString();
    HostStateReader.read(host.host(), statePath).facts().forEach(this::add);
    try (Stream<Path> files = Files.list(host.statePath())) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file)) {
          add(file + "\n" + Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add(host.isSettled());
    add(host.isFresh());
    host.agent().ifPresent(agent -> agent.memory().forEach(this::add));
  }

  private void add(Object value) {
    hasher.putString(value.toString(), StandardCharsets.UTF_8).putByte((byte) 0);
  }
}
