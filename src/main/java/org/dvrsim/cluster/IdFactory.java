package org.dvrsim.cluster;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dvrsim.net.MacAddress;

/**
 * Derives ids and MACs from names, so that a scenario gives the same ids whenever it is run.
 *
 * <p>An id is a name-based UUID in the manner of RFC 9562 version 5: the first 128 bits of a SHA-1,
 * with the version and variant bits set. A name that is used again, after the thing that bore it
 * was deleted, gives another id, as it would in Neutron.
 */
final class IdFactory {
  /** The first three bytes of a port's MAC, Neutron's default for {@code base_mac}. */
  private static final long BASE_MAC = 0xfa163eL << 24;

  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<MacAddress> macs = new HashSet<>();
  private final NameBook names = new NameBook();

  /** Returns the book in which every name and its id is noted. */
  NameBook names() {
    return names;
  }

  /** Returns the next id for {@code name}. */
  String newId(ResourceKind kind, String name) {
    String id = newUuid(kind + ":" + name);
    names.register(kind, name, id);
    return id;
  }

  /** Returns the next id for a port for {@code owner}. */
  String newPortId(PortOwner owner, String name) {
    String id = newUuid("port:" + owner + ":" + name);
    names.registerPort(owner, name, id);
    return id;
  }

  private String newUuid(String key) {
    int use = uses.merge(key, 1, Integer::sum);
    return uuid(use == 1 ? key : key + "#" + use);
  }

  /** Returns the MAC of the port with the id {@code portId}, different from all given so far. */
  MacAddress newMac(String portId) {
    HashCode hash = sha1("mac:" + portId);
    long bits = hash.asLong() & 0xffffff;
    while (!macs.add(new MacAddress(BASE_MAC | bits))) {
      bits = (bits + 1) & 0xffffff;
    }
    return new MacAddress(BASE_MAC | bits);
  }

  private static String uuid(String key) {
    byte[] bytes = sha1(key).asBytes();
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x50);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    StringBuilder text = new StringBuilder(36);
    for (int i = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        text.append('-');
      }
      text.append(Character.forDigit(bytes[i] >> 4 & 0xf, 16));
      text.append(Character.forDigit(bytes[i] & 0xf, 16));
    }
    return text.toString();
  }

  // SHA-1 is what version 5 prescribes; nothing here is secret.
  @SuppressWarnings("deprecation")
  private static HashCode sha1(String text) {
    return Hashing.sha1().hashString(text, StandardCharsets.UTF_8);
  }
}
