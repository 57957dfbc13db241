package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.AddressLifetime;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.DeleteAddress;

/**
 * {@code ip addr add}, {@code change}, {@code replace} and {@code del}.
 *
 * <p>Models: iproute2 ip/ipaddress.c:ipaddr_modify()
 */
final class AddressModify {
  private static final List<String> READ_ONLY_FLAGS =
      List.of(
          "secondary",
          "temporary",
          "dadfailed",
          "deprecated",
          "tentative",
          "permanent",
          "stable-privacy");
  private static final List<String> IPV6_FLAGS =
      List.of("nodad", "optimistic", "home", "mngtmpaddr");

  private static final int MAX_LABEL = 15;

  private final IpSession session;
  private final CommandContext context;
  private AddressFamily family;
  private PrefixWord local;
  private PrefixWord peer;
  private String broadcastWord = "";
  private Optional<IpAddress> broadcast = Optional.empty();
  private Optional<RouteScope> scope = Optional.empty();
  private String device = "";
  private String label = "";
  private Optional<Long> metric = Optional.empty();
  private int protocol;
  private int flags;
  private OptionalLong validLifetime = OptionalLong.empty();
  private OptionalLong preferredLifetime = OptionalLong.empty();

  AddressModify(IpSession session) {
    this.session = session;
    this.context = session.context();
    this.family = session.family();
  }

  int add(List<String> words, boolean replace) {
    read(words);
    if (broadcastWord.equals("+") || broadcastWord.equals("-")) {
      broadcast = computedBroadcast();
    }
    if (scope.isEmpty()) {
      scope = Optional.of(defaultScope());
    }
    IfName name = session.device(device).name();
    AddressLifetime lifetime = lifetime();
    checkAutojoin();
    if (isRefused(true)) {
      return IpSession.REFUSED;
    }
    return session.talk(new AddAddress(session.netnsName(), name, spec(false, lifetime), replace));
  }

  int delete(List<String> words) {
    read(words);
    boolean anyLength =
        peer == null
            && local != null
            && local.family() == AddressFamily.INET
            && !local.lengthGiven();
    if (anyLength) {
      warnOfWildcard();
    }
    IfName name = session.device(device).name();
    AddressLifetime lifetime = lifetime();
    checkAutojoin();
    if (isRefused(false)) {
      return IpSession.REFUSED;
    }
    return session.talk(new DeleteAddress(session.netnsName(), name, spec(anyLength, lifetime)));
  }

  private void warnOfWildcard() {
    context.complain(
        "Warning: Executing wildcard deletion to stay compatible with old scripts.\n"
            + "         Explicitly specify the prefix length ("
            + localWord
            + "/32) to avoid this warning.\n"
            + "         This special behaviour is likely to disappear in further releases,\n"
            + "         fix your scripts!");
  }

  private String localWord = "";

  /** Whether an empty address was sent before the one meant, which the kernel does not take. */
  private boolean localGivenTwice;

