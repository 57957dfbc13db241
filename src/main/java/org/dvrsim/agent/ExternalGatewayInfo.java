package org.dvrsim.agent;

import java.util.Objects;

/** A router's gateway as the API shows it: the payload's {@code external_gateway_info}. */
public record ExternalGatewayInfo(String networkId, boolean enableSnat) {

  /** Checks that a network is given. */
  public ExternalGatewayInfo {
    Objects.requireNonNull(networkId);
  }
}
