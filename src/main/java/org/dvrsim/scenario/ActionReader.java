package org.dvrsim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dvrsim.cluster.Probes;

/** Reads the action of a step by its keyword. */
final class ActionReader {
  private static final Map<String, Function<YamlNode, Action>> READERS = readers();

  private ActionReader() {}

  /** Returns the keywords in the order in which they are to be shown. */
  static Set<String> keywords() {
    return READERS.keySet();
  }

  static Action read(String keyword, YamlNode arguments) {
    return READERS.get(keyword).apply(arguments);
  }

  private static Map<String, Function<YamlNode, Action>> readers() {
    Map<String, Function<YamlNode, Action>> readers = new LinkedHashMap<>();
    named(readers, "create-router", RouterActions.CreateRouter::new);
    named(readers, "delete-router", RouterActions.DeleteRouter::new);
    mapped(readers, "attach-interface", RouterActions.AttachInterface::read);
    mapped(readers, "detach-interface", RouterActions.DetachInterface::read);
    mapped(readers, "set-gateway", RouterActions.SetGateway::read);
    named(readers, "clear-gateway", RouterActions.ClearGateway::new);
    mapped(readers, "set-snat", RouterActions.SetSnat::read);
    mapped(readers, "move-snat", RouterActions.MoveSnat::read);
    mapped(readers, "set-router-up", RouterActions.SetRouterUp::read);
    mapped(readers, "set-interface-up", RouterActions.SetInterfaceUp::read);
    mapped(readers, "set-routes", RouterActions.SetRoutes::read);
    mapped(readers, "create-instance", InstanceActions.CreateInstance::read);
    mapped(readers, "set-address-pairs", InstanceActions.SetAddressPairs::read);
    named(readers, "delete-instance", InstanceActions.DeleteInstance::new);
    mapped(readers, "migrate", InstanceActions.Migrate::read);
    mapped(readers, "move-instance", InstanceActions.MoveInstance::read);
    mapped(readers, "create-floating-ip", FloatingIpActions.CreateFloatingIp::read);
    mapped(readers, "associate", FloatingIpActions.Associate::read);
    named(readers, "disassociate", FloatingIpActions.Disassociate::new);
    named(readers, "delete-floating-ip", FloatingIpActions.DeleteFloatingIp::new);
    named(readers, "delete-network", NetworkActions.DeleteNetwork::new);
    mapped(readers, "set-mtu", NetworkActions.SetMtu::read);
    mapped(readers, "set-subnet", NetworkActions.SetSubnet::read);
    named(readers, "restart-agent", HostActions.RestartAgent::new);
    named(readers, "stop-agent", HostActions.StopAgent::new);
    named(readers, "start-agent", HostActions.StartAgent::new);
    named(readers, "resync", HostActions.Resync::new);
    named(readers, "revive-agent", HostActions.ReviveAgent::new);
    mapped(readers, "arp", ArpAction::read);
    mapped(readers, "with-fault", FaultAction::read);
    mapped(readers, "with-workers", WorkersAction::read);
    named(readers, "probe", text -> new ProbeAction(Probes.parse(text)));
    mapped(readers, "tamper", TamperAction::read);
    mapped(readers, "write-file", WriteFileAction::read);
    mapped(readers, "set-port-security", InstanceActions.SetPortSecurity::read);
    mapped(readers, "ping", TrafficAction::readPing);
    named(readers, "wait", text -> new WaitAction(Integer.parseInt(text)));
    mapped(readers, "connect", TrafficAction::readConnect);
    mapped(readers, "expect", fields -> Expectation.read(fields, true));
    mapped(readers, "expect-none", fields -> Expectation.read(fields, false));
    return readers;
  }

  private static void named(
      Map<String, Function<YamlNode, Action>> readers,
      String keyword,
      Function<String, Action> make) {
    readers.put(keyword, node -> make.apply(Fields.text(node)));
  }

  private static void mapped(
      Map<String, Function<YamlNode, Action>> readers,
      String keyword,
      Function<Fields, Action> make) {
    readers.put(keyword, node -> make.apply(Fields.of(node)));
  }
}
