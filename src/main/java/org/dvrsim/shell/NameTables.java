package org.dvrsim.shell;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IpProtocols;
import org.dvrsim.net.TableId;

/**
 * Names for numbers as iproute2's tables in /usr/share/iproute2 have them: what a person may write,
 * and what is printed.
 *
 * <p>Models: iproute2 lib/rt_names.c, ip/rtm_map.c
 */
final class NameTables {
  private static final ImmutableMap<String, Integer> DSFIELD =
      ImmutableMap.<String, Integer>builder()
          .put("default", 0x00)
          .put("AF11", 0x28)
          .put("AF12", 0x30)
          .put("AF13", 0x38)
          .put("AF21", 0x48)
          .put("AF22", 0x50)
          .put("AF23", 0x58)
          .put("AF31", 0x68)
          .put("AF32", 0x70)
          .put("AF33", 0x78)
          .put("AF41", 0x88)
          .put("AF42", 0x90)
          .put("AF43", 0x98)
          .put("CS1", 0x20)
          .put("CS2", 0x40)
          .put("CS3", 0x60)
          .put("CS4", 0x80)
          .put("CS5", 0xa0)
          .put("CS6", 0xc0)
          .put("CS7", 0xe0)
          .put("EF", 0xb8)
          .buildOrThrow();

  private static final List<String> ROUTE_TYPES =
      List.of(
          "none",
          "unicast",
          "local",
          "broadcast",
          "anycast",
          "multicast",
          "blackhole",
          "unreachable",
          "prohibit",
          "throw",
          "nat",
          "xresolve");

  /** Those that may be shortened, in the order in which they are tried. */
  private static final List<String> SHORT_ROUTE_TYPES =
      List.of(
          "broadcast",
          "anycast",
          "multicast",
          "prohibit",
          "unreachable",
          "blackhole",
          "xresolve",
          "unicast");

  private NameTables() {}

  /** Reads a route table's name or number. */
  static Optional<TableId> table(String word) {
    return switch (word) {
      case "unspec" -> Optional.of(TableId.UNSPEC);
      case "default" -> Optional.of(TableId.DEFAULT);
      case "main" -> Optional.of(TableId.MAIN);
      case "local" -> Optional.of(TableId.LOCAL);
      default -> {
        OptionalLong number = Numbers.unsigned(word, Numbers.MAX_U32);
        yield number.isPresent() ? Optional.of(TableId.of(number.getAsLong())) : Optional.empty();
      }
    };
  }

  /** Writes a route table. */
  static String table(TableId table, boolean numeric) {
    if (numeric) {
      return Long.toString(table.number());
    }
    return table.equals(TableId.UNSPEC) ? "unspec" : table.toString();
  }

  /** Reads a scope's name or number. */
  static Optional<RouteScope> scope(String word) {
    return switch (word) {
      case "global" -> Optional.of(RouteScope.GLOBAL);
      case "nowhere" -> Optional.of(RouteScope.NOWHERE);
      case "host" -> Optional.of(RouteScope.HOST);
      case "link" -> Optional.of(RouteScope.LINK);
      case "site" -> Optional.of(RouteScope.SITE);
      default -> {
        OptionalLong number = Numbers.unsigned(word, 255);
        yield number.isPresent()
            ? Optional.of(new RouteScope((int) number.getAsLong()))
            : Optional.empty();
      }
    };
  }

  /** Writes a scope. */
  static String scope(RouteScope scope, boolean numeric) {
    return numeric ? Integer.toString(scope.value()) : scope.toString();
  }

  /** Reads a routing protocol's name or number. */
  static Optional<RouteProtocol> protocol(String word) {
    for (int i = 0; i < 256; i++) {
      RouteProtocol protocol = new RouteProtocol(i);
      if (!protocol.toString().equals(Integer.toString(i)) && protocol.toString().equals(word)) {
        return Optional.of(protocol);
      }
    }
    OptionalLong number = Numbers.unsigned(word, 255);
    return number.isPresent()
        ? Optional.of(new RouteProtocol((int) number.getAsLong()))
        : Optional.empty();
  }

  /** Writes a routing protocol. */
  static String protocol(RouteProtocol protocol, boolean numeric) {
    return numeric ? Integer.toString(protocol.value()) : protocol.toString();
  }

  /** Reads a type of service: a name, or a hexadecimal number with or without 0x. */
  static OptionalInt tos(String word) {
    Integer named = DSFIELD.get(word);
    if (named != null) {
      return OptionalInt.of(named);
    }
    OptionalLong number = Numbers.unsigned(word, 16, 255);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /** Writes a type of service. */
  static String tos(int tos, boolean numeric) {
    if (!numeric) {
      for (Map.Entry<String, Integer> entry : DSFIELD.entrySet()) {
        if (entry.getValue() == tos) {
          return entry.getKey();
        }
      }
    }
    return String.format("0x%02x", tos);
  }

  /** Reads the number of a route's type, which rules share. */
  static OptionalInt routeType(String word) {
    String name = "";
    if (word.equals("local") || word.equals("nat") || word.equals("throw")) {
      name = word;
    } else if (word.equals("brd")) {
      name = "broadcast";
    } else {
      for (String candidate : SHORT_ROUTE_TYPES) {
        if (name.isEmpty() && Arguments.isBeginning(word, candidate)) {
          name = candidate;
        }
      }
    }
    if (!name.isEmpty()) {
      return OptionalInt.of(ROUTE_TYPES.indexOf(name));
    }
    OptionalLong number = Numbers.unsigned(word, 255);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /** Writes the number of a route's type. */
  static String routeType(int type, boolean numeric) {
    return numeric || type >= ROUTE_TYPES.size() ? Integer.toString(type) : ROUTE_TYPES.get(type);
  }

  /**
   * Reads a device group's name or number, or ends the command.
   *
   * <p>Models: iproute2 lib/rt_names.c:rtnl_group_a2n()
   */
  static int group(CommandContext context, String word) {
    return group(context, word, "group");
  }

  /** Reads a device group's name or number that is given for {@code key}, or ends the command. */
  static int group(CommandContext context, String word, String key) {
    if (word.equals("default")) {
      return 0;
    }
    String reason = "Invalid \"" + key + "\" value\n";
    return (int)
        Numbers.signed(word, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .orElseThrow(() -> Complaint.invalid(context, reason, word));
  }

  /** Writes a device group. */
  static String group(int group, boolean numeric) {
    return group == 0 && !numeric ? "default" : Integer.toString(group);
  }

  /**
   * Reads the name or decimal number of a protocol above IP.
   *
   * <p>Models: iproute2 lib/inet_proto.c:inet_proto_a2n()
   */
  static OptionalInt ipProtocol(String word) {
    OptionalLong number = Numbers.unsigned(word, 10, 255);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : IpProtocols.number(word);
  }

  /** Writes a protocol above IP. */
  static String ipProtocol(int protocol, boolean numeric) {
    String name = numeric ? null : IpProtocols.name(protocol);
    return name == null ? "ipproto-" + protocol : name;
  }
}
