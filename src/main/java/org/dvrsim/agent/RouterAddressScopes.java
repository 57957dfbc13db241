package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;

/**
 * A router's address scopes: the mark that stands for each, and the iptables rules that mark what
 * comes in through a device and drop what would leave its scope.
 *
 * <p>Models: neutron/agent/l3/router_info.py:RouterInfo, the methods with address_scope in their
 * names
 */
class RouterAddressScopes {
  private static final String DEFAULT_ADDRESS_SCOPE = "noscope";
  private static final int ADDRESS_SCOPE_MARK_MASK = 0xffff0000;
  private static final int ADDRESS_SCOPE_MARK_ID_MIN = 1024;
  private static final int ADDRESS_SCOPE_MARK_ID_MAX = 2048;
  private static final String FLOATING_IP_TAG = "floating_ip";
  private static final String INITIALIZE = "RouterInfo.initialize_address_scope_iptables";

  /** The range of {@code -m connmark --mark} for a connection whose scope is not noted yet. */
  private static final String NO_SCOPE_NOTED = "-m connmark --mark 0x0/0xffff0000 ";

  private static final String SAVE_MARK =
      "-j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000";

  final RouterInfo router;
  private final Map<String, Fwmark> addressScopeToMark = new HashMap<>();

  /** The devices' marks for IPv4 and IPv6 as last asked for. */
  private final Map<IfName, ScopeMark> marks4 = new HashMap<>();

  private final Map<IfName, ScopeMark> marks6 = new HashMap<>();

  private int nextMarkId = ADDRESS_SCOPE_MARK_ID_MIN;

  RouterAddressScopes(RouterInfo router) {
    this.router = router;
    getAddressScopeMarkMask(Optional.empty());
  }

  /**
   * Returns the mark of an address scope, taking the next free id for one not seen before.
   *
   * <p>Ids are popped from a set of small numbers, which CPython does in ascending order.
   *
   * <p>Defect: ids are never given back, so a router that saw 1023 scopes in its life fails.
   */
  Fwmark getAddressScopeMarkMask(Optional<String> addressScope) {
    String scope = addressScope.orElse(DEFAULT_ADDRESS_SCOPE);
    Fwmark known = addressScopeToMark.get(scope);
    if (known != null) {
      return known;
    }
    Fwmark mark = new Fwmark(popMarkId() << 16, ADDRESS_SCOPE_MARK_MASK);
    addressScopeToMark.put(scope, mark);
    return mark;
  }

  /** Returns the next free id, which is taken from then on. */
  int popMarkId() {
    if (nextMarkId == ADDRESS_SCOPE_MARK_ID_MAX) {
      throw PythonError.keyError("pop from an empty set");
    }
    return nextMarkId++;
  }

  /** Adds the chains and the fixed rules to tables that have none of them yet. */
  static void initializeAddressScopeIptables(IptablesTables tables) {
    for (IpFamily family : IpFamily.values()) {
      tables.get(family, "mangle").addChain("scope");
    }
    IptablesTable mangle4 = tables.get(IpFamily.V4, "mangle");
    mangle4.addChain("floatingip");
    mangle4.addChain("float-snat");
    for (IpFamily family : IpFamily.values()) {
      tables.get(family, "filter").addChain("scope");
    }
    for (IpFamily family : IpFamily.values()) {
      tables.get(family, "filter").by(INITIALIZE).addRule("FORWARD", "-j $scope");
    }
    addMarkRules(mangle4);
    // After the CONNMARK rule: marks are overwritten by later rules, and the floating IP's wins.
    mangle4.by(INITIALIZE).addRule("PREROUTING", "-j $floatingip");
    mangle4.addRule("float-snat", NO_SCOPE_NOTED + SAVE_MARK);
    addMarkRules(tables.get(IpFamily.V6, "mangle"));
  }

  private static void addMarkRules(IptablesTable mangle) {
    mangle.by(INITIALIZE).addRule("PREROUTING", "-j $scope");
    mangle.addRule(
        "PREROUTING",
        "-m connmark ! --mark 0x0/0xffff0000 -j CONNMARK --restore-mark --nfmask 0xffff0000"
            + " --ctmask 0xffff0000");
  }

  /**
   * Returns the marks of the devices of {@code ports}, for each family they have addresses of.
   *
   * <p>Models: _get_port_devicename_scopemark
   */
  ScopeMarks getPortDevicenameScopemark(
      List<NeutronPort> ports, Function<NeutronPort, IfName> nameGenerator) {
    ScopeMarks marks = new ScopeMarks();
    for (NeutronPort port : ports) {
      IfName device = nameGenerator.apply(port);
      Fwmark mark4 = getAddressScopeMarkMask(port.addressScopes().v4());
      Fwmark mark6 = getAddressScopeMarkMask(port.addressScopes().v6());
      for (FixedIp fixedIp : port.fixedIps()) {
        if (fixedIp.ipAddress().isV4()) {
          marks.put(IpFamily.V4, scopeMark(marks4, device, mark4));
        } else {
          marks.put(IpFamily.V6, scopeMark(marks6, device, mark6));
        }
      }
    }
    return marks;
  }

  /** Returns a device's mark, the object made before if it has the same one still. */
  private static ScopeMark scopeMark(Map<IfName, ScopeMark> made, IfName device, Fwmark mark) {
    ScopeMark known = made.get(device);
    if (known != null && known.mark().equals(mark)) {
      return known;
    }
    ScopeMark now = new ScopeMark(device, mark);
    made.put(device, now);
    return now;
  }

