package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.RouteScope;

/**
 * Which devices and addresses {@code ip link show}, {@code ip addr show} and {@code ip addr flush}
 * are about.
 *
 * <p>Models: iproute2 ip/ipaddress.c:ipaddr_list_flush_or_save(), print_addrinfo()
 */
final class AddressFilter {
  private final IpSession session;
  private final CommandContext context;
  private final boolean linksOnly;
  private AddressFamily family;
  private Optional<PrefixWord> prefix = Optional.empty();
  private Optional<RouteScope> scope = Optional.empty();
  private boolean up;
  private boolean down;
  private int flags;
  private int flagMask;
  private Optional<String> label = Optional.empty();
  private Optional<String> kind = Optional.empty();
  private Optional<Integer> protocol = Optional.empty();
  private OptionalInt group = OptionalInt.empty();
  private boolean enslaved;
  private Optional<Link> device = Optional.empty();
  private String deviceWord = "";

  AddressFilter(IpSession session, boolean linksOnly) {
    this.session = session;
    this.context = session.context();
    this.linksOnly = linksOnly;
    this.family = linksOnly ? AddressFamily.PACKET : session.family();
  }

  void read(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (!address(arguments) && !flag(arguments.word()) && !link(arguments)) {
        device(arguments);
      }
      arguments.advance();
    }
    if (!deviceWord.isEmpty()) {
      device = session.findDevice(deviceWord);
      if (device.isEmpty()) {
        context.complain("Device \"" + deviceWord + "\" does not exist.");
        throw new CommandExit(1);
      }
    }
  }

  private boolean address(Arguments arguments) {
    if (arguments.is("to")) {
      prefix = Optional.of(session.prefix(arguments.next(), family));
      if (family == AddressFamily.UNSPEC) {
        family = prefix.get().family();
      }
    } else if (arguments.is("scope")) {
      String word = arguments.next();
      scope = NameTables.scope(word);
      if (scope.isEmpty() && !word.equals("all")) {
        throw Complaint.invalid(context, "invalid \"scope\"\n", word);
      }
    } else if (arguments.is("up")) {
      up = true;
    } else if (arguments.is("down")) {
      down = true;
    } else {
      return false;
    }
    return true;
  }

  private boolean flag(String word) {
    boolean inverse = word.startsWith("-");
    String name = inverse ? word.substring(1) : word;
    if (name.equals("dynamic")) {
      inverse = !inverse;
      name = "permanent";
    } else if (name.equals("primary")) {
      inverse = !inverse;
      name = "secondary";
    }
    int bit = AddressFlags.bit(name);
    if (bit == 0) {
      return false;
    }
    flags = inverse ? flags & ~bit : flags | bit;
    flagMask |= bit;
    return true;
  }

  private boolean link(Arguments arguments) {
    if (arguments.is("label")) {
      label = Optional.of(arguments.next());
    } else if (arguments.is("group")) {
      group = OptionalInt.of(NameTables.group(context, arguments.next()));
    } else if (arguments.is("master")) {
      String word = arguments.next();
      if (session.findDevice(word).isEmpty()) {
        throw Complaint.invalid(context, "Device does not exist\n", word);
      }
      enslaved = true;
    } else if (arguments.is("vrf")) {
      throw Complaint.invalid(context, "Not a valid VRF name\n", arguments.next());
    } else if (arguments.is("nomaster")) {
      enslaved = false; // none of our devices has a master
    } else if (arguments.is("type")) {
      kind = Optional.of(arguments.next());
    } else if (arguments.is("proto")) {
      String word = arguments.next();
      protocol =
          Optional.of(
              (int)
                  Numbers.unsigned(word, 255)
                      .orElseThrow(
                          () -> Complaint.invalid(context, "\"proto\" value is invalid\n", word)));
    } else if (!arguments.is("novf")) {
      return false;
    }
    return true;
  }

  private void device(Arguments arguments) {
    if (arguments.is("dev")) {
      arguments.next();
    } else if (arguments.begins("help")) {
      throw session.usage(linksOnly ? "ip-link" : "ip-address");
    }
    if (!deviceWord.isEmpty()) {
      throw Complaint.duplicateOrGarbage(context, "dev", arguments.word());
    }
    deviceWord = arguments.word();
  }

  /** Returns the family asked for or settled by a prefix. */
  AddressFamily family() {
    return family;
  }

  /** Returns the device asked for. */
  Optional<Link> device() {
    return device;
  }

  /** Tells whether only a round of flushing is made, which leaves promoted secondaries. */
  boolean flushesPrimaries() {
    return (flags & IfAddress.SECONDARY) == 0 && (flagMask & IfAddress.SECONDARY) != 0;
  }

  /** Tells whether nothing but a device, a family and a scope is asked for. */
  boolean isPlain() {
    return prefix.isEmpty()
        && !up
        && !down
        && flagMask == 0
        && label.isEmpty()
        && protocol.isEmpty();
  }

  /** Returns the scope asked for. */
  Optional<RouteScope> scope() {
    return scope;
  }

  /** Tells whether the device's own line is shown. */
  boolean shows(Link link) {
    return upOrDown(link)
        && sameKind(link)
        && !enslaved
        && (group.isEmpty() || group.getAsInt() == link.group());
  }

  /** Tells whether the device's driver is the one asked for. */
  boolean sameKind(Link link) {
    return kind.map(wanted -> wanted.equals(LinkPrinter.kind(link).orElse(""))).orElse(true);
  }

  /** Tells whether a label is asked for, which hides the devices' own lines. */
  boolean hidesLinks() {
    return label.isPresent();
  }

  /** Tells whether a device is up, or down, as asked for. */
  boolean upOrDown(Link link) {
    return !(up && !link.isUp()) && !(down && link.isUp());
  }

  /** Tells whether the address is shown. */
  boolean shows(IfAddress address) {
    return sameFamily(address)
        && scope.map(wanted -> wanted.equals(address.scope())).orElse(true)
        && ((flags ^ address.flags()) & flagMask) == 0
        && protocol
            .map(wanted -> address.protocol() == 0 || wanted == address.protocol())
            .orElse(true)
        && label.map(pattern -> labelled(pattern, address)).orElse(true)
        && prefix.map(wanted -> wanted.matches(address.local())).orElse(true);
  }

  private boolean sameFamily(IfAddress address) {
    return family == AddressFamily.UNSPEC || family == AddressFamily.of(address.family());
  }

  private static boolean labelled(String pattern, IfAddress address) {
    String text = address.label().isEmpty() ? address.device().name().text() : address.label();
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
    }
    return text.matches(regex.toString());
  }

  /**
   * Tells whether a device is shown although addresses were asked for: it has one that is shown, or
   * none at all.
   */
  boolean keeps(List<IfAddress> addresses) {
    if (addresses.isEmpty()) {
      return family == AddressFamily.UNSPEC || family == AddressFamily.PACKET;
    }
    return addresses.stream().anyMatch(this::shows);
  }
}
