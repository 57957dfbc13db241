package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.Test;

/** Devices: creation, names, moves, carrier, deletion. */
final class LinkTest {
  private static final IfName V0 = new IfName("v0");
  private static final IfName W0 = new IfName("w0");

  private final Lab lab = Lab.connected();

  @Test
  void createVeth_inOneNetns_numbersThePeerFirst() {
    lab.kernel.createVeth(
        Lab.A, LinkSpec.named(new IfName("x")), Lab.A, LinkSpec.named(new IfName("y")));
    assertEquals(3, lab.a.link(new IfName("y")).orElseThrow().ifindex());
    assertEquals(4, lab.a.link(new IfName("x")).orElseThrow().ifindex());
  }

  @Test
  void createVeth_peerNameTaken_leavesNothing() {
    assertRefused(
        Errno.EEXIST,
        "",
        () ->
            lab.kernel.createVeth(
                Lab.A, LinkSpec.named(new IfName("x")), Lab.B, LinkSpec.named(W0)));
    assertEquals(2, lab.a.links().size());
    assertEquals(2, lab.b.links().size());
  }

  @Test
  void createVeth_mtuOutOfRange_isRefused() {
    LinkSpec tooSmall =
        LinkSpec.of(Optional.of(new IfName("x")), Optional.empty(), Optional.of(20));
    assertRefused(
        Errno.EINVAL,
        "",
        () -> lab.kernel.createVeth(Lab.A, tooSmall, Lab.B, LinkSpec.named(new IfName("y"))));
  }

  @Test
  void carrier_needsBothEnds() {
    Link v0 = lab.a.link(V0).orElseThrow();
    assertEquals(OperState.UP, v0.operState());
    Lab.down(lab.b, "w0");
    assertFalse(v0.hasCarrier());
    assertTrue(v0.isUp());
  }

  @Test
  void deleteLink_takesThePeer() {
    lab.a.requests().deleteLink(V0);
    assertEquals(1, lab.b.links().size());
    assertRefused(Errno.EOPNOTSUPP, "", () -> lab.a.requests().deleteLink(IfName.LO));
  }

  @Test
  void move_freeIfindex_isKept() {
    lab.veth("v1", "w1");
    lab.kernel.createNetns(new NetnsName("c"));
    lab.a
        .requests()
        .changeLink(
            new IfName("v1"), LinkChange.builder().netns(Optional.of(new NetnsName("c"))).build());
    Netns c = lab.kernel.netns(new NetnsName("c"));
    assertEquals(3, c.link(new IfName("v1")).orElseThrow().ifindex());
  }

  @Test
  void move_newNameTaken_movesAndRefusesToRename() {
    assertRefused(
        Errno.EEXIST,
        "",
        () ->
            lab.a
                .requests()
                .changeLink(
                    V0,
                    LinkChange.builder().netns(Optional.of(Lab.B)).name(Optional.of(W0)).build()));
    assertEquals(true, lab.b.link(V0).isPresent());
  }

  @Test
  void move_loopback_isRefused() {
    assertRefused(
        Errno.EINVAL,
        "The interface netns is immutable",
        () ->
            lab.a
                .requests()
                .changeLink(IfName.LO, LinkChange.builder().netns(Optional.of(Lab.B)).build()));
  }

  @Test
  void removeNetns_takesPeersElsewhere_andBridgePortsDevices() {
    IfName port = new IfName("qr-1");
    lab.kernel.addInternalPort(port);
    lab.kernel
        .root()
        .requests()
        .changeLink(port, LinkChange.builder().netns(Optional.of(Lab.B)).build());
    lab.kernel.removeNetns(Lab.B);
    assertEquals(1, lab.a.links().size());
    assertTrue(lab.kernel.internalPort(port).isEmpty());
    assertEquals(List.of(Lab.A), lab.kernel.names());
  }

  @Test
  void changeMac_flushesNeighbours() {
    MacAddress mac = MacAddress.parse("02:00:00:00:00:99");
    lab.a
        .requests()
        .addNeighbour(
            V0,
            NeighbourSpec.of(IpAddress.parse("10.0.0.2"), Optional.of(mac), NudState.PERMANENT),
            RequestMode.ADD);
    lab.a.requests().changeLink(V0, LinkChange.builder().mac(Optional.of(mac)).build());
    assertEquals(List.of(), lab.a.neighbours());
  }

  @Test
  void listener_isToldWhatChanged() {
    List<KernelEvent> events = new ArrayList<>();
    lab.kernel.addListener(events::add);
    Lab.address(lab.a, "10.0.0.1/32", "v0");
    assertEquals(2, events.size());
    assertTrue(events.get(0) instanceof KernelEvent.AddressChanged);
    assertTrue(events.get(1) instanceof KernelEvent.RouteChanged);
  }
}