  /** Models: _get_address_scope_mark, as a router with a {@code qg-} device has it. */
  ScopeMarks getAddressScopeMark() {
    ScopeMarks marks = internalMarks();
    router
        .getExGwPort()
        .ifPresent(
            port ->
                marks.update(
                    getPortDevicenameScopemark(
                        List.of(port), p -> router.getExternalDeviceName(p.id()))));
    return marks;
  }

  /** Returns the marks of the internal ports' devices. */
  ScopeMarks internalMarks() {
    return getPortDevicenameScopemark(
        router.router().interfaces(), p -> router.getInternalDeviceName(p.id()));
  }

  /** Models: process_ports_address_scope_iptables */
  void processPortsAddressScopeIptables() {
    addAddressScopeMark(router.iptablesManager, router.getAddressScopeMark());
  }

  /**
   * Writes the scope chains anew.
   *
   * <p>Defect: emptying the filter table's chain takes away the rule that drops metadata requests
   * which missed their redirection, put there when the router was built.
   *
   * <p>Models: _add_address_scope_mark
   */
  void addAddressScopeMark(IptablesManager iptables, ScopeMarks marks) {
    for (IpFamily family : IpFamily.values()) {
      IptablesTable mangle = iptables.getTables().get(family, "mangle");
      IptablesTable filter = iptables.getTables().get(family, "filter");
      List<ScopeMark> marked = marks.of(family);
      mangle
          .by("RouterInfo._add_address_scope_mark")
          .rewrite("scope", marked, () -> addRules(mangle, marked, ScopeMark::marking));
      List<ScopeMark> blocked = family == IpFamily.V4 ? withoutSnatDevice(marked) : marked;
      filter
          .by("RouterInfo._add_address_scope_mark")
          .rewrite("scope", blocked, () -> addRules(filter, blocked, ScopeMark::blocking));
    }
  }

  private static void addRules(
      IptablesTable table, List<ScopeMark> marks, Function<ScopeMark, String> rule) {
    for (ScopeMark mark : marks) {
      table.addRule("scope", rule.apply(mark));
    }
  }

  private List<ScopeMark> withoutSnatDevice(List<ScopeMark> marks) {
    List<ScopeMark> others = new ArrayList<>(marks.size());
    for (ScopeMark mark : marks) {
      if (!isSnatDevice(mark.device())) {
        others.add(mark);
      }
    }
    return others;
  }

  /** Tells whether a device is the gateway port's, and what goes out by it gets another source. */
  private boolean isSnatDevice(IfName device) {
    Optional<NeutronPort> externalPort = router.getExGwPort();
    return externalPort.isPresent()
        && router.isSnatEnabled()
        && router.getExternalDeviceName(externalPort.get().id()).equals(device);
  }

  /** Returns the IPv4 address scope of the external network; empty for none. */
  Optional<String> getExternalAddressScope() {
    return router.getExGwPort().flatMap(port -> port.addressScopes().v4());
  }

  /**
   * Carries the traffic of floating IPs whose fixed address is in another scope across scopes.
   *
   * <p>Models: process_floating_ip_address_scope_rules
   */
  void processFloatingIpAddressScopeRules() {
    IptablesTable mangle = router.iptablesManager.ipv4("mangle");
    mangle.by("RouterInfo.process_floating_ip_address_scope_rules");
    mangle.clearRulesByTag(FLOATING_IP_TAG);
    Optional<String> externalScope = getExternalAddressScope();
    List<FloatingIp> floatingIps = new ArrayList<>();
    for (FloatingIp fip : router.getFloatingIps()) {
      if (!fip.fixedIpAddressScope().equals(externalScope)) {
        floatingIps.add(fip);
      }
    }
    if (!floatingIps.isEmpty()) {
      markFloatingIpEgress(mangle, getAddressScopeMarkMask(externalScope));
    }
    for (FloatingIp fip : floatingIps) {
      Fwmark internalMark = getAddressScopeMarkMask(fip.fixedIpAddressScope());
      for (ChainRule rule : router.floatingMangleRules(fip, internalMark)) {
        mangle.addRule(rule.chain(), rule.rule(), FLOATING_IP_TAG);
      }
    }
  }

  private void markFloatingIpEgress(IptablesTable mangle, Fwmark externalMark) {
    PySet<IfName> devicesInExternalScope = new PySet<>(device -> PyHash.text(device.text()));
    for (ScopeMark mark : router.getAddressScopeMark().of(IpFamily.V4)) {
      if (mark.mark().equals(externalMark)) {
        devicesInExternalScope.add(mark.device());
      }
    }
    for (IfName device : devicesInExternalScope) {
      mangle.addRule(
          "float-snat", "-o " + device + " -j MARK --set-xmark " + externalMark, FLOATING_IP_TAG);
    }
  }

  /**
   * Notes the scope of outgoing connections, and keeps those from SNAT that stay in one scope.
   *
   * <p>Models: process_external_port_address_scope_routing
   */
  void processExternalPortAddressScopeRouting(IptablesManager iptables) {
    Optional<NeutronPort> externalPort = router.getExGwPort();
    if (!router.isSnatEnabled() || externalPort.isEmpty()) {
      return;
    }
    IfName device = router.getExternalDeviceName(externalPort.get().id());
    String method = "RouterInfo.process_external_port_address_scope_routing";
    iptables
        .ipv4("mangle")
        .by(method)
        .addRule("POSTROUTING", "-o " + device + " " + NO_SCOPE_NOTED + SAVE_MARK);
    Optional<String> scope = getExternalAddressScope();
    if (scope.isPresent()) {
      iptables
          .ipv4("nat")
          .by(method)
          .addRule(
              "snat",
              "-o "
                  + device
                  + " -m connmark --mark "
                  + getAddressScopeMarkMask(scope)
                  + " -j ACCEPT");
    }
  }
}
