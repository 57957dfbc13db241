package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The defects of earlier Neutron releases that can be put back into the agent.
 *
 * <p>Each is a class named after it ({@code Lp1355087aWrongSnatPort}) that extends the class which
 * the repair changed, and does one thing as it was done before.
 */
public final class KnownBugs {
  private static final Map<String, Consumer<AgentParts>> SWITCHES = new LinkedHashMap<>();

  static {
    // From the first of the catalogue on.
    put("lp-1336566", Lp1336566CleanupAfterFailedSync::into);
    put("lp-1350028", Lp1350028UnknownRouter::into);
    put("lp-1348737", Lp1348737GatewayAddedAgain::into);
    put("lp-1353287", Lp1353287LinkLeft::into);
    put("lp-1355087-a", Lp1355087AAllSnatPortsReplugged::into);
    put("lp-1355087-b", Lp1355087BSnatPortWithInterfaceAddress::into);
    put("commit-163e8edc", Commit163e8edcStaleSnatNamespaces::into);
    put("lp-1356734", Lp1356734GatewayUpdatedEverywhere::into);
    put("lp-1360395", Lp1360395TrackedTwice::into);
    put("lp-1353006", Lp1353006GatewayWithoutSnatPorts::into);
    put("lp-1334926", Lp1334926ConnectionsKept::into);
    put("lp-1373524", Lp1373524SnatNamespaceLeft::into);
    put("lp-1381238", Lp1381238FirstByLookOfThings::into);
    put("lp-1389880", Lp1389880FloatingIpsOfOthers::into);
    put("lp-1394043", Lp1394043NoGatewayHost::into);
    put("lp-1376325-b", Lp1376325BRulesWithoutFamily::into);
    put("lp-1367039", Lp1367039RulesForgotten::into);
    put("lp-1421497", Lp1421497NoFipNamespace::into);
    put("lp-1423777", Lp1423777NoAllocator::into);
    put("lp-1413111", Lp1413111ApplyErrorHidden::into);
    put("lp-1438969", Lp1438969ArpOnSnatHostAlone::into);
    put("lp-1455042", Lp1455042ProxyOfStaleRouter::into);
    put("lp-1357068", Lp1357068ArpForIpv6::into);
    put("lp-1447034", Lp1447034GatewayPortNotAskedFor::into);
    put("lp-1470909", Lp1470909StaleFipNamespaces::into);
    put("commit-99f9ec3e", Commit99f9ec3eTextNotHashed::into);
    put("lp-1405910", Lp1405910NoRoutesInSnat::into);
    put("lp-1414779", Lp1414779PrioritiesForgotten::into);
    put("lp-1472205", Lp1472205SnatMoveIgnored::into);
    put("lp-1479130", Lp1479130SnatPortGone::into);
    put("lp-1490380", Lp1490380PairWithoutPeer::into);
    put("lp-1501873", Lp1501873NamespaceGoesWithLastFloatingIp::into);
    put("lp-1515341", Lp1515341AddressesNotAtHand::into);
    put("commit-300f73d4", Commit300f73d4DeletedWithoutReport::into);
    put("lp-1398865", Lp1398865RuleAddedAgain::into);
    put("commit-7bd30aa4", Commit7bd30aa4RuleSpelledOtherwise::into);
    put("lp-1343320", Lp1343320SecondariesLost::into);
    put("lp-1355195", Lp1355195NoIpv6Forwarding::into);
    put("lp-1428887", Lp1428887NoHairpin::into);
    put("lp-1423571", Lp1423571FailureForgotten::into);
    put("lp-1455439", Lp1455439DeletionWithoutTime::into);
    put("commit-bad95ee9", CommitBad95ee9NoReportWithoutGateway::into);
    put("lp-1505557", Lp1505557StatusWithheld::into);
    put("lp-1505166", Lp1505166RevivedInVain::into);
    put("lp-1437499", Lp1437499OtherScopesKept::into);
    put("lp-1429162", Lp1429162LinkWithoutMtu::into);
    put("lp-1505781", Lp1505781ExemptionWithSnatAlone::into);
    put("lp-1335023", Lp1335023GatewayOffLink::into);
    put("lp-1512858", Lp1512858GatewayChangeIgnored::into);
    put("lp-1456073", Lp1456073DestinationNotPrepared::into);
    put("lp-1549311", Lp1549311RulesWithLinkAlone::into);
    put("commit-2412ca01", Commit2412ca01GatewayAddressInRouter::into);
    put("lp-1560945", Lp1560945ScopesWithoutManager::into);
    put("lp-1562110", Lp1562110SmallPool::into);
    put("lp-1557909", Lp1557909MovedWhileAway::into);
    put("lp-1566383", Lp1566383AddressesWithNewLinkAlone::into);
    put("lp-1462154", Lp1462154DnatFromAnywhere::into);
    put("lp-1520775", Lp1520775DefaultRouteKept::into);
    put("lp-1602794", Lp1602794MalformedLine::into);
    put("lp-1606844", Lp1606844VanishedNamespace::into);
    put("lp-1599287", Lp1599287RedirectionKept::into);
    put("lp-1611964", Lp1611964RedirectionGoesWithSnat::into);
    put("lp-1651813", Lp1651813OldGatewayKept::into);
    put("lp-1571676", Lp1571676NoRoutesInFip::into);
    put("lp-1566291", Lp1566291SharedScopeMarks::into);
    put("lp-1607699", Lp1607699AddressesWithoutLength::into);
    put("lp-1566007", Lp1566007ShortOptions::into);
    put("lp-1649845", Lp1649845MtuOfNewDevicesAlone::into);
    put("lp-1627902", Lp1627902DynamicUnseen::into);
    put("lp-1573073", Lp1573073DevicesOfNoNamespace::into);
    put("lp-1624515", Lp1624515FirstAddressOfSnatPort::into);
    put("lp-1675187", Lp1675187FloatingIpsOfEarlierRelease::into);
    put("lp-1620824", Lp1620824MidStreamConnections::into);
    put("lp-1692007", Lp1692007ArpForOthers::into);
    put("lp-1712412", Lp1712412NoHostOfFloatingIp::into);
    put("lp-1712728", Lp1712728CentralisedUnlisted::into);
    put("lp-1717597", Lp1717597WrongAnnouncement::into);
    put("lp-1733852", Lp1733852VirtualAddressesKnown::into);
    put("commit-c148edb8", CommitC148edb8AbsentNeighbour::into);
    put("lp-1662804", Lp1662804FailedButKept::into);
    put("lp-1691427", Lp1691427RoleOfLocalRouter::into);
    put("lp-1671634", Lp1671634MtuChangeUnheard::into);
    put("lp-1724043", Lp1724043NetworkUpdateNeedsGateway::into);
    put("lp-1667756", Lp1667756NoForwardingWithGateway::into);
    put("lp-1733987", Lp1733987ClassOfHaRouters::into);
    put("lp-1735724", Lp1735724NoMetadataMarks::into);
    put("lp-1709215", Lp1709215LinkLocalAddedAgain::into);
    put("lp-1773999", Lp1773999ReachableForAWhile::into);
    put("lp-1753434", Lp1753434ExitWithoutOutside::into);
    put("lp-1776984", Lp1776984LinkTakenToBeThere::into);
    put("lp-1793527", Lp1793527FloatingIpsWithoutOutside::into);
    put("lp-1791989", Lp1791989LinkWithoutNeighbours::into);
    put("lp-1717302", Lp1717302LookedUpEverywhere::into);
    put("lp-1786272", Lp1786272FirstRouterAlone::into);
    put("lp-1757259", Lp1757259AbsentAddress::into);
    put("lp-1795482", Lp1795482AbsentNamespace::into);
    put("lp-1811213", Lp1811213PresentIsAnError::into);
    put("lp-1816874", Lp1816874MigratedWithoutStatus::into);
    put("lp-1818805", Lp1818805ConnectionsOfRemoved::into);
    put("lp-1824571", Lp1824571OneExternalNetwork::into);
    put("lp-1871850", Lp1871850GivenUpIsDeleted::into);
    put("lp-1881995", Lp1881995SnatNamespaceTakenToBeThere::into);
    put("lp-1891673", Lp1891673RulesNotRemembered::into);
    put("lp-1894843-a", Lp1894843ASnatNamespaceEverywhere::into);
    put("lp-1928466", Lp1928466PairsLeftOut::into);
    put("lp-1936980", Lp1936980EntriesOfOtherSubnets::into);
    put("lp-1933092", Lp1933092SnatPortLeftOut::into);
    put("lp-1933273", Lp1933273MtuOfSnatPort::into);
    put("lp-1999678", Lp1999678OneNextHopInSnat::into);
    put("lp-1961740", Lp1961740MovedBeforeMove::into);
    put("lp-1920975", Lp1920975DelayedProxyArp::into);
    put("lp-1804327", Lp1804327StrictWindows::into);
    put("lp-2025129", Lp2025129LoadedBeforeNamespace::into);
    put("suspect-deleted-router-recreated", SuspectDeletedRouterRecreated::into);
    // To the last of the catalogue.
  }

