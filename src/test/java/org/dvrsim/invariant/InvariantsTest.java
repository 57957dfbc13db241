package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.SubnetRequest;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.EnableProcess;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host on which all is well, and for each invariant one way to break it. */
final class InvariantsTest {
  private static final String IN_ROUTER = "ip netns exec qrouter(r1) ";
  private static final String IN_FIP = "ip netns exec fip(public) ";
  private static final String IN_SNAT = "ip netns exec snat(r1) ";

  private final Cluster cluster = new Cluster();
  private final NeutronServer server = cluster.server();
  private ComputeHost host;
  private InvariantChecker checker;

  @BeforeEach
  void startHealthy() {
    host = cluster.addHost("h1", AgentMode.DVR_SNAT);
    network("public", true, "203.0.113.0/24");
    network("net1", false, "10.1.0.0/24");
    network("net2", false, "10.2.0.0/24");
    server.createRouter("r1");
    server.addRouterInterface("r1", "net1-subnet", Optional.empty());
    server.addRouterInterface("r1", "net2-subnet", Optional.empty());
    server.setGateway("r1", "public", List.of());
    server.setRoutes(
        "r1",
        List.of(
            new ExtraRoute(IpPrefix.parse("192.0.2.0/24"), IpAddress.parse("10.1.0.240")),
            new ExtraRoute(IpPrefix.parse("192.0.3.0/24"), IpAddress.parse("203.0.113.240"))));
    server.createInstance("vm1", "net1", Optional.of("h1"), List.of(IpAddress.parse("10.1.0.10")));
    server.createInstance("vm2", "net2", Optional.of("h1"), List.of());
    server.createFloatingIp("fip1", "public", Optional.of(IpAddress.parse("203.0.113.100")));
    server.associateFloatingIp("fip1", "vm1", Optional.empty());
    checker =
        new InvariantChecker(
            host.host(),
            new NeutronTruth(server, "h1", AgentMode.DVR_SNAT),
            host.statePath().toString(),
            Invariants.all());
    host.startAgent();
    cluster.deliver();
    assertEquals(Set.of(), broken());
  }

  private void network(String name, boolean external, String cidr) {
    server.createNetwork(
        name, external, 1500, List.of(SubnetRequest.of(name + "-subnet", IpPrefix.parse(cidr))));
  }

  private void type(String command) {
    String exact = cluster.names().toExact(command, "h1");
    CommandResult result = Shell.run(host.host(), exact);
    assertTrue(result.succeeded(), () -> exact + "\n" + result.stdout() + result.stderr());
  }

  private Set<String> broken() {
    checker.told(host.journal().takeTold());
    return names(
        checker.check(
            StepKind.EVENT,
            host.journal().takeTrace(),
            host.journal().takeErrors(),
            host.takeDisturbed(),
            true));
  }

  private static Set<String> names(List<Violation> violations) {
    Set<String> names = new HashSet<>();
    violations.forEach(violation -> names.add(violation.invariant()));
    return names;
  }

  private void assertBroken(String invariant) {
    Set<String> broken = broken();
    assertTrue(broken.contains(invariant), () -> invariant + " is not among " + broken);
  }

  @Test
  void all_haveNameAndConsequence() {
    Set<String> names = new HashSet<>();
    for (Invariant invariant : Invariants.all()) {
      assertTrue(names.add(invariant.name()), invariant.name());
      assertTrue(invariant.consequence().endsWith("."), invariant.name());
    }
  }

  @Test
  void namespaceOfNoRouter_leaks() {
    type("ip netns add qrouter-11111111-2222-3333-4444-555555555555");
    assertBroken("leaked-namespace");
  }

  @Test
  void namespaceDeleted_isMissing() {
    type("ip netns delete qrouter(r1)");
    assertBroken("missing-namespace");
  }

  @Test
  void deviceOfNoPort_leaks() {
    type(IN_ROUTER + "ip link add rfp-other type veth peer name fpr-other");
    assertBroken("leaked-device");
  }

  @Test
  void deviceDeleted_isMissing() {
    type(IN_ROUTER + "ip link delete rfp(r1)");
    assertBroken("missing-device");
  }

  @Test
  void deviceDown_isBroken() {
    type(IN_ROUTER + "ip link set qr(r1,net1-subnet) down");
    assertBroken("broken-device");
  }

  @Test
  void vethInRootNamespace_leaks() {
    type("ip link add rfp-other type veth peer name fpr-other");
    assertBroken("leaked-veth");
  }

  @Test
  void bridgePortWithoutDevice_leaks() {
    type("ip netns delete snat(r1)");
    assertBroken("leaked-bridge-port");
  }

  @Test
  void processWithoutNamespace_leaks() {
    host.host().execute(new EnableProcess(new NetnsName("qrouter-gone"), "haproxy"));
    assertBroken("leaked-process");
  }

