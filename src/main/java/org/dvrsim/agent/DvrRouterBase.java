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

  private final SnatPorts snatPorts;

  DvrRouterBase(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
    this.host = agent.host();
    this.snatPorts = agent.parts().snatPorts.maker().apply(this);
  }

  @Override
  void process() {
    super.process();
    snatPorts.processed();
  }

  /** Returns the SNAT ports that the payload tells. */
  final List<NeutronPort> getSnatInterfaces() {
    return router().snatRouterInterfaces();
  }

  /** Returns the SNAT port on a subnet of an internal port, as the payload tells. */
  final Optional<NeutronPort> getSnatPortForInternalPort(NeutronPort internalPort) {
    return snatPorts.of(internalPort);
  }

  /** Returns the SNAT port on a subnet of an internal port, as last processed. */
  final Optional<NeutronPort> getKnownSnatPortForInternalPort(NeutronPort internalPort) {
    return snatPorts.knownOf(internalPort);
  }
}
