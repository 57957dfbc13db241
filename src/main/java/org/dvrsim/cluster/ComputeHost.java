package org.dvrsim.cluster;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dvrsim.agent.AgentConf;
import org.dvrsim.agent.AgentError;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.agent.AgentProcess;
import org.dvrsim.agent.AllocationPolicy;
import org.dvrsim.agent.L3NATAgent;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.RuleCaches;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.Workers;

/** A host of a cluster: the machine, and the L3 agent's process on it when it runs. */
public final class ComputeHost {
  /** The first byte of a MAC that the kernel makes up: locally administered, not a group. */
  private static final long LOCAL_MAC = 0x02L << 40;

  private static final HashFunction MAC_HASH = Hashing.murmur3_128();

  private final AgentConf conf;
  private final AgentParts parts;
  private final NeutronServer server;
  private final Host host;
  private final Journal journal = new Journal();
  private Runnable beforeAgentStart = () -> {};
  private Optional<L3NATAgent> agent = Optional.empty();
  private long activity;
  private boolean settled;
  private boolean disturbed;
  private final Mailbox mailbox = new Mailbox(this::handOver, this::mistreated);
  private Optional<Workers> team = Optional.empty();
  private Optional<List<AgentMessage>> waiting = Optional.empty();
  private Optional<Workers> lastTeam = Optional.empty();
  private long worked;
  private long workedAtStart;

  ComputeHost(
      String name, AgentMode mode, NeutronServer server, AgentParts parts, RuleCaches ruleCaches) {
    this.parts = parts;
    this.conf = AgentConf.of(mode);
    this.server = server;
    HostDisk disk = HostDisk.with(conf.statePath());
    this.host =
        new Host(
            name,
            new Kernel((netns, device) -> vethMac(name, netns, device), ruleCaches),
            disk.files(),
            Optional.of(disk.clock()));
    host.observe(journal.trace());
  }

  /** Returns the same MAC whenever the same device is made in a scenario. */
  private static MacAddress vethMac(String host, NetnsName netns, IfName device) {
    long hash =
        MAC_HASH.hashString(host + "/" + netns + "/" + device, StandardCharsets.UTF_8).asLong();
    return new MacAddress(LOCAL_MAC | (hash & 0xffffffffffL));
  }

  /** Returns the name that Neutron knows the host by. */
  public String name() {
    return host.name();
  }

  /** Returns the mode of the host's agent. */
  public AgentMode mode() {
    return conf.agentMode();
  }

  /** Returns the machine. */
  public Host host() {
    return host;
  }

  /** Returns the agent, if it runs. */
  public Optional<L3NATAgent> agent() {
    return agent;
  }

  /** Returns what happened here lately. */
  public Journal journal() {
    return journal;
  }

  /** Returns the folder of the agent's state files. */
  public Path statePath() {
    return host.disk().getPath(conf.statePath());
  }

  /** Has {@code listener} called whenever the agent is about to start. */
  public void beforeAgentStart(Runnable listener) {
    beforeAgentStart = listener;
  }

  /**
   * Starts the agent, which synchronises fully.
   *
   * @throws ApiRefusedException if it runs
   */
  public void startAgent() {
    if (agent.isPresent()) {
      throw new ApiRefusedException("the agent on " + name() + " runs already");
    }
    activity++;
    beforeAgentStart.run();
    L3NATAgent started =
        new L3NATAgent(
            host,
            conf,
            new ServerRpc(server, host, journal::told),
            AllocationPolicy.LOWEST_FREE,
            new AgentProcess(),
            parts);
    journal.follow(started.log());
    agent = Optional.of(started);
    resync();
    workedAtStart = worked;
  }

  /**
   * Ends the agent's process. The host stays as it is.
   *
   * @throws ApiRefusedException if it does not run
   */
  public void stopAgent() {
    runningAgent();
    activity++;
    agent = Optional.empty();
    settled = false;
  }

  /**
   * Has the agent synchronise fully.
   *
   * @throws ApiRefusedException if it does not run
   */
  public void resync() {
    L3NATAgent running = runningAgent();
    settled = true;
    worked++;
    if (team.isPresent()) {
      team.get().add("full sync", () -> logged(running::fullSync));
      return;
    }
    guarded(
        () -> {
          running.fullSync();
          running.drain();
        });
  }

  /** Work that several workers of an agent share. */
  @FunctionalInterface
  public interface Shared {
    /**
     * Does what leads to work for them.
     *
     * @param workers to which more may be added
     */
    void begin(Workers workers);
  }

  /**
   * Has what the agent is told, from the beginning of {@code cause} on, done by {@code count}
   * workers that take turns. What the agent does at once when it is told, apart from its queue, is
   * done by a worker of its own for each message; so is a full synchronisation.
   */
  public void share(int count, Workers workers, Shared cause) {
    team = Optional.of(workers);
    lastTeam = team;
    try {
      cause.begin(workers);
      for (int i = 1; i <= count; i++) {
        workers.add("worker " + i, this::workOnQueue);
      }
      guarded(() -> host.run(workers));
    } finally {
      team = Optional.empty();
      waiting = Optional.empty();
    }
  }

