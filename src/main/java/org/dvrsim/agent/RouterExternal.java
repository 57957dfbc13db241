package org.dvrsim.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A router's outside: gateway, then floating IPs, and what the server is told about the latter.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo.process_external and
 * _process_external_on_delete
 */
class RouterExternal {
  final RouterInfo router;

  RouterExternal(RouterInfo router) {
    this.router = router;
  }

  /** Follows the gateway and the floating IPs, and tells the server what became of the latter. */
  void processExternal() {
    reporting(this::processGatewayAndFloatingIps);
  }

  /** Takes the gateway away; the payload was emptied, so there are no floating IPs left. */
  void processExternalOnDelete() {
    reporting(
        () -> {
          router.gateway.processExternalGateway(router.getExGwPort());
          return new LinkedHashMap<>();
        });
  }

  /** Returns what became of each floating IP, by id. */
  final Map<String, FloatingIpStatus> processGatewayAndFloatingIps() {
    Optional<NeutronPort> port = router.getExGwPort();
    router.iptablesManager.deferApply(
        () -> {
          router.gateway.processExternalGateway(port);
          if (port.isPresent()) {
            router.floatingIps.processSnatDnatForFip();
          }
        });
    return port.isPresent()
        ? router.floatingIps.configureFipAddresses(
            router.getExternalDeviceInterfaceName(port.get()))
        : new LinkedHashMap<>();
  }

  /**
   * Tells the server what {@code body} found out about the floating IPs: that all are in error if
   * setting them up failed, that there are none if something else did.
   *
   * <p>Not a {@code finally}: an agent that dies tells nothing.
   */
  void reporting(Supplier<Map<String, FloatingIpStatus>> body) {
    Map<String, FloatingIpStatus> statuses;
    try {
      statuses = body.get();
    } catch (FloatingIpSetupException | IpTablesApplyException e) {
      router.log(e);
      statuses = router.floatingIps.putFipsInErrorState();
    } catch (AgentError e) {
      router.floatingIps.updateFipStatuses(new LinkedHashMap<>());
      throw e;
    }
    router.floatingIps.updateFipStatuses(statuses);
  }
}
