package org.dvrsim.scenario;

import org.dvrsim.cluster.Cluster;

/**
 * Lets time pass for packets: connections expire, neighbours are doubted, path MTUs and redirects
 * are forgotten. Agents don't notice.
 *
 * @param seconds how long
 */
public record WaitAction(int seconds) implements Action {
  @Override
  public String keyword() {
    return "wait";
  }

  @Override
  public Object arguments() {
    return seconds;
  }

  @Override
  public void perform(Cluster cluster) {
    cluster.traffic().pass(seconds);
  }
}
