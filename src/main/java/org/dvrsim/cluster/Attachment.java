package org.dvrsim.cluster;

import java.util.Optional;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;

/**
 * A device that is connected to a network.
 *
 * @param mac the device's MAC address when it was looked at
 * @param instance whose card it is, if it is one's
 * @param owner the host whose port it is; empty if it is none's
 */
record Attachment(
    Link link,
    MacAddress mac,
    Network network,
    Kind kind,
    Optional<Instance> instance,
    String owner) {
  /** What is connected. */
  enum Kind {
    INSTANCE,
    DISTRIBUTED,
    OTHER
  }

  /** Returns the connection of an instance's card. */
  static Attachment of(Instance instance, Link card) {
    Network network = instance.port().network();
    return new Attachment(card, card.mac(), network, Kind.INSTANCE, Optional.of(instance), "");
  }

  /** Returns the connection of a host outside. */
  static Attachment outside(Link card, Network network) {
    return new Attachment(card, card.mac(), network, Kind.OTHER, Optional.empty(), "");
  }

  /** Returns the connection of a port of a host's integration bridge. */
  static Attachment ofHost(String host, IfName port, Link link, Network network) {
    Kind kind = port.text().startsWith("qr-") ? Kind.DISTRIBUTED : Kind.OTHER;
    return new Attachment(link, link.mac(), network, kind, Optional.empty(), host);
  }

  /** Returns the host on which it is; empty text for none. */
  String host() {
    return instance.isEmpty() ? owner : instance.get().host().orElse("");
  }

  /** Tells whether it hears what {@code sender} sends. */
  boolean hears(Attachment sender) {
    if (link == sender.link || !link.isUp()) {
      return false;
    }
    if (kind == Kind.INSTANCE && host().isEmpty()) {
      return false;
    }
    return kind != Kind.DISTRIBUTED || host().equals(sender.host());
  }
}
