package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.Host;

/**
 * The veth pair between a router's namespace ({@code rfp-}) and the fip namespace ({@code fpr-}).
 *
 * <p>Models: neutron/agent/l3/dvr_fip_ns.py:FipNamespace.create_rtr_2_fip_link,
 * delete_rtr_2_fip_link
 */
class RtrFipLink {
  final FipNamespace fipNs;

  RtrFipLink(FipNamespace fipNs) {
    this.fipNs = fipNs;
  }

  /**
   * Makes the link, or completes one that is there.
   *
   * <p>Defect: if only the router's end is looked for and is there, but the other is not, nothing
   * makes a new pair and every try fails.
   */
  void createRtr2FipLink(DvrLocalRouter router) {
    Host.Doing scope = router.agent.doing("FipNamespace.create_rtr_2_fip_link");
    try (scope) {
      LinkLocalAddressPair pair = router.rtrFipSubnet();
      IpInterface rtr2Fip = pair.rtr2Fip();
      IpInterface fip2Rtr = pair.fip2Rtr();
      IfName rtr2FipName = fipNs.getRtrExtDeviceName(router.routerId);
      IfName fip2RtrName = fipNs.getIntDeviceName(router.routerId);
      IpDevice rtr2FipDev = fipNs.ipLib().device(rtr2FipName, router.nsName);
      IpDevice fip2RtrDev = fipNs.ipLib().device(fip2RtrName, fipNs.name());
      boolean isThere = rtr2FipDev.exists();
      if (!isThere) {
        fipNs.ipLib().addVeth(rtr2FipName, router.nsName, fip2RtrName, fipNs.name());
        rtr2FipDev.link().setUp();
        fip2RtrDev.link().setUp();
      }
      Optional<Integer> mtu =
          router.getExGwPort().orElseThrow(() -> PythonError.attributeOfNone("get")).mtu();
      mtu.ifPresent(value -> setMtu(rtr2FipDev, fip2RtrDev, value));
      addCidrs(rtr2FipDev, rtr2Fip, fip2RtrDev, fip2Rtr, isThere);
      addNeighbours(rtr2FipDev, rtr2Fip, fip2RtrDev, fip2Rtr);
      fipNs.addRtrExtRouteRuleToRouteTable(fip2Rtr, fip2RtrName);
      rtr2FipDev.route().addGateway(fip2Rtr.address(), Optional.of(FipNamespace.FIP_RT_TBL));
      MacAddress peer = fip2RtrDev.link().address();
      IpAddress v6Gateway = peer.toLinkLocal();
      rtr2FipDev.route().addGateway(v6Gateway, Optional.empty());
    }
  }

  /** Sets the MTU of both ends, in bytes. */
  void setMtu(IpDevice rtr2FipDev, IpDevice fip2RtrDev, int mtu) {
    rtr2FipDev.link().setMtu(mtu);
    fip2RtrDev.link().setMtu(mtu);
  }

  /**
   * Gives both ends their addresses.
   *
   * @param wasThere whether the pair was there before
   */
  void addCidrs(
      IpDevice rtr2FipDev,
      IpInterface rtr2Fip,
      IpDevice fip2RtrDev,
      IpInterface fip2Rtr,
      boolean wasThere) {
    addCidrToDevice(rtr2FipDev, rtr2Fip);
    addCidrToDevice(fip2RtrDev, fip2Rtr);
  }

  /** Tells each end the other's MAC address. */
  void addNeighbours(
      IpDevice rtr2FipDev, IpInterface rtr2Fip, IpDevice fip2RtrDev, IpInterface fip2Rtr) {
    rtr2FipDev.neigh().add(fip2Rtr.address(), fip2RtrDev.link().address());
    fip2RtrDev.neigh().add(rtr2Fip.address(), rtr2FipDev.link().address());
  }

  private static void addCidrToDevice(IpDevice device, IpInterface cidr) {
    for (var address : device.addr().list()) {
      if (address.cidr().address().equals(cidr.address())) {
        return;
      }
    }
    device.addr().add(cidr, false);
  }

  /** Takes the link away, with the routes and the rule that hang on it. */
  void deleteRtr2FipLink(DvrLocalRouter router) {
    Host.Doing scope = router.agent.doing("FipNamespace.delete_rtr_2_fip_link");
    try (scope) {
      IfName fip2RtrName = fipNs.getIntDeviceName(router.routerId);
      Optional<LinkLocalAddressPair> pair = router.knownRtrFipSubnet();
      if (pair.isPresent()) {
        deleteRoutes(router, pair.get().fip2Rtr(), fip2RtrName);
        fipNs.localSubnets().release(router.routerId);
        router.forgetRtrFipSubnet();
      }
      if (!fipNs.isDestroyed() && fipNs.ipLib().deviceExists(fip2RtrName, fipNs.name())) {
        deleteVeth(fip2RtrName);
      }
    }
  }

  /** Deletes the pair by the fip namespace's end. */
  void deleteVeth(IfName fip2RtrName) {
    fipNs.ipLib().delVeth(fip2RtrName, fipNs.name());
  }

  private void deleteRoutes(DvrLocalRouter router, IpInterface fip2Rtr, IfName fip2RtrName) {
    IpDevice device =
        fipNs.ipLib().device(fipNs.getRtrExtDeviceName(router.routerId), router.nsName);
    if (device.exists()) {
      device.route().deleteGateway(fip2Rtr.address(), Optional.of(FipNamespace.FIP_RT_TBL));
    }
    Optional<NeutronPort> port = fipNs.agentGatewayPort();
    if (port.isEmpty()) {
      return;
    }
    IpDevice fgDevice = fipNs.ipLib().device(fipNs.getExtDeviceName(port.get().id()), fipNs.name());
    if (fgDevice.exists()) {
      long index = SnatRedirect.getSnatIdx(fip2Rtr);
      TableId table = TableId.of(index);
      fgDevice.route().flush(IpFamily.V4, table);
      fgDevice.route().flush(IpFamily.V6, table);
      fipNs.ipLib().deleteIpRule(fipNs.name(), fip2Rtr.family(), fip2RtrName, table, index);
    }
  }
}