  private void read(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      boolean number = arguments.isNumber(); // no word that means something begins so
      if (number || (!address(arguments) && !attribute(arguments) && !flag(arguments))) {
        local(arguments);
      }
      arguments.advance();
    }
    if (device.isEmpty()) {
      context.complain("Not enough information: \"dev\" argument is required.");
      throw new CommandExit(1);
    }
  }

  private boolean address(Arguments arguments) {
    if (arguments.is("peer", "remote")) {
      String word = arguments.next();
      if (peer != null && peer.address().isPresent()) {
        throw Complaint.duplicate(context, "peer", word);
      }
      peer = session.prefix(word, family);
      settle(peer);
    } else if (arguments.begins("broadcast") || arguments.is("brd")) {
      String word = arguments.next();
      if (!broadcastWord.isEmpty()) {
        throw Complaint.duplicate(context, "broadcast", word);
      }
      broadcastWord = word;
      if (!word.equals("+") && !word.equals("-")) {
        PrefixWord given = session.address(word, family);
        settle(given);
        broadcast = given.address();
      }
    } else if (arguments.is("anycast")) {
      settle(session.address(arguments.next(), family)); // which the kernel does not read
    } else {
      return false;
    }
    return true;
  }

  private void settle(PrefixWord word) {
    if (family == AddressFamily.UNSPEC) {
      family = word.family();
    }
  }

  private boolean attribute(Arguments arguments) {
    if (arguments.is("dev")) {
      device = arguments.next();
    } else if (arguments.is("scope")) {
      String word = arguments.next();
      scope =
          Optional.of(
              NameTables.scope(word)
                  .orElseThrow(() -> Complaint.invalid(context, "invalid scope value.", word)));
    } else if (arguments.is("label")) {
      label = arguments.next();
    } else if (arguments.begins("metric", "priority", "preference")) {
      metric = Optional.of(session.u32(arguments.next(), "\"metric\" value is invalid\n"));
    } else if (arguments.begins("valid_lft")) {
      String word = arguments.next();
      checkOnce("valid_lft", validLifetime, word);
      validLifetime = OptionalLong.of(lifetime(word, "valid_lft value"));
    } else if (arguments.begins("preferred_lft")) {
      String word = arguments.next();
      checkOnce("preferred_lft", preferredLifetime, word);
      preferredLifetime = OptionalLong.of(lifetime(word, "preferred_lft value"));
    } else if (arguments.is("proto")) {
      protocol = protocol(arguments.next());
    } else {
      return false;
    }
    return true;
  }

  private void checkOnce(String name, OptionalLong before, String word) {
    if (before.isPresent()) {
      throw Complaint.duplicate(context, name, word);
    }
  }

  private long lifetime(String word, String reason) {
    return word.equals("forever") ? AddressLifetime.FOREVER : session.u32(word, reason);
  }

  private AddressLifetime lifetime() {
    long valid = validLifetime.orElse(AddressLifetime.FOREVER);
    long preferred = preferredLifetime.orElse(AddressLifetime.FOREVER);
    if (valid == 0 || valid < preferred) {
      context.complain(
          valid == 0 ? "valid_lft is zero" : "preferred_lft is greater than valid_lft");
      throw new CommandExit(1);
    }
    return new AddressLifetime(valid, preferred);
  }

  private void checkAutojoin() {
    boolean multicast = local != null && local.address().map(IpAddress::isMulticast).orElse(false);
    if ((flags & IfAddress.MCAUTOJOIN) != 0 && !multicast) {
      context.complain("autojoin needs multicast address");
      throw new CommandExit(1);
    }
  }

  /** Models: iproute2 lib/rt_names.c:rtnl_addrprot_a2n() */
  private int protocol(String word) {
    return switch (word) {
      case "unspec" -> 0;
      case "kernel_lo" -> 1;
      case "kernel_ra" -> 2;
      case "kernel_ll" -> 3;
      default ->
          (int)
              Numbers.unsigned(word, 255)
                  .orElseThrow(
                      () -> Complaint.invalid(context, "\"proto\" value is invalid\n", word));
    };
  }

  private boolean flag(Arguments arguments) {
    String word = arguments.word();
    if (READ_ONLY_FLAGS.contains(word)) {
      context.complain("Warning: " + word + " option is not mutable from userspace");
    } else if (IPV6_FLAGS.contains(word)) {
      if (family != AddressFamily.INET6) {
        context.complain("Warning: " + word + " option can be set only for IPv6 addresses");
      } else {
        flags |= AddressFlags.bit(word);
      }
    } else if (word.equals("noprefixroute") || word.equals("autojoin")) {
      flags |= AddressFlags.bit(word);
    } else {
      return false;
    }
    return true;
  }

  private void local(Arguments arguments) {
    if (arguments.is("local")) {
      arguments.next();
    }
    if (arguments.begins("help")) {
      throw session.usage("ip-address");
    }
    if (local != null && local.address().isPresent()) {
      throw Complaint.duplicateOrGarbage(context, "local", arguments.word());
    }
    localGivenTwice = local != null;
    localWord = arguments.word();
    local = session.prefix(localWord, family);
    settle(local);
  }

  private Optional<IpAddress> computedBroadcast() {
    if (family != AddressFamily.INET) {
      context.complain("Broadcast can be set only for IPv4 addresses");
      throw new CommandExit(1);
    }
    IpInterface base = (peer == null ? local : peer).toInterface(IpFamily.V4);
    if (base.length() > 30) {
      return Optional.empty();
    }
    IpPrefix network = base.network();
    return Optional.of(broadcastWord.equals("+") ? network.last() : network.address());
  }

  private RouteScope defaultScope() {
    boolean loopback =
        local != null
            && local.family() == AddressFamily.INET
            && local.address().map(IpAddress::isLoopback).orElse(false);
    return loopback ? RouteScope.HOST : RouteScope.GLOBAL;
  }

  /**
   * Complains as the kernel does of a request without a local address; a request without a family
   * reaches nobody.
   *
   * <p>Models: net/core/rtnetlink.c:rtnetlink_rcv_msg(), net/ipv4/devinet.c:inet_validate_rtm(),
   * net/ipv6/addrconf.c:inet6_rtm_newaddr()
   */
  private boolean isRefused(boolean adds) {
    boolean hasLocal = local != null && local.address().isPresent();
    boolean hasPeer = peer != null && peer.address().isPresent();
    boolean longLabel = family == AddressFamily.INET && label.length() > MAX_LABEL;
    if (longLabel || (localGivenTwice && hasLocal)) {
      context.complain("Error: Attribute failed policy validation.");
    } else if (hasLocal) {
      return false;
    } else if (family == AddressFamily.UNSPEC) {
      context.complain("RTNETLINK answers: Operation not supported");
    } else if (family == AddressFamily.INET && adds) {
      context.complain("Error: ipv4: Local address is not supplied.");
    } else if (family == AddressFamily.INET6 && !hasPeer) {
      context.complain("RTNETLINK answers: Invalid argument");
    } else if (family == AddressFamily.INET6) {
      local = peer;
      return false;
    } else {
      throw new NotModelledException("ip address del without a local address");
    }
    return true;
  }

  private AddressSpec spec(boolean anyLength, AddressLifetime lifetime) {
    IpAddress own = local.address().orElseThrow();
    // a length of 0 counts as none
    int length = peer == null || peer.length() == 0 ? local.length() : peer.length();
    Optional<IpAddress> other =
        peer == null ? Optional.empty() : peer.address().filter(address -> !address.equals(own));
    return new AddressSpec(
        new IpInterface(own, length),
        other,
        broadcast,
        scope,
        label,
        flags,
        lifetime,
        metric,
        protocol,
        anyLength);
  }
}