  @Test
  void addressDeleted_isMissing() {
    type(IN_ROUTER + "ip address delete 10.1.0.1/24 dev qr(r1,net1-subnet)");
    assertBroken("missing-address");
  }

  @Test
  void addressOfNoPort_leaks() {
    type(IN_ROUTER + "ip address add 10.1.0.77/24 dev qr(r1,net1-subnet)");
    assertBroken("leaked-address");
  }

  @Test
  void addressOnTwoDevices_isDuplicate() {
    type(IN_SNAT + "ip address add 10.1.0.1/24 dev sg(r1,net1-subnet)");
    assertBroken("duplicate-address");
  }

  @Test
  void otherMtu_isWrong() {
    type(IN_FIP + "ip link set fpr(r1) mtu 1400");
    assertBroken("wrong-mtu");
  }

  @Test
  void forwardingOff_isMissingSysctl() {
    type(IN_FIP + "sysctl -w net.ipv4.ip_forward=0");
    assertBroken("missing-sysctl");
  }

  @Test
  void secondRuleOfAPriority_isDuplicate() {
    type(IN_ROUTER + "ip rule add from 10.1.0.77 lookup main priority 32766");
    assertBroken("duplicate-priority");
  }

  @Test
  void ruleTwice_isDuplicate() {
    type(IN_ROUTER + "ip rule add from 10.1.0.10 lookup 16 priority 40000");
    assertBroken("duplicate-rule");
  }

  @Test
  void iptablesRuleTwice_isDuplicate() {
    type(IN_FIP + "iptables -t raw -A neutron-l3-agent-PREROUTING -j CT --notrack");
    assertBroken("duplicate-rule");
  }

  @Test
  void floatingIpWithoutRule_missesIt() {
    type(IN_ROUTER + "ip rule delete from 10.1.0.10 lookup 16");
    assertBroken("missing-rule");
  }

  @Test
  void ruleOfNoFloatingIp_isStale() {
    type(IN_ROUTER + "ip rule add from 10.1.0.77 lookup 16 priority 40000");
    assertBroken("stale-rule");
  }

  @Test
  void floatingIpWithoutRoute_missesIt() {
    type(IN_FIP + "ip route delete 203.0.113.100/32");
    assertBroken("missing-route");
  }

  @Test
  void routeOfNoFloatingIp_isStale() {
    type(IN_FIP + "ip route add 203.0.113.99/32 dev fpr(r1)");
    assertBroken("stale-route");
  }

  @Test
  void natRulesFlushed_areMissing() {
    type(IN_ROUTER + "iptables -t nat -F neutron-l3-agent-float-snat");
    assertBroken("missing-nat-rule");
  }

  @Test
  void natRuleOfNoFloatingIp_isStale() {
    type(
        IN_ROUTER
            + "iptables -t nat -A neutron-l3-agent-float-snat -s 10.1.0.77/32 -j SNAT"
            + " --to-source 203.0.113.99");
    assertBroken("stale-nat-rule");
  }

  @Test
  void redirectRouteDeleted_isMissing() {
    type(IN_ROUTER + "ip route flush table 167837697");
    assertBroken("missing-snat-redirect");
  }

  @Test
  void redirectOfNoSubnet_isStale() {
    type(IN_ROUTER + "ip rule add from 10.9.0.1/24 lookup 167837697 priority 168361985");
    assertBroken("stale-snat-redirect");
  }

  @Test
  void fastPathExitWithoutScope_isWrong() {
    type(IN_ROUTER + "ip rule add from 10.1.0.0/24 lookup 16 priority 80000");
    assertBroken("wrong-fast-path-exit");
  }

  @Test
  void defaultRouteDeleted_isMissing() {
    type(IN_ROUTER + "ip route delete default table 16");
    assertBroken("missing-default-route");
  }

  @Test
  void ruleOfNoLink_isStale() {
    type(IN_FIP + "ip rule add iif fpr-other lookup main priority 40000");
    assertBroken("stale-link-rule");
  }

  @Test
  void ruleToMissingTable_pointsToEmpty() {
    type(IN_ROUTER + "ip rule add from 10.1.0.77 lookup 4711 priority 40000");
    assertBroken("empty-table");
  }

  @Test
  void tableWithoutRule_isOrphan() {
    type(IN_FIP + "ip route add 192.0.2.0/24 dev fpr(r1) table 4711");
    assertBroken("orphan-table");
  }

  @Test
  void multipathOverDownedDevice_hasDeadHop() {
    type(IN_ROUTER + "ip route add 198.51.100.0/24 nexthop via 10.1.0.240 nexthop via 10.2.0.240");
    type(IN_ROUTER + "ip link set qr(r1,net2-subnet) down");
    assertBroken("route-without-device");
  }

  @Test
  void staticRouteDeleted_isWrong() {
    type(IN_ROUTER + "ip route delete 192.0.2.0/24");
    assertBroken("wrong-static-routes");
  }

