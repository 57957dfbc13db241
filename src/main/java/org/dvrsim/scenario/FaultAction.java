package org.dvrsim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.MessageFault;

/**
 * Does something while something goes wrong on a host: the step and all the agents do about it.
 *
 * @param nth which op or access to a state file it is, counted from 1; which message does not
 *     matter
 * @param errno what the kernel answers to an op that fails; an error of no kernel's if empty. Only
 *     ops to which it may answer so count then
 * @param action what is done
 */
public record FaultAction(
    String host, FaultKind fault, int nth, Optional<Errno> errno, Action action) implements Action {
  /** Builds a fault that is no kernel's. */
  public FaultAction(String host, FaultKind fault, int nth, Action action) {
    this(host, fault, nth, Optional.empty(), action);
  }

  static FaultAction read(Fields fields) {
    Map<String, YamlNode.Mapping.Entry> step = fields.entries("step");
    String keyword = step.keySet().iterator().next();
    return new FaultAction(
        fields.text("host"),
        FaultKind.parse(fields.text("fault")),
        fields.integer("nth", 1),
        fields.node("errno").map(node -> Fields.parsed(node, Errno::valueOf)),
        ActionReader.read(keyword, step.get(keyword).value()));
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
    arguments.put("nth", nth);
    errno.ifPresent(e -> arguments.put("errno", e.toString()));
    arguments.put("step", Map.of(action.keyword(), action.arguments()));
    return arguments;
  }

  @Override
  public void perform(Cluster cluster) {
    ComputeHost target = cluster.host(host);
    InjectedFault planned = new InjectedFault(fault, nth, errno);
    target.host().plan(planned);
    target.mistreatMessages(fault.messages());
    try {
      action.perform(cluster);
      cluster.deliver();
    } finally {
      target.host().plan(org.dvrsim.ops.Faults.NONE);
      target.mistreatMessages(MessageFault.NONE);
    }
    if (planned.hasFired()) {
      target.journal().note(fault.toString());
      if (fault.needsHealing()) {
        target.disturb();
      } else {
        target.expectErrors();
      }
    }
  }
}
