package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.TraceEntry;
import org.junit.jupiter.api.Test;

/** The agent's queue, retries, deaths and full synchronisations. */
class L3NATAgentTest {
  private final AgentWorld world = new AgentWorld(AgentMode.DVR);
  private final AgentWorld.RouterBuilder r1 = new AgentWorld.RouterBuilder(1);
  private final String qrouter = "qrouter-" + r1.id;

  @Test
  void routersUpdated_failsEveryTime_isTriedSixTimesAndGivenUp() {
    failAll(CreateVeth.class);
    world.update(r1.network(1).gateway().build());
    assertEquals(
        6,
        world.trace.entries().stream()
            .map(TraceEntry::op)
            .filter(op -> op instanceof CreateNetns && op.netns().text().equals(qrouter))
            .count());
    assertEquals(List.of(), world.agent.routerIds());
    assertFalse(world.host.kernel().names().contains(new NetnsName(qrouter)));
    assertTrue(world.agent.isIdle());
  }

  @Test
  void routersUpdated_failsOnce_succeedsWithinTheEvent() {
    world.updateFailing(r1.network(1).gateway().build(), "create_interface", 1);
    assertEquals(List.of(r1.id), world.agent.routerIds());
    assertEquals(
        List.of("InjectedFault", "InjectedFault", "InjectedFault"),
        world.agent.log().exceptions().stream().map(AgentError::typeName).toList());
  }

  @Test
  void updateOfKnownRouter_failsEveryTime_keepsTheRouter() {
    world.update(r1.network(1).build());
    failAll(CreateVeth.class);
    world.update(r1.gateway().build());
    assertEquals(List.of(r1.id), world.agent.routerIds());
    world.host.plan(Faults.NONE);
    world.update(r1.build());
    assertEquals(
        1, world.netns(qrouter).links().stream().filter(l -> l.peer().isPresent()).count());
  }

  @Test
  void death_whileFloatingIpIsAdded_tellsServerNothingAndRestartCompletes() {
    world.update(r1.network(1).gateway().build());
    world.host.plan(
        new Faults() {
          @Override
          public void after(Op op) {
            if (op instanceof AddRule) {
              throw new AgentDeath("after the rule");
            }
          }
        });
    NeutronRouter withFip = r1.floatingIp(101, "10.1.0.10").build();
    assertThrows(AgentDeath.class, () -> world.update(withFip));
    assertEquals(List.of(), world.statuses);
    world.host.plan(Faults.NONE);
    world.restart();
    assertEquals(List.of(Map.of("fip-101", FloatingIpStatus.ACTIVE)), world.statuses);
    assertEquals(1, rulesOf("10.1.0.10"));
  }

  @Test
  void routerDeleted_failsOnce_isTriedAgain() {
    world.update(r1.network(1).gateway().floatingIp(101, "10.1.0.10").build());
    world.host.plan(new org.dvrsim.ops.NthOpFault("delete_ip_rule", 1));
    world.delete(r1.id);
    assertEquals(List.of(), world.agent.routerIds());
    assertFalse(world.host.kernel().names().contains(new NetnsName(qrouter)));
  }

  @Test
  void addArpEntry_beforeItsDevice_isKeptUntilItComes() {
    world.update(r1.gateway().build());
    ArpTableEntry entry =
        new ArpTableEntry(IpAddress.parse("10.1.0.77"), new MacAddress(0xfa163e000077L), "s-1");
    world.agent.addArpEntry(r1.id, entry);
    world.update(r1.network(1).build());
    assertTrue(
        world.netns(qrouter).neighbours().stream()
            .anyMatch(neighbour -> neighbour.address().equals(entry.ipAddress())));
  }

  @Test
  void addArpEntry_ofUnknownRouter_isPassedOver() {
    world.agent.addArpEntry(
        "nobody", new ArpTableEntry(IpAddress.parse("10.1.0.7"), new MacAddress(1), "s-1"));
    assertEquals(List.of(), world.agent.log().exceptions());
  }

