package org.dvrsim.agent;

import java.util.HashSet;
import java.util.Set;

/**
 * What agents share that follow each other in one process, as when recordings are made: Python's
 * collector, and what Neutron keeps in modules and classes. A production agent has a process of its
 * own.
 */
public final class AgentProcess {
  private final CycleCollector collector = new CycleCollector();
  private final Set<String> metadataMonitors = new HashSet<>();
  private boolean metadataSubscribed;

  /** Builds a process that just began. */
  public AgentProcess() {}

  /** Returns a process in which an agent was started that serves metadata requests. */
  public static AgentProcess afterAnotherAgent() {
    AgentProcess process = new AgentProcess();
    process.subscribeMetadataDriver();
    return process;
  }

  CycleCollector collector() {
    return collector;
  }

  /**
   * Returns the ids of routers whose metadata proxy is known to run; live.
   *
   * <p>Models: neutron/agent/metadata/driver_base.py:MetadataDriverBase.monitors
   */
  Set<String> metadataMonitors() {
    return metadataMonitors;
  }

  /** Has the metadata driver told of what happens to routers of all agents from now on. */
  void subscribeMetadataDriver() {
    metadataSubscribed = true;
  }

  /**
   * Tells whether the metadata driver hears of routers.
   *
   * <p>Models: neutron_lib/callbacks/registry.py
   */
  boolean isMetadataDriverSubscribed() {
    return metadataSubscribed;
  }
}
