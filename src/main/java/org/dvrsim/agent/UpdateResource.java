package org.dvrsim.agent;

import java.util.Optional;

/**
 * What comes along with an update in the agent's queue: a router's payload, or the id of the
 * network that changed.
 */
record UpdateResource(Optional<NeutronRouter> router, Optional<String> networkId) {
  static UpdateResource of(NeutronRouter router) {
    return new UpdateResource(Optional.of(router), Optional.empty());
  }

  static UpdateResource ofNetwork(String networkId) {
    return new UpdateResource(Optional.empty(), Optional.of(networkId));
  }
}