  @Test
  void networkUpdate_ofRoutersNetwork_fetchesItAnew() {
    world.update(r1.network(1).build());
    world.db.put(r1.id, r1.network(2).build());
    world.agent.networkUpdate("net-9");
    world.agent.drain();
    assertEquals(2, world.netns(qrouter).links().size());
    world.agent.networkUpdate("net-1");
    world.agent.drain();
    assertEquals(3, world.netns(qrouter).links().size());
  }

  @Test
  void routerWithoutGateway_whereSuchAreNotServed_isRefused() {
    L3NATAgent agent =
        new L3NATAgent(
            world.host,
            AgentConf.of(AgentMode.DVR).withHandleInternalOnlyRouters(false),
            world,
            AllocationPolicy.LOWEST_FREE);
    NeutronRouter router = r1.network(1).build();
    world.db.put(router.id(), router);
    agent.routersUpdated(List.of(router.id()));
    agent.drain();
    assertEquals(List.of(), agent.routerIds());
    assertEquals(
        List.of("RouterNotCompatibleWithAgent"),
        agent.log().exceptions().stream().map(AgentError::typeName).toList());
  }

  @Test
  void fullSync_serverDoesNotAnswer_staysDue() {
    L3PluginApi silent =
        new FailingServer(
            world, new RpcFailure("MessagingTimeout", "Timed out waiting for a reply"));
    L3NATAgent agent =
        new L3NATAgent(
            world.host, AgentConf.of(AgentMode.DVR), silent, AllocationPolicy.LOWEST_FREE);
    assertThrows(RpcFailure.class, agent::periodicSyncRoutersTask);
    L3PluginApi broken = new FailingServer(world, new RpcFailure("RemoteError", "no"));
    L3NATAgent other =
        new L3NATAgent(
            world.host, AgentConf.of(AgentMode.DVR), broken, AllocationPolicy.LOWEST_FREE);
    other.periodicSyncRoutersTask();
    assertEquals("RemoteError", other.log().exceptions().get(0).typeName());
  }

  @Test
  void typeOfRouterChanged_toCentralised_isServedAsSuch() {
    world.update(r1.network(1).gateway().build());
    NeutronRouter before = r1.build();
    world.update(
        new NeutronRouter(
            before.id(),
            before.name(),
            false,
            false,
            true,
            true,
            before.gwPort(),
            before.gwPortHost(),
            before.externalGatewayInfo(),
            before.routes(),
            before.interfaces(),
            List.of(),
            List.of(),
            List.of()));
    assertTrue(
        world.netns(qrouter).links().stream()
            .anyMatch(link -> link.name().text().startsWith("qg-")));
  }

  private void failAll(Class<? extends Op> kind) {
    world.host.plan(
        new Faults() {
          @Override
          public void before(Op op) {
            if (kind.isInstance(op)) {
              throw new InjectedFaultException(op);
            }
          }
        });
  }

  private long rulesOf(String fixedIp) {
    return world.netns(qrouter).rules(IpFamily.V4).stream()
        .filter(
            rule -> rule.from().map(from -> from.address().toString()).equals(Optional.of(fixedIp)))
        .count();
  }

  /** A server of which asking for all routers fails. */
  private record FailingServer(AgentWorld world, RpcFailure failure) implements L3PluginApi {
    @Override
    public List<NeutronRouter> getRouters(List<String> routerIds) {
      return world.getRouters(routerIds);
    }

    @Override
    public List<String> getRouterIds() {
      throw failure;
    }

    @Override
    public List<NeutronPort> getPortsBySubnet(String subnetId) {
      return world.getPortsBySubnet(subnetId);
    }

    @Override
    public NeutronPort getAgentGatewayPort(String externalNetworkId) {
      return world.getAgentGatewayPort(externalNetworkId);
    }

    @Override
    public void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> statuses) {}

    @Override
    public void deleteAgentGatewayPort(String externalNetworkId) {}
  }
}
