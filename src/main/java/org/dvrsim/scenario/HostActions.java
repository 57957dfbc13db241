package org.dvrsim.scenario;

import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;

/** What happens to a host or its agent without the API. */
public final class HostActions {
  private HostActions() {}

  /** Something that happens to one host. */
  public sealed interface OnHost extends Action {
    /** Returns the host's name. */
    String host();

    /** Does it. */
    void perform(ComputeHost host);

    @Override
    default Object arguments() {
      return host();
    }

    @Override
    default void perform(Cluster cluster) {
      perform(cluster.host(host()));
    }
  }

  /** The agent's process ends and a new one starts, which synchronises fully. */
  public record RestartAgent(String host) implements OnHost {
    @Override
    public String keyword() {
      return "restart-agent";
    }

    @Override
    public void perform(ComputeHost target) {
      target.stopAgent();
      target.startAgent();
    }
  }

  /** The agent's process ends. What the server says from then on is lost on it. */
  public record StopAgent(String host) implements OnHost {
    @Override
    public String keyword() {
      return "stop-agent";
    }

    @Override
    public void perform(ComputeHost target) {
      target.stopAgent();
    }
  }

  /** A new agent process starts and synchronises fully. */
  public record StartAgent(String host) implements OnHost {
    @Override
    public String keyword() {
      return "start-agent";
    }

    @Override
    public void perform(ComputeHost target) {
      target.startAgent();
    }
  }

  /** The running agent synchronises fully. */
  public record Resync(String host) implements OnHost {
    @Override
    public String keyword() {
      return "resync";
    }

    @Override
    public void perform(ComputeHost target) {
      target.resync();
    }
  }

  /** The server had taken the agent for dead, and says so when it hears of it again. */
  public record ReviveAgent(String host) implements Action {
    @Override
    public String keyword() {
      return "revive-agent";
    }

    @Override
    public Object arguments() {
      return host;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.host(host).revive();
    }
  }
}
