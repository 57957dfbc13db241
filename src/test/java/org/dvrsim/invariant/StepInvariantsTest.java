package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.SubnetRequest;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.Attribution;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.DeleteBridgePort;
import org.dvrsim.ops.DeleteLink;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RemoveNetns;
import org.dvrsim.ops.RestoreIptables;
import org.dvrsim.ops.SetLink;
import org.dvrsim.ops.TraceEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents may do in a step and what they may not, whatever state they leave. */
final class StepInvariantsTest {
  private static final IfName DEVICE = new IfName("qr-12345678-12");
  private static final IpInterface ADDRESS = IpInterface.parse("10.1.0.1/24");

  private final Cluster cluster = new Cluster();
  private ComputeHost host;
  private InvariantChecker checker;
  private NetnsName qrouter;

  @BeforeEach
  void startHealthy() {
    NeutronServer server = cluster.server();
    host = cluster.addHost("h1", AgentMode.DVR);
    server.createNetwork(
        "net1", false, 1500, List.of(SubnetRequest.of("sub1", IpPrefix.parse("10.1.0.0/24"))));
    server.createRouter("r1");
    server.addRouterInterface("r1", "sub1", Optional.empty());
    server.createInstance("vm1", "net1", Optional.of("h1"), List.of());
    checker =
        new InvariantChecker(
            host.host(),
            new NeutronTruth(server, "h1", AgentMode.DVR),
            host.statePath().toString(),
            Invariants.all());
    host.startAgent();
    cluster.deliver();
    qrouter = new NetnsName("qrouter-" + server.db().routers().iterator().next().id());
    assertEquals(Set.of(), step(StepKind.EVENT, List.of(), List.of(), false));
  }

  private Set<String> step(
      StepKind kind, List<TraceEntry> ops, List<String> errors, boolean disturbed) {
    Set<String> names = new HashSet<>();
    checker
        .check(kind, ops, errors, disturbed, false)
        .forEach(violation -> names.add(violation.invariant()));
    return names;
  }

  private static TraceEntry done(Op op) {
    return entry(op, Optional.empty());
  }

  private static TraceEntry refused(Op op, Errno errno) {
    return entry(op, Optional.of(ErrnoException.of(errno, op.recordedName())));
  }

  private static TraceEntry entry(Op op, Optional<RuntimeException> refusal) {
    return new TraceEntry(1, op, "Somebody.asks", Attribution.NONE, refusal);
  }

  // gone-is-no-error

  private Op addressGone() {
    return new DeleteAddress(qrouter, DEVICE, AddressSpec.of(ADDRESS));
  }

  @Test
  void addressGoneAlready_andAnError_isOne() {
    List<TraceEntry> ops = List.of(refused(addressGone(), Errno.EADDRNOTAVAIL));
    assertEquals(
        Set.of("gone-is-no-error"),
        step(StepKind.EVENT, ops, List.of("NetlinkError: (99, '...')"), true));
  }

  @Test
  void namespaceGoneAlready_andAnError_isOne() {
    List<TraceEntry> ops =
        List.of(refused(new RemoveNetns(new NetnsName("qrouter-gone")), Errno.ENOENT));
    assertEquals(
        Set.of("gone-is-no-error"), step(StepKind.EVENT, ops, List.of("OSError: (2)"), true));
  }

  @Test
  void addressGoneAlready_withoutError_isWell() {
    List<TraceEntry> ops = List.of(refused(addressGone(), Errno.EADDRNOTAVAIL));
    assertEquals(Set.of(), step(StepKind.EVENT, ops, List.of(), true));
  }

  @Test
  void addressGoneAlready_whileTheServerIsSilent_isNotToBlame() {
    List<TraceEntry> ops = List.of(refused(addressGone(), Errno.EADDRNOTAVAIL));
    List<String> silence = List.of("MessagingTimeout: no answer");
    assertEquals(Set.of(), step(StepKind.EVENT, ops, silence, true));
  }

  @Test
  void addressGoneAlready_besideAnotherRefusal_mayBeInnocent() {
    List<TraceEntry> ops =
        List.of(
            refused(addressGone(), Errno.EADDRNOTAVAIL),
            refused(new DeleteLink(qrouter, DEVICE), Errno.EBUSY));
    assertEquals(Set.of(), step(StepKind.EVENT, ops, List.of("NetlinkError: (16, '...')"), true));
  }

  @Test
  void addressGoneWithItsNamespace_isAnotherMatter() {
    Op op = new DeleteAddress(new NetnsName("qrouter-gone"), DEVICE, AddressSpec.of(ADDRESS));
    List<TraceEntry> ops = List.of(refused(op, Errno.EADDRNOTAVAIL));
    assertEquals(Set.of(), step(StepKind.EVENT, ops, List.of("NetlinkError: (99, '...')"), true));
  }

  // asked-of-absent-device

  private Op up() {
    return SetLink.state(qrouter, DEVICE, true);
  }

