package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.agent.AgentError;
import org.dvrsim.agent.AgentLog;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Trace;
import org.dvrsim.ops.TraceEntry;

/** What happened on a host since somebody last asked, each kind of thing in its order. */
public final class Journal {
  private final Trace trace = new Trace();
  private final List<String> errors = new ArrayList<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private List<AgentError> log = List.of();
  private int collected;
  private LastStep lastStep = new LastStep(List.of(), List.of());

  Journal() {}

  /**
   * What a host did in a step.
   *
   * @param ops what it was asked to do
   * @param errors the exceptions that the agent logged or let escape, in words
   */
  public record LastStep(List<TraceEntry> ops, List<String> errors) {
    /** Copies the lists. */
    public LastStep {
      ops = List.copyOf(ops);
      errors = List.copyOf(errors);
    }
  }

  // What is written down.

  Trace trace() {
    return trace;
  }

  /** Collects what the agent that runs from now on logs. */
  void follow(AgentLog agentLog) {
    log = agentLog.exceptions();
    collected = 0;
  }

  /** Notes an exception that the agent let escape; its log gets it. */
  void escaped(AgentError error) {
    errors.add(text(error));
  }

  /** Notes the end of the agent. */
  void died(AgentDeath death) {
    collectLog();
    errors.add(String.valueOf(death.getMessage()));
  }

  /** Notes that the server was told the status of a floating IP. */
  void told(String floatingIpId, String status) {
    told.put(floatingIpId, status);
  }

  /** Notes that something went wrong or was interrupted here, as it was to. */
  public void note(String what) {
    notes.add(what);
  }

  /** Keeps what happened since the trace and the errors were taken last as the last step. */
  public void endStep() {
    collectLog();
    lastStep = new LastStep(trace.entries(), errors);
  }

  // What is read.

  /** Returns what the last step did. */
  public LastStep lastStep() {
    return lastStep;
  }

  /** Returns the ops since the last call. */
  public List<TraceEntry> takeTrace() {
    return trace.take();
  }

  /** Returns the exceptions that the agent logged or let escape since the last call, in words. */
  public List<String> takeErrors() {
    collectLog();
    List<String> taken = List.copyOf(errors);
    errors.clear();
    return taken;
  }

  /** Returns how many exceptions the agent logged or let escape since they were taken last. */
  public int errors() {
    collectLog();
    return errors.size();
  }

  /** Returns what the agent told the server of floating IPs since the last call, by id. */
  public Map<String, String> takeTold() {
    if (told.isEmpty()) {
      return Map.of();
    }
    Map<String, String> taken = new LinkedHashMap<>(told);
    told.clear();
    return taken;
  }

  /** Returns what was noted since the last call. */
  public List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  private void collectLog() {
    for (AgentError error : log.subList(collected, log.size())) {
      errors.add(text(error));
    }
    collected = log.size();
  }

  private static String text(AgentError error) {
    return error.typeName() + ": " + error.getMessage();
  }
}
