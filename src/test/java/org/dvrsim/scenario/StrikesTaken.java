package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.Op;

/**
 * Has a fault happen, and writes into the events of a sequence where it did: as the event's {@code
 * fault} if one op fails, as its {@code crash} if the agent dies, as {@link Strikes} otherwise.
 */
final class StrikesTaken implements Faults {
  private final Faults planned;
  private final Supplier<ObjectNode> event;
  private ObjectNode counted;
  private int ops;
  private int calls;
  private int instants;

  /**
   * Prepares it.
   *
   * @param event returns the event at work
   */
  StrikesTaken(Faults planned, Supplier<ObjectNode> event) {
    this.planned = planned;
    this.event = event;
  }

  @SuppressWarnings("ReferenceEquality")
  private ObjectNode counting() {
    if (counted != event.get()) {
      counted = event.get();
      ops = 0;
      calls = 0;
      instants = 0;
    }
    return counted;
  }

  private ObjectNode strike() {
    return counting().withArray("strikes").addObject();
  }

  @Override
  public void before(Op op) {
    counting();
    ops++;
    try {
      planned.before(op);
    } catch (InjectedFaultException e) {
      if (counted.has("fault") || counted.has("strikes")) {
        if (counted.remove("fault") instanceof ObjectNode first) {
          strike().put("op", first.get("nth").asInt());
        }
        strike().put("op", ops);
      } else {
        counted.putObject("fault").put("op", "*").put("nth", ops);
      }
      throw e;
    } catch (ErrnoException e) {
      strike().put("op", ops).put("errno", e.errno().toString());
      throw e;
    }
  }

  @Override
  public boolean isAlreadyDone(Op op) {
    boolean done = planned.isAlreadyDone(op);
    if (done) {
      strike().put("op", ops).put("done", true);
    }
    return done;
  }

  @Override
  public void after(Op op) {
    try {
      planned.after(op);
    } catch (AgentDeath e) {
      counted.putObject("crash").put("kind", FaultKind.DIES_AFTER_OP.toString()).put("nth", ops);
      throw e;
    }
  }

  @Override
  public Optional<String> serverError(String call) {
    counting();
    calls++;
    Optional<String> error = planned.serverError(call);
    error.ifPresent(name -> strike().put("call", calls).put("error", name));
    return error;
  }

  @Override
  public void atDisk(String place) {
    counting();
    instants++;
    try {
      planned.atDisk(place);
    } catch (AgentDeath e) {
      counted
          .putObject("crash")
          .put("kind", FaultKind.DIES_AT_DISK.toString())
          .put("nth", instants);
      throw e;
    }
  }
}
