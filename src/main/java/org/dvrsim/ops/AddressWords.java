package org.dvrsim.ops;

import org.dvrsim.kernel.AddressLifetime;
import org.dvrsim.kernel.AddressSpec;

/** Writes the attributes of an address as {@code ip addr} takes them. */
final class AddressWords {
  private AddressWords() {}

  static CommandWords attributes(CommandWords words, AddressSpec address) {
    address.peer().ifPresent(peer -> words.add("peer", peer.toString()));
    address.broadcast().ifPresent(broadcast -> words.add("broadcast", broadcast.toString()));
    address.scope().ifPresent(scope -> words.add("scope", scope.toString()));
    if (!address.label().isEmpty()) {
      words.add("label", address.label());
    }
    for (AddressFlag flag : AddressFlag.values()) {
      if (address.has(flag.bit())) {
        words.add(flag.toString());
      }
    }
    if (!address.lifetime().equals(AddressLifetime.UNLIMITED)) {
      words.add("valid_lft", seconds(address.lifetime().valid()));
      words.add("preferred_lft", seconds(address.lifetime().preferred()));
    }
    address.metric().ifPresent(metric -> words.add("metric", metric.toString()));
    if (address.protocol() != 0) {
      words.add("proto", Integer.toString(address.protocol()));
    }
    return words;
  }

  private static String seconds(long lifetime) {
    return lifetime == AddressLifetime.FOREVER ? "forever" : Long.toString(lifetime);
  }
}
