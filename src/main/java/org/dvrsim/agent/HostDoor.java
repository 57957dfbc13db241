package org.dvrsim.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.ops.Attribution;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.Op;

/** A running agent's access to a {@link Host}. */
final class HostDoor implements HostAccess {
  private final Host host;
  private final Consumer<AgentError> log;
  private final IptablesLock iptablesLock = new IptablesLock();
  private Attribution attribution = Attribution.NONE;

  /** Opens the door for one agent, which notes in {@code log} what it goes on after. */
  HostDoor(Host host, Consumer<AgentError> log) {
    this.host = Objects.requireNonNull(host);
    this.log = Objects.requireNonNull(log);
  }

  @Override
  public void execute(Op op) {
    Attribution own = attribution;
    attribution = Attribution.NONE;
    host.turns().beforeOp(op);
    try {
      host.attribute(own);
      host.execute(op);
      host.turns().afterOp(op);
    } catch (InjectedFaultException e) {
      throw new InjectedFaultError(e.getMessage());
    } catch (IptablesException e) {
      throw new ProcessExecutionError(e.stderr(), e.exitStatus());
    }
  }

  @Override
  public void doing(String method, Runnable body) {
    Host.Doing scope = host.doing(method);
    try (scope) {
      body.run();
    }
  }

  @Override
  public void attribute(Attribution newAttribution) {
    attribution = newAttribution;
  }

  @Override
  public Optional<Netns> netns(NetnsName name) {
    host.turns().beforeRead(name);
    return name.isRoot() ? Optional.of(host.kernel().root()) : host.kernel().find(name);
  }

  @Override
  public List<NetnsName> netnsNames() {
    host.turns().beforeListing();
    return host.kernel().names();
  }

  @Override
  public boolean netnsExists(NetnsName netns) {
    return netns(netns).isPresent();
  }

  @Override
  public Optional<Netfilter> netfilter(NetnsName netns, IpFamily family) {
    return netns(netns).map(found -> found.netfilter(family));
  }

  @Override
  public boolean hasFile(Path file) {
    return host.hasFile(file);
  }

  @Override
  public byte[] readFile(Path file) throws IOException {
    return host.readFile(file);
  }

  @Override
  public void besideDisk(String place) {
    host.turns().atDisk(place);
  }

  @Override
  public void atDisk(String place) {
    host.fileEmptied();
    host.faults().atDisk(place);
    host.turns().atDisk(place);
  }

  @Override
  public void locked(String lock, Runnable body) {
    host.turns().locked(lock, body);
  }

  @Override
  public IptablesLock iptablesLock() {
    return iptablesLock;
  }

  @Override
  public void logException(AgentError error) {
    log.accept(error);
  }
}
