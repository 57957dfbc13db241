package org.dvrsim.agent;

import java.util.Map;
import java.util.function.Supplier;

/**
 * lp-1413111, repaired in b117e8ec (2015-02-24): when rules could not be installed, the floating
 * IPs known before were not noted yet, but compared with.
 *
 * <p>Symptom: another exception hides the first, and nothing is reported.
 */
final class Lp1413111ApplyErrorHidden extends RouterExternal {
  Lp1413111ApplyErrorHidden(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.external.become(Lp1413111ApplyErrorHidden::new);
  }

  @Override
  void reporting(Supplier<Map<String, FloatingIpStatus>> body) {
    super.reporting(
        () -> {
          try {
            return body.get();
          } catch (IpTablesApplyException e) {
            throw PythonError.unassigned("existing_floating_ips");
          }
        });
  }
}
