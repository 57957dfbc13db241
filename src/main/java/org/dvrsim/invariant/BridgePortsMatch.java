package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * The integration bridge's ports are the plugged devices: none without device, none left behind.
 */
final class BridgePortsMatch extends HostInvariant {
  @Override
  public String name() {
    return "leaked-bridge-port";
  }

  @Override
  public String consequence() {
    return "The bridge floods packets to a port that leads nowhere, or a device is cut off from"
        + " it.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.DEVICES, HostPart.BRIDGE);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    Map<IfName, NetnsName> devices = new HashMap<>();
    for (NetnsName name : view.kernel().names()) {
      view.kernel().find(name).ifPresent(netns -> add(netns, devices));
    }
    add(view.kernel().root(), devices);
    for (IfName port : view.host().bridgePorts().names()) {
      NetnsName netns = devices.get(port);
      if (netns == null || netns.isRoot()) {
        findings.add(
            NetnsName.ROOT, "the bridge has port " + port + ", which is in no namespace", port);
      }
    }
    return findings.list();
  }

  private static void add(Netns netns, Map<IfName, NetnsName> devices) {
    for (Link link : netns.links()) {
      if (link.kind() == LinkKind.INTERNAL) {
        devices.put(link.name(), netns.name());
      }
    }
  }
}
