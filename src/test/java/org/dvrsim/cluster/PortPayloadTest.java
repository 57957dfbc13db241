package org.dvrsim.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AddressScopes;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.junit.jupiter.api.Test;

/** What agents are told about a port is kept, and never longer than it is true. */
class PortPayloadTest {
  private final NeutronServer server = new NeutronServer(Set.of());

  PortPayloadTest() {
    server.registerAgent("compute-1", AgentMode.DVR);
    server.registerAgent("compute-2", AgentMode.DVR);
    server.createNetwork(
        "private",
        false,
        1500,
        List.of(SubnetRequest.of("private-v4", IpPrefix.parse("10.0.0.0/24"))));
    server.createRouter("r1");
    server.addRouterInterface("r1", "private-v4", Optional.empty());
    server.createInstance("vm1", "private", Optional.of("compute-1"), List.of());
    ports();
  }

  private List<NeutronPort> ports() {
    return server.portsBySubnet(server.db().subnet("private-v4").id());
  }

  private NeutronPort router() {
    return ports().get(0);
  }

  private NeutronPort instance() {
    return ports().get(1);
  }

  @Test
  void port_nothingChanged_isTheSameObject() {
    assertSame(router(), router());
    assertSame(instance(), instance());
  }

  @Test
  void port_networkChanged_isToldAnew() {
    server.setMtu("private", 1400);
    assertEquals(Optional.of(1400), router().mtu());
    server.setGatewayIp("private-v4", Optional.empty());
    assertTrue(router().subnets().get(0).gatewayIp().isEmpty());
    server.setAddressScope("private-v4", Optional.of("scope"));
    assertFalse(router().addressScopes().equals(AddressScopes.NONE));
  }

  @Test
  void port_switchedOff_isToldAnew() {
    server.setInterfaceUp("r1", "private-v4", false);
    assertFalse(router().adminStateUp());
  }

  @Test
  void port_moved_isToldAnew() {
    server.moveInstance("vm1", Optional.of("compute-2"));
    assertEquals(Optional.of("compute-2"), instance().bindingHostId());
  }

  @Test
  void port_givenAddressPairs_isToldAnew() {
    server.setAddressPairs("vm1", List.of(IpAddress.parse("10.0.0.200")));
    assertEquals(1, instance().allowedAddressPairs().size());
  }
}
