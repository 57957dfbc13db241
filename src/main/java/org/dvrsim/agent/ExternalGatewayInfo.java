package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;

/**
 * A router's gateway as the API shows it: the payload's {@code external_gateway_info}.
 *
 * @param networkId empty where the payload leaves it out, which the agent notices only when it
 *     needs it
 */
public record ExternalGatewayInfo(Optional<String> networkId, boolean enableSnat) {

  /** Checks that all is given. */
  public ExternalGatewayInfo {
    Objects.requireNonNull(networkId);
  }
}
