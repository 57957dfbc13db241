package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.NetworkActions;

/** Draws what is done to networks. */
final class NetworkDraw {
  private static final List<Integer> MTUS = List.of(1400, 1450, 1500);
  private static final List<String> SCOPES = List.of("none", "scope1", "scope2");

  private final Chance chance;
  private final NeutronDb db;

  NetworkDraw(Chance chance, NeutronDb db) {
    this.chance = chance;
    this.db = db;
  }

  Optional<Action> setMtu() {
    List<Network> used = db.networks().stream().filter(this::isUsed).toList();
    return chance.pick(used).map(this::setMtu);
  }

  private Action setMtu(Network network) {
    List<Integer> others = MTUS.stream().filter(mtu -> mtu != network.mtu()).toList();
    return new NetworkActions.SetMtu(network.name(), chance.oneOf(others));
  }

  private boolean isUsed(Network network) {
    return db.routers().stream()
        .anyMatch(
            router ->
                router.externalNetwork().filter(network::equals).isPresent()
                    || network.subnets().stream().anyMatch(router::isOn));
  }

  /** Puts the subnet's pool into another address scope, one of the few that there are, or none. */
  Optional<Action> setAddressScope() {
    return chance
        .pick(db.networks().stream().filter(this::isUsed).toList())
        .flatMap(network -> chance.pick(network.subnets()))
        .map(
            subnet ->
                new NetworkActions.SetSubnet(
                    subnet.name(), Optional.empty(), Optional.of(chance.oneOf(SCOPES))));
  }

  Optional<Action> delete() {
    return chance
        .pick(db.networks())
        .map(network -> new NetworkActions.DeleteNetwork(network.name()));
  }

  /** An external subnet's gateway moves, or there is none any more. */
  Optional<Action> moveProvidersGateway() {
    List<Subnet> external = new ArrayList<>();
    for (Network network : db.networks()) {
      if (network.isExternal()) {
        external.addAll(network.subnets());
      }
    }
    return chance
        .pick(external)
        .map(
            subnet ->
                new NetworkActions.SetSubnet(
                    subnet.name(),
                    Optional.of(
                        chance.of(1, 3)
                            ? "none"
                            : subnet.cidr().address().plus(250L + chance.below(3)).toString()),
                    Optional.empty()));
  }
}
