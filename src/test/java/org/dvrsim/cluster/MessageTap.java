package org.dvrsim.cluster;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Lets a test see each message just before it is handed over. */
public final class MessageTap {
  private MessageTap() {}

  /** Does as {@link Cluster#deliver}, telling {@code listener} of each host and message first. */
  public static void deliver(Cluster cluster, BiConsumer<ComputeHost, AgentMessage> listener) {
    for (Optional<L3Notifier.Envelope> next = cluster.server().notifier().poll();
        next.isPresent();
        next = cluster.server().notifier().poll()) {
      ComputeHost host = cluster.host(next.get().host());
      listener.accept(host, next.get().message());
      host.deliver(next.get().message());
    }
  }
}
