package org.dvrsim.scenario;

import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.Probes;

/** Says how closely the hosts are looked at after this step and all that follow. */
public record ProbeAction(Probes probes) implements Action {
  @Override
  public String keyword() {
    return "probe";
  }

  @Override
  public Object arguments() {
    return probes.toString();
  }

  @Override
  public void perform(Cluster cluster) {
    cluster.setProbes(probes);
  }
}
