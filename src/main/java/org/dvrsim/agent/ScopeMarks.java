package org.dvrsim.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;

/**
 * The address-scope mark of each device, for each family that the device has addresses of; in the
 * order in which devices were first put in.
 */
final class ScopeMarks {
  private final Map<IfName, Fwmark> v4 = new LinkedHashMap<>();
  private final Map<IfName, Fwmark> v6 = new LinkedHashMap<>();

  Map<IfName, Fwmark> of(IpFamily family) {
    return family == IpFamily.V4 ? v4 : v6;
  }

  /** Takes over the marks of {@code other}, which win where both name a device. */
  void update(ScopeMarks other) {
    v4.putAll(other.v4);
    v6.putAll(other.v6);
  }
}