  /** Returns the workers that took turns last, if any did. */
  public Optional<Workers> lastTeam() {
    return lastTeam;
  }

  private void workOnQueue() {
    while (host.turns().await(() -> agent.filter(running -> !running.isIdle()).isPresent())) {
      logged(runningAgent()::processUpdate);
      host.turns().passOn();
    }
  }

  /**
   * Has the agent's report of its state answered: it had been taken for dead. It synchronises then.
   *
   * @throws ApiRefusedException if it does not run
   */
  public void revive() {
    L3NATAgent running = runningAgent();
    settled = true;
    worked++;
    guarded(
        () -> {
          running.stateReported(true);
          running.periodicSyncRoutersTask();
          running.drain();
        });
  }

  /** Has the agent told of all routers that it has, though nothing about them is new. */
  public void repeatUpdates() {
    L3NATAgent running = runningAgent();
    activity++;
    for (String routerId : running.routerIds()) {
      worked++;
      guarded(
          () -> {
            running.routersUpdated(List.of(routerId));
            running.drain();
          });
    }
  }

  /** Notes that somebody changed the host behind the agent's back. */
  public void disturb() {
    activity++;
    settled = false;
    disturbed = true;
  }

  /** Notes that something went wrong which the agent is to get over by itself. */
  public void expectErrors() {
    disturbed = true;
  }

  /**
   * Tells whether the agent runs and has heard and done everything, and nobody changed the host
   * since its last full synchronisation.
   */
  public boolean isSettled() {
    return settled;
  }

  /**
   * Returns how often something happened to the host so far: a message, a start or an end of its
   * agent, a synchronisation, somebody's command.
   */
  public long activity() {
    return activity;
  }

  /** Returns what the server wants on this host: the payloads of all its routers. */
  public List<NeutronRouter> intent() {
    return server.syncRouters(name(), List.of());
  }

  /** Tells whether {@link #disturb} was called since the last call. */
  public boolean takeDisturbed() {
    boolean taken = disturbed;
    disturbed = false;
    return taken;
  }

  /** Sets what happens to messages on their way to the host from now on. */
  public void mistreatMessages(MessageFault fault) {
    mailbox.mistreat(fault);
  }

  /** Hands over what was held back. */
  void deliverHeld() {
    mailbox.deliverHeld();
  }

  /** Hands a message to the agent, which does all it entails; it is lost if no agent runs. */
  void deliver(AgentMessage message) {
    mailbox.deliver(message);
  }

  /**
   * Tells whether the agent has done nothing but start: what it keeps in mind is what it was told
   * then.
   */
  public boolean isFresh() {
    return worked == workedAtStart;
  }

  /** Returns how many messages, updates and full synchronisations the agents worked on. */
  public long worked() {
    return worked;
  }

  private void mistreated(MessageFault fault) {
    if (fault != MessageFault.NONE) {
      journal.note("messages-" + fault.name().toLowerCase(Locale.ROOT));
    }
    if (fault != MessageFault.TWICE) {
      disturb();
    }
  }

  private void handOver(AgentMessage message) {
    activity++;
    worked += agent.isPresent() ? 1 : 0;
    agent.ifPresent(
        running -> {
          if (team.isEmpty()) {
            guarded(
                () -> {
                  message.handTo(running);
                  running.drain();
                });
          } else {
            receive(message, running);
          }
        });
  }

  /**
   * Has a message handled while workers take turns.
   *
   * <p>Models: oslo_messaging/server.py:MessageHandlingServer with its executor of greenlets: each
   * message has a greenlet, and they begin in the order of the messages. So what comes after a
   * message that is handled at once waits until that has begun.
   *
   * <p>Differs: messages to all agents and to this one come by two queues of the broker, which keep
   * no order among each other.
   */
  private void receive(AgentMessage message, L3NATAgent running) {
    if (waiting.isPresent()) {
      waiting.get().add(message);
    } else if (message.isQueued()) {
      message.handTo(running);
    } else {
      List<AgentMessage> following = new ArrayList<>();
      waiting = Optional.of(following);
      team.orElseThrow()
          .add(
              message.call(),
              () -> {
                waiting = Optional.empty();
                following.forEach(next -> receive(next, running));
                logged(() -> message.handTo(running));
              });
    }
  }

  /** Does {@code work}; an exception that the agent lets escape ends up in its log. */
  private void logged(Runnable work) {
    try {
      work.run();
    } catch (AgentError e) {
      journal.escaped(e);
    }
  }

  /** Does {@code work}, which may end the agent. */
  private void guarded(Runnable work) {
    try {
      logged(work);
    } catch (AgentDeath e) {
      journal.died(e);
      agent = Optional.empty();
      settled = false;
    }
  }

  private L3NATAgent runningAgent() {
    return agent.orElseThrow(
        () -> new ApiRefusedException("the agent on " + name() + " does not run"));
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name();
  }
}