  @Test
  void neighbourDeleted_isMissing() {
    type(IN_ROUTER + "ip neigh delete 10.1.0.10 dev qr(r1,net1-subnet)");
    assertBroken("missing-neighbour");
  }

  @Test
  void neighbourOfNoPort_isStale() {
    type(
        IN_ROUTER
            + "ip neigh add 10.1.0.77 lladdr fa:16:3e:00:00:01 dev qr(r1,net1-subnet)"
            + " nud permanent");
    assertBroken("stale-neighbour");
  }

  @Test
  void jumpDeleted_leavesDeadChain() {
    type(IN_ROUTER + "iptables -t nat -D PREROUTING -j neutron-l3-agent-PREROUTING");
    assertBroken("dead-chain");
  }

  @Test
  void rawFlushed_missesNotrack() {
    type(IN_FIP + "iptables -t raw -F neutron-l3-agent-PREROUTING");
    assertBroken("missing-notrack");
  }

  @Test
  void stateFileTorn_isInconsistent() throws IOException {
    Files.writeString(host.statePath().resolve("fip-priorities"), "");
    host.host().fileEmptied();
    assertBroken("state-file-inconsistent");
  }

  @Test
  void stateFileWithMore_leaks() throws IOException {
    Files.writeString(
        host.statePath().resolve("fip-priorities"), "203.0.113.100,32768\n203.0.113.99,32769\n");
    assertBroken("state-file-leak");
  }

  @Test
  void floatingIpNotReported_hasWrongStatus() {
    server.updateFloatingIpStatus(
        server.db().findFloatingIp("fip1").orElseThrow().id(), "DOWN", "h1");
    assertBroken("fip-status-wrong");
  }

  @Test
  void freeFloatingIpStillUp_hasWrongStatus() {
    String id = server.db().findFloatingIp("fip1").orElseThrow().id();
    server.disassociateFloatingIp("fip1");
    cluster.deliver();
    assertEquals(Set.of(), broken());
    server.updateFloatingIpStatus(id, "ACTIVE", "h1");
    assertBroken("fip-status-wrong");
  }

  @Test
  void floatingIpInEffectAgain_isUnreported() {
    type(IN_FIP + "ip route delete 203.0.113.100");
    broken();
    type(IN_FIP + "ip route add 203.0.113.100 via 169.254.64.0 proto static");
    assertBroken("fip-unreported");
  }

  @Test
  void floatingIpInEffectForAMoment_isNotUnreported() {
    type(IN_FIP + "ip route delete 203.0.113.100");
    broken();
    type(IN_FIP + "ip route add 203.0.113.100 via 169.254.64.0 proto static");
    type(IN_FIP + "ip route delete 203.0.113.100");
    assertFalse(broken().contains("fip-unreported"));
  }

  @Test
  void floatingIpInEffectByAnotherWay_isUnreported() {
    type(IN_FIP + "ip route delete 203.0.113.100");
    broken();
    type(IN_FIP + "ip route add 203.0.113.100 via 169.254.64.0 proto static");
    type(IN_FIP + "ip route replace 203.0.113.100 via 169.254.64.0 proto boot");
    assertTrue(broken().contains("fip-unreported"));
  }

  @Test
  void errorWithoutFault_escapes() {
    List<Violation> found =
        checker.check(StepKind.EVENT, List.of(), List.of("KeyError: 'host'"), false, false);
    assertEquals(Set.of("exception-escapes"), names(found));
    assertEquals(
        List.of(),
        checker.check(StepKind.EVENT, List.of(), List.of("RemoteError: no answer"), true, false));
  }

  @Test
  void repetitionThatDeletes_disrupts() {
    checker.expectNoChange();
    type(IN_ROUTER + "ip route delete 192.0.2.0/24");
    type(IN_ROUTER + "ip route add 192.0.2.0/24 via 10.1.0.240 proto static");
    List<Violation> found = checker.check(StepKind.SAME_AGAIN, List.of(), List.of(), false, true);
    assertEquals(Set.of("unneeded-disruption"), names(found));
  }

  @Test
  void resyncThatAdds_changes() {
    checker.expectNoChange();
    type(IN_ROUTER + "sysctl -w net.ipv6.conf.qr(r1,net1-subnet).accept_ra=2");
    List<Violation> found = checker.check(StepKind.RESYNC, List.of(), List.of(), false, true);
    assertEquals(Set.of("resync-not-idempotent"), names(found));
  }

  @Test
  void hostUnlikeFreshOne_doesNotConverge() {
    ComputeHost fresh = cluster.freshTwin("h1");
    String statePath = host.statePath().toString();
    assertEquals(List.of(), Convergence.check(host.host(), fresh.host(), statePath));
    type(IN_ROUTER + "ip route delete 192.0.2.0/24");
    List<Violation> found = Convergence.check(host.host(), fresh.host(), statePath);
    assertEquals(Set.of("converges-to-fresh-state"), names(found));
    assertEquals(1, found.get(0).objects().size());
  }
}
