package org.dvrsim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.MessageFault;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.Op;

/**
 * Does something while something goes wrong on a host: the step and all the agents do about it.
 *
 * @param op the kind of op that counts, as the recordings call it; any if empty
 * @param nth which op or access to a state file it is, counted from 1; which message does not
 *     matter
 * @param times how many in a row, where the kind of fault {@linkplain FaultKind#isRepeatable may be
 *     repeated}; else one
 * @param errno what the kernel answers to an op that fails; an error of no kernel's if empty. Only
 *     ops to which it may answer so count then
 * @param action what is done
 */
public record FaultAction(
    String host,
    FaultKind fault,
    Optional<String> op,
    int nth,
    int times,
    Optional<Errno> errno,
    Action action)
    implements Action {
  /** One, and five more: {@code ResourceUpdate.tries}. */
  private static final int TRIES = 6;

  /** Checks that the kind of fault can happen so. */
  public FaultAction {
    if (op.isPresent() && !fault.isOfOps()) {
      throw new IllegalArgumentException(fault + " has nothing to do with ops");
    }
    if (times < 1 || (times > 1 && !fault.isRepeatable())) {
      throw new IllegalArgumentException(fault + " cannot happen " + times + " times");
    }
  }

  /** Builds a fault that is no kernel's. */
  public FaultAction(String host, FaultKind fault, int nth, Action action) {
    this(host, fault, Optional.empty(), nth, 1, Optional.empty(), action);
  }

  /** Returns the same without repetition. */
  public FaultAction once() {
    return new FaultAction(host, fault, op, nth, 1, errno, action);
  }

  static FaultAction read(Fields fields) {
    Map<String, YamlNode.Mapping.Entry> step = fields.entries("step");
    String keyword = step.keySet().iterator().next();
    Action action = ActionReader.read(keyword, step.get(keyword).value());
    try {
      return new FaultAction(
          fields.text("host"),
          FaultKind.parse(fields.text("fault")),
          fields.optionalText("op"),
          fields.integer("nth", 1),
          fields.integer("times", 1),
          fields.node("errno").map(node -> Fields.parsed(node, Errno::named)),
          action);
    } catch (IllegalArgumentException e) {
      throw fields.place().refuse(e.getMessage());
    }
  }

  @Override
  public String keyword() {
    return "with-fault";
  }

  @Override
  public Object arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("host", host);
    arguments.put("fault", fault.toString());
    op.ifPresent(kind -> arguments.put("op", kind));
    arguments.put("nth", nth);
    if (times > 1) {
      arguments.put("times", times);
    }
    errno.ifPresent(e -> arguments.put("errno", e.toString()));
    arguments.put("step", Map.of(action.keyword(), action.arguments()));
    return arguments;
  }

  @Override
  public void perform(Cluster cluster) {
    perform(cluster, Map.of(host, new InjectedFault(fault, op, nth, times, errno)));
  }

  /** Says of an op that a fault may happen to whether it does. */
  @FunctionalInterface
  public interface Chooser {
    /** Tells whether the fault happens to {@code op}; is not asked again once it did. */
    boolean isIt(ComputeHost host, Op op);
  }

  /**
   * Does it likewise, but on whatever host and at whatever op {@code chooser} says. The fault must
   * be one of ops.
   *
   * @return the same as it happened; empty if it did not
   */
  public Optional<FaultAction> performChoosing(Cluster cluster, Chooser chooser) {
    Map<String, InjectedFault> planned = new LinkedHashMap<>();
    for (ComputeHost target : cluster.hosts()) {
      planned.put(
          target.name(),
          new InjectedFault(
              fault, times, errno, each -> !hasAnyFired(planned) && chooser.isIt(target, each)));
    }
    perform(cluster, planned);
    for (Map.Entry<String, InjectedFault> each : planned.entrySet()) {
      if (each.getValue().hasFired()) {
        return Optional.of(asHappened(each.getKey(), each.getValue()));
      }
    }
    return Optional.empty();
  }

  private static boolean hasAnyFired(Map<String, InjectedFault> planned) {
    for (InjectedFault each : planned.values()) {
      if (each.hasFired()) {
        return true;
      }
    }
    return false;
  }

  private FaultAction asHappened(String where, InjectedFault how) {
    return times == 1
        ? new FaultAction(
            where,
            fault,
            how.struck().map(Op::recordedName),
            how.occasionsOfKind(),
            times,
            errno,
            action)
        : new FaultAction(where, fault, op, how.occasions(), times, errno, action);
  }

  private void perform(Cluster cluster, Map<String, InjectedFault> planned) {
    planned.forEach((name, each) -> cluster.host(name).host().plan(each));
    cluster.host(host).mistreatMessages(fault.messages());
    try {
      action.perform(cluster);
      cluster.deliver();
    } finally {
      planned.keySet().forEach(name -> cluster.host(name).host().plan(Faults.NONE));
      cluster.host(host).mistreatMessages(MessageFault.NONE);
    }
    planned.forEach(
        (name, each) -> {
          if (each.hasFired()) {
            noteFired(cluster.host(name), each);
          }
        });
  }

  private void noteFired(ComputeHost target, InjectedFault how) {
    target.journal().note(fault.toString());
    if (fault.needsHealing() || usedUpTries(target, how)) {
      target.disturb();
    } else {
      target.expectErrors();
    }
  }

  /**
   * Tells whether the fault may have struck in each try that an agent has for an update. No agent
   * gets over that by itself, nor does it say that it has given up.
   *
   * <p>Models: neutron/agent/common/resource_processing_queue.py:ResourceUpdate.hit_retry_limit
   */
  private static boolean usedUpTries(ComputeHost target, InjectedFault how) {
    return how.strikes() >= TRIES && target.journal().errors() >= TRIES;
  }
}
