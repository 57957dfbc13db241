package org.dvrsim.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.netfilter.RuleCaches;

/**
 * A cluster that runs: the Neutron server and the hosts with their agents.
 *
 * <p>Nothing happens at the same time: an API call is made, then {@link #deliver} lets every agent
 * hear of it and do its work, one message after the other.
 */
public final class Cluster {
  private final NeutronServer server;
  private final AgentParts parts;
  private final RuleCaches ruleCaches;
  private final Map<String, ComputeHost> hosts = new LinkedHashMap<>();
  private final Fabric fabric = new Fabric(this);
  private final Traffic traffic = new Traffic(this);
  private long delivered;
  private Probes probes = Probes.REPEAT_AND_RESYNC;

  /** Makes a cluster of agents as Neutron 26.0.3 has them. */
  public Cluster() {
    this(AgentParts.ofNeutron2025());
  }

  /** Makes a cluster of agents that consist of {@code parts}. */
  public Cluster(AgentParts parts) {
    this(parts, new RuleCaches());
  }

  /** Makes a cluster that need not parse the packet filter rules that others have parsed. */
  public Cluster(AgentParts parts, RuleCaches ruleCaches) {
    this.parts = Objects.requireNonNull(parts);
    this.ruleCaches = Objects.requireNonNull(ruleCaches);
    this.server = new NeutronServer(parts.serverHabits());
  }

  /** Returns the server. */
  public NeutronServer server() {
    return server;
  }

  /** Returns the translator between names that people use and exact ones. */
  public NameBook names() {
    return server.names();
  }

  /** Returns the networks between the hosts. */
  public Fabric fabric() {
    return fabric;
  }

  /** Returns what sends packets through the cluster. */
  public Traffic traffic() {
    return traffic;
  }

  /** Adds a host, whose agent does not run yet. */
  public ComputeHost addHost(String name, AgentMode mode) {
    server.registerAgent(name, mode);
    ComputeHost host = new ComputeHost(name, mode, server, parts, ruleCaches);
    connect(host);
    return host;
  }

  /** Returns the hosts in the order in which they were added. */
  public Collection<ComputeHost> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  /**
   * Returns the host called {@code name}.
   *
   * @throws ApiRefusedException if there is none
   */
  public ComputeHost host(String name) {
    ComputeHost host = hosts.get(name);
    if (host == null) {
      throw new UnknownNameException("there is no host " + name);
    }
    return host;
  }

  /** Returns the host called {@code name}; the first one if it is empty. */
  public ComputeHost hostOrFirst(Optional<String> name) {
    return name.isPresent() ? host(name.get()) : hosts.values().iterator().next();
  }

  /**
   * Returns a machine of the name and mode of a host on which a fresh agent has just synchronised
   * fully: what that host would be like without a past. It is no part of the cluster.
   *
   * @throws ApiRefusedException if there is no such host
   */
  public ComputeHost freshTwin(String name) {
    ComputeHost twin = new ComputeHost(name, host(name).mode(), server, parts, ruleCaches);
    twin.host().stopObserving(twin.journal().trace()); // nobody asks what it did
    twin.startAgent();
    return twin;
  }

  /**
   * Puts an empty machine of the same name and mode in the place of a host, which is gone with all
   * it held, its agent included. The new one's agent does not run yet.
   *
   * @throws ApiRefusedException if there is no such host
   */
  public ComputeHost replace(String name) {
    ComputeHost host = new ComputeHost(name, host(name).mode(), server, parts, ruleCaches);
    connect(host);
    return host;
  }

  private void connect(ComputeHost host) {
    host.host().connect(fabric.datapath());
    host.host().observe(new Announcer(host.host(), fabric));
    hosts.put(host.name(), host);
  }

  /** Returns how many messages were delivered, or lost, so far. */
  public long delivered() {
    return delivered;
  }

  /** Returns how closely the hosts are looked at after each step. */
  public Probes probes() {
    return probes;
  }

  /** Sets how closely the hosts are looked at after each step from now on. */
  public void setProbes(Probes probes) {
    this.probes = Objects.requireNonNull(probes);
  }

  /**
   * Delivers all messages that wait, oldest first, those included that are sent meanwhile. Messages
   * to a host whose agent does not run are lost. What was held back earlier comes after others.
   */
  public void deliver() {
    if (deliverQueue()) {
      hosts.values().forEach(ComputeHost::deliverHeld);
      deliverQueue();
    }
  }

  private boolean deliverQueue() {
    long before = delivered;
    for (Optional<L3Notifier.Envelope> next = server.notifier().poll();
        next.isPresent();
        next = server.notifier().poll()) {
      hosts.get(next.get().host()).deliver(next.get().message());
      delivered++;
    }
    return delivered > before;
  }
}