  @Test
  void absentDevice_askedOfTwice_isNoticed() {
    List<TraceEntry> ops =
        List.of(
            refused(up(), Errno.ENODEV),
            refused(new AddAddress(qrouter, DEVICE, AddressSpec.of(ADDRESS), false), Errno.ENODEV));
    assertEquals(Set.of("asked-of-absent-device"), step(StepKind.EVENT, ops, List.of(), true));
  }

  @Test
  void absentDevice_askedOfOnce_isWhatWentWrong() {
    List<TraceEntry> ops = List.of(refused(up(), Errno.ENODEV), done(up()));
    assertEquals(Set.of(), step(StepKind.EVENT, ops, List.of(), true));
  }

  @Test
  void absentDevice_thatIsToGo_mayBeAskedOf() {
    List<TraceEntry> ops =
        List.of(
            refused(new DeleteLink(qrouter, DEVICE), Errno.ENODEV),
            refused(new DeleteLink(qrouter, DEVICE), Errno.ENODEV));
    assertEquals(Set.of(), step(StepKind.EVENT, ops, List.of(), true));
  }

  @Test
  void absentDevice_whereNothingWentWrong_isForExceptionEscapes() {
    List<TraceEntry> ops = List.of(refused(up(), Errno.ENODEV), refused(up(), Errno.ENODEV));
    assertEquals(
        Set.of("exception-escapes"),
        step(StepKind.EVENT, ops, List.of("NetworkInterfaceNotFound: qr"), false));
  }

  // lost-in-outage

  private void removeNetns(NetnsName netns) {
    host.host().execute(new RemoveNetns(netns));
  }

  @Test
  void namespace_lostWhileTheServerIsSilent_isNoticed() {
    removeNetns(qrouter);
    assertEquals(
        Set.of("lost-in-outage"),
        step(StepKind.EVENT, List.of(), List.of("MessagingTimeout: no answer"), true));
  }

  @Test
  void device_lostWhileTheServerFails_isNoticed() {
    Kernel kernel = host.host().kernel();
    List<IfName> devices =
        kernel.netns(qrouter).links().stream()
            .map(Link::name)
            .filter(name -> name.text().startsWith("qr-"))
            .toList();
    devices.forEach(name -> host.host().execute(new DeleteBridgePort(name)));
    assertEquals(
        Set.of("lost-in-outage"),
        step(StepKind.EVENT, List.of(), List.of("RemoteError: no answer"), true));
  }

  @Test
  void namespace_lostForAnotherReason_isNotTheOutages() {
    removeNetns(qrouter);
    assertEquals(Set.of(), step(StepKind.EVENT, List.of(), List.of("OSError: (16)"), true));
  }

  @Test
  void namespace_thatNobodyWants_mayGoInAnOutage() {
    NetnsName other = new NetnsName("qrouter-00000000-0000-0000-0000-000000000000");
    host.host().execute(new CreateNetns(other));
    step(StepKind.EVENT, List.of(), List.of(), true);
    removeNetns(other);
    assertEquals(
        Set.of(), step(StepKind.EVENT, List.of(), List.of("MessagingTimeout: no answer"), true));
  }

  @Test
  void namespace_lostAndThereAgain_isNotLost() {
    NetnsName netns = qrouter;
    removeNetns(netns);
    host.host().execute(new CreateNetns(netns));
    List<Violation> found =
        checker.check(
            StepKind.EVENT, List.of(), List.of("MessagingTimeout: no answer"), true, false);
    assertTrue(
        found.stream().noneMatch(each -> each.detail().startsWith(netns.text())), found::toString);
  }

  @Test
  void namespace_begunInTheStepAndGivenUp_wasNotLost() {
    removeNetns(qrouter);
    step(StepKind.EVENT, List.of(), List.of(), true);
    host.host().execute(new CreateNetns(qrouter));
    removeNetns(qrouter);
    assertFalse(
        step(StepKind.EVENT, List.of(), List.of("MessagingTimeout: no answer"), true)
            .contains("lost-in-outage"));
  }

  // iptables-not-converged

  private List<TraceEntry> rulesWritten(NetnsName netns) {
    return List.of(done(new RestoreIptables(netns, IpFamily.V4, true, "*raw\nCOMMIT\n")));
  }

  @Test
  void rules_writtenWhenTheSameComesASecondTime_doNotConverge() {
    assertEquals(
        Set.of("iptables-not-converged"), settled(StepKind.ONCE_MORE, rulesWritten(qrouter)));
  }

  @Test
  void rules_writtenWhenTheSameComesForTheFirstTime_areOrderedAnew() {
    assertEquals(Set.of(), settled(StepKind.SAME_AGAIN, rulesWritten(qrouter)));
  }

  @Test
  void rules_leftAlone_haveConverged() {
    assertEquals(Set.of(), settled(StepKind.ONCE_MORE, List.of(done(up()))));
  }

  private Set<String> settled(StepKind kind, List<TraceEntry> ops) {
    Set<String> names = new HashSet<>();
    checker
        .check(kind, ops, List.of(), false, true)
        .forEach(violation -> names.add(violation.invariant()));
    return names;
  }
}
