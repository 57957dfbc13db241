package org.dvrsim.invariant;

/** The parts of what a namespace should hold that can change without each other. */
enum WantedPart {
  /** The devices, and those that may be there. */
  DEVICES(1),
  /** The floating IPs that go through fip namespaces: which addresses stand for which. */
  FLOATING_IPS(2),
  /** Those that go through the centralised SNAT's namespace. */
  CENTRALISED_FLOATING_IPS(2048),
  /** The ways to the centralised SNAT. */
  REDIRECTS(4),
  /** The subnets that leave without NAT. */
  FAST_EXITS(8),
  /** The static routes. */
  ROUTES(16),
  NEIGHBOURS(32),
  /** Whether there is a gateway, and whether routers are connected with fip namespaces. */
  GATEWAYS(64),
  /** The gateways' ports, and whether they are to translate. */
  GATEWAY_PORTS(1024),
  /** The ports of the interfaces on tenant networks. */
  INTERFACES(128),
  /** The ports of the centralised SNAT on tenant networks. */
  SNAT_PORTS(256),
  /** The host's addresses on external networks. */
  AGENT_GATEWAYS(512);

  /** All parts as bits. */
  static final int ALL = 4095;

  private final int bit;

  WantedPart(int bit) {
    this.bit = bit;
  }

  /** Returns the part as bits if {@code changed}, otherwise none. */
  int bitIf(boolean changed) {
    return changed ? bit : 0;
  }

  /** Returns the parts, as bits, that say something about namespaces of {@code kind}. */
  static int of(NetnsKind kind) {
    int common = DEVICES.bit | ROUTES.bit | GATEWAYS.bit;
    return common
        | switch (kind) {
          case ROUTER ->
              FLOATING_IPS.bit | REDIRECTS.bit | FAST_EXITS.bit | NEIGHBOURS.bit | INTERFACES.bit;
          case SNAT -> CENTRALISED_FLOATING_IPS.bit | GATEWAY_PORTS.bit | SNAT_PORTS.bit;
          case FIP -> FLOATING_IPS.bit | FAST_EXITS.bit | GATEWAY_PORTS.bit | AGENT_GATEWAYS.bit;
        };
  }

  /** Returns a set as bits. */
  static int bits(Iterable<WantedPart> parts) {
    int bits = 0;
    for (WantedPart part : parts) {
      bits |= part.bit;
    }
    return bits;
  }
}
