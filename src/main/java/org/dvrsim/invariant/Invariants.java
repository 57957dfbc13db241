package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;

/** All invariants, in the order in which they are checked and listed. */
public final class Invariants {
  /** The name of the one that tells of exceptions, which end what the agent was about. */
  public static final String EXCEPTION_ESCAPES = ExceptionEscapes.NAME;

  private static final List<Invariant> ALL =
      List.of(
          new ExceptionEscapes(),
          new LeakedNamespace(),
          new MissingNamespace(),
          new LeakedDevice(),
          new MissingDevice(),
          new BrokenDevice(),
          new UnpairedVeth(),
          new BridgePortsMatch(),
          new LeakedProcess(),
          new MissingAddress(),
          new LeakedAddress(),
          new DuplicateAddress(),
          new WrongMtu(),
          new MissingSysctl(),
          new DuplicatePriority(),
          new DuplicateRule(),
          new FloatingIpRule(),
          new StaleFloatingIpRule(),
          new FloatingIpRoute(),
          new StaleFloatingIpRoute(),
          new MissingNatRule(),
          new StaleNatRule(),
          new MissingFilterRule(),
          new SnatRedirect(),
          new StaleSnatRedirect(),
          new FastPathExit(),
          new FipConnection(),
          new StaleDefaultRoute(),
          new StaleLinkRule(),
          new EmptyTable(),
          new OrphanTable(),
          new RouteWithoutDevice(),
          new StaticRoutes(),
          new MissingNeighbour(),
          new StaleNeighbour(),
          new DeadChain(),
          new MissingNotrack(),
          new StateFilesAgree(),
          new StateFileLeak(),
          new FloatingIpStatus(),
          new FloatingIpUnreported(),
          new ConnectionsKept(),
          new LostInOutage(),
          new AskedOfAbsentDevice(),
          new GoneIsNoError(),
          new IptablesRewritten(),
          new UnneededDisruption(),
          new ResyncChanges(),
          new ConvergesToFresh());

  private Invariants() {}

  /** Returns all of them. */
  public static List<Invariant> all() {
    return ALL;
  }

  /** Returns the one called {@code name}, if there is one. */
  public static Optional<Invariant> find(String name) {
    return ALL.stream().filter(invariant -> invariant.name().equals(name)).findFirst();
  }
}