  private KnownBugs() {}

  private static void put(String id, Consumer<AgentParts> into) {
    SWITCHES.put(id, into);
  }

  /** Returns the ids of those that can be switched on, in the catalogue's order. */
  public static Set<String> ids() {
    return Collections.unmodifiableSet(SWITCHES.keySet());
  }

  /**
   * Returns the parts of an agent that has the bugs given; without one, those of Neutron 26.0.3.
   *
   * @throws IllegalArgumentException if an id is none of {@link #ids} or comes twice, or two bugs
   *     change one part of the agent and can't be there at once
   */
  public static AgentParts parts(Collection<String> ids) {
    if (ids.isEmpty()) {
      return AgentParts.ofNeutron2025();
    }
    AgentParts parts = new AgentParts();
    List<String> before = new ArrayList<>();
    for (String id : ids) {
      Consumer<AgentParts> into = SWITCHES.get(id);
      if (into == null) {
        throw new IllegalArgumentException("there is no switch for the bug " + id);
      }
      if (before.contains(id)) {
        throw new IllegalArgumentException(id + " is named twice");
      }
      try {
        into.accept(parts);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            id + " can't be there with " + String.join(", ", before) + ": " + e.getMessage(), e);
      }
      before.add(id);
    }
    return parts;
  }
}
