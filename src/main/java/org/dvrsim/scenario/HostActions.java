package org.dvrsim.scenario;

import org.dvrsim.cluster.Cluster;

/** What happens to a host or its agent without the API. */
public final class HostActions {
  private HostActions() {}

  /** The agent's process ends and a new one starts, which synchronises fully. */
  public record RestartAgent(String host) implements Action {
    @Override
    public String keyword() {
      return "restart-agent";
    }

    @Override
    public Object arguments() {
      return host;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.host(host).stopAgent();
      cluster.host(host).startAgent();
    }
  }

  /** The agent's process ends. What the server says from then on is lost on it. */
  public record StopAgent(String host) implements Action {
    @Override
    public String keyword() {
      return "stop-agent";
    }

    @Override
    public Object arguments() {
      return host;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.host(host).stopAgent();
    }
  }

  /** A new agent process starts and synchronises fully. */
  public record StartAgent(String host) implements Action {
    @Override
    public String keyword() {
      return "start-agent";
    }

    @Override
    public Object arguments() {
      return host;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.host(host).startAgent();
    }
  }

  /** The running agent synchronises fully. */
  public record Resync(String host) implements Action {
    @Override
    public String keyword() {
      return "resync";
    }

    @Override
    public Object arguments() {
      return host;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.host(host).resync();
    }
  }
}
