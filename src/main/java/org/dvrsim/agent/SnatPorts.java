package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;

/**
 * The centralised SNAT ports that stand beside a distributed router's internal ports.
 *
 * <p>Models: neutron/agent/l3/dvr_router_base.py:DvrRouterBase.get_snat_port_for_internal_port and
 * _get_snat_port_for_internal_port
 */
class SnatPorts {
  final DvrRouterBase router;

  /** The ports as last processed, for when they are gone from the payload; null before. */
  private List<NeutronPort> processed;

  SnatPorts(DvrRouterBase router) {
    this.router = router;
  }

  /** Notes that the payload's ports are processed. */
  final void processed() {
    processed = router.getSnatInterfaces();
  }

  /** Returns the port on a subnet of an internal port, as the payload tells. */
  final Optional<NeutronPort> of(NeutronPort internalPort) {
    return find(internalPort, router.getSnatInterfaces());
  }

  /** Returns the port on a subnet of an internal port, as last processed. */
  Optional<NeutronPort> knownOf(NeutronPort internalPort) {
    return find(internalPort, processed == null ? router.getSnatInterfaces() : processed);
  }

  private Optional<NeutronPort> find(NeutronPort internalPort, List<NeutronPort> snatPorts) {
    for (NeutronPort snatPort : snatPorts) {
      if (isBeside(internalPort, snatPort)) {
        return Optional.of(snatPort);
      }
    }
    return Optional.empty();
  }

  /** Tells whether a SNAT port has an address from a subnet of an internal port. */
  boolean isBeside(NeutronPort internalPort, NeutronPort snatPort) {
    for (FixedIp fixedIp : snatPort.fixedIps()) {
      if (hasSubnet(internalPort, fixedIp.subnetId())) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a port has an address from a subnet. */
  static boolean hasSubnet(NeutronPort port, String subnetId) {
    for (FixedIp fixedIp : port.fixedIps()) {
      if (fixedIp.subnetId().equals(subnetId)) {
        return true;
      }
    }
    return false;
  }
}
