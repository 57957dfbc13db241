package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;

/**
 * A distributed router: knows the centralised SNAT ports that stand beside its internal ports.
 *
 * <p>Models: neutron/agent/l3/dvr_router_base.py
 */
abstract class DvrRouterBase extends RouterInfo {
  final String host;

  /** The SNAT ports as last processed, for when they are gone from the payload; null before. */
  private List<NeutronPort> snatPorts;

  DvrRouterBase(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
    this.host = agent.host();
  }

  @Override
  void process() {
    super.process();
    snatPorts = getSnatInterfaces();
  }

  /** Returns the SNAT ports that the payload tells. */
  final List<NeutronPort> getSnatInterfaces() {
    return router().snatRouterInterfaces();
  }

  /** Returns the SNAT port on a subnet of an internal port, as the payload tells. */
  final Optional<NeutronPort> getSnatPortForInternalPort(NeutronPort internalPort) {
    return find(internalPort, getSnatInterfaces());
  }

  /** Returns the SNAT port on a subnet of an internal port, as last processed. */
  final Optional<NeutronPort> getKnownSnatPortForInternalPort(NeutronPort internalPort) {
    return find(internalPort, snatPorts == null ? getSnatInterfaces() : snatPorts);
  }

  private static Optional<NeutronPort> find(NeutronPort internalPort, List<NeutronPort> snatPorts) {
    for (NeutronPort snatPort : snatPorts) {
      for (FixedIp fixedIp : snatPort.fixedIps()) {
        if (hasSubnet(internalPort, fixedIp.subnetId())) {
          return Optional.of(snatPort);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasSubnet(NeutronPort port, String subnetId) {
    for (FixedIp fixedIp : port.fixedIps()) {
      if (fixedIp.subnetId().equals(subnetId)) {
        return true;
      }
    }
    return false;
  }
}
