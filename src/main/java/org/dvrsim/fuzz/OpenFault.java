package org.dvrsim.fuzz;

import org.dvrsim.cluster.Cluster;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;

/** A fault whose host and op are chosen while the step is played. */
final class OpenFault implements Action {
  private final FaultAction fault;
  private final FaultAction.Chooser chooser;
  private Action happened;

  OpenFault(FaultAction fault, FaultAction.Chooser chooser) {
    this.fault = fault;
    this.chooser = chooser;
    this.happened = fault.action();
  }

  @Override
  public String keyword() {
    return fault.keyword();
  }

  @Override
  public Object arguments() {
    return fault.arguments();
  }

  @Override
  public void perform(Cluster cluster) {
    fault.performChoosing(cluster, chooser).ifPresent(settled -> happened = settled);
  }

  /** Returns the step as it was played: without a fault if none happened. */
  Action happened() {
    return happened;
  }
}
