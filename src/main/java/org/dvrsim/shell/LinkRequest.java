package org.dvrsim.shell;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.AddrGenMode;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.net.NetnsName;

/**
 * The attributes of one device as {@code ip link} is given them: of the device itself, or of the
 * peer of a veth.
 *
 * <p>Models: iproute2 ip/iplink.c:iplink_parse()
 */
final class LinkRequest {
  private static final int MAX_LINK_ADDRESS = 32;

  private final IpSession session;
  private final CommandContext context;
  private final boolean create;
  private boolean deviceIsName;

  String device;
  String name;
  Optional<byte[]> mac = Optional.empty();
  Optional<Integer> index = Optional.empty();
  Optional<NetnsName> netns = Optional.empty();
  Optional<String> type = Optional.empty();
  OptionalInt group = OptionalInt.empty();

  /** What no device of ours can do, and how the kernel says so. */
  Optional<String> refusal = Optional.empty();

  /** The attributes that are given, but for names, namespace and MAC address. */
  final LinkChange.Builder change = LinkChange.builder();

  private boolean mtuGiven;

  /** The device below, which matters to a new device only. */
  private String lower = "";

  LinkRequest(IpSession session, boolean create) {
    this.session = session;
    this.context = session.context();
    this.create = create;
  }

  /** Reads words up to the end or past {@code type TYPE}. */
  void read(Arguments arguments) {
    while (arguments.hasMore() && type.isEmpty()) {
      if (!state(arguments)
          && !value(arguments)
          && !change(arguments)
          && !refused(arguments)
          && !unmodelled(arguments)) {
        device(arguments);
      }
      arguments.advance();
    }
    settleNames();
  }

  private boolean state(Arguments arguments) {
    if (arguments.is("up")) {
      change.up(Optional.of(true));
    } else if (arguments.is("down")) {
      change.up(Optional.of(false));
    } else if (arguments.is("name")) {
      String word = arguments.next();
      if (name != null) {
        throw Complaint.duplicate(context, "name", word);
      }
      if (!LinkWords.isPlausibleName(word)) {
        throw Complaint.invalid(context, "\"name\" not a valid ifname", word);
      }
      name = word;
      if (device == null) {
        device = name;
        deviceIsName = true;
      }
    } else {
      return false;
    }
    return true;
  }

  private boolean value(Arguments arguments) {
    if (arguments.is("index")) {
      index(arguments.next());
    } else if (arguments.begins("link")) {
      lower = arguments.next();
    } else if (arguments.begins("address")) {
      mac = Optional.of(LinkWords.linkAddress(context, arguments.next(), MAX_LINK_ADDRESS));
    } else if (arguments.begins("broadcast") || arguments.is("brd")) {
      byte[] bytes = LinkWords.linkAddress(context, arguments.next(), MAX_LINK_ADDRESS);
      if (bytes.length != LinkWords.MAC_BYTES) {
        throw new NotModelledException("ip link broadcast of another length");
      }
      change.broadcast(Optional.of(LinkWords.mac(bytes)));
    } else if (arguments.is("mtu")) {
      mtu(arguments.next());
    } else if (arguments.is("netns")) {
      String word = arguments.next();
      if (netns.isPresent()) {
        throw Complaint.duplicate(context, "netns", word);
      }
      netns = Optional.of(namespace(word));
    } else {
      return false;
    }
    return true;
  }

  private void index(String word) {
    if (index.isPresent()) {
      throw Complaint.duplicate(context, "index", word);
    }
    OptionalLong number = Numbers.signed(word, 1, Integer.MAX_VALUE);
    if (number.isEmpty()) {
      throw Complaint.invalid(context, "Invalid \"index\" value", word);
    }
    index = Optional.of((int) number.getAsLong());
  }

  private void mtu(String word) {
    if (mtuGiven) {
      throw Complaint.duplicate(context, "mtu", word);
    }
    mtuGiven = true;
    change.mtu(Optional.of(integer(word, "Invalid \"mtu\" value\n")));
  }

  private boolean change(Arguments arguments) {
    if (arguments.begins("txqueuelen", "txqlen") || arguments.is("qlen")) {
      change.txQueueLength(integer(arguments.next(), "Invalid \"txqueuelen\" value\n"));
    } else if (arguments.is("multicast")) {
      change.multicast(onOff(arguments));
    } else if (arguments.is("allmulticast")) {
      change.allMulticast(onOff(arguments));
    } else if (arguments.is("promisc")) {
      change.promiscuous(onOff(arguments));
    } else if (arguments.is("arp")) {
      change.arp(onOff(arguments));
    } else if (arguments.begins("alias")) {
      change.alias(arguments.next());
    } else if (arguments.begins("addrgenmode")) {
      change.addrGenMode(mode(arguments.next()));
    } else if (arguments.is("group")) {
      group(arguments.next());
    } else {
      return false;
    }
    return true;
  }

  private void group(String word) {
    if (group.isPresent()) {
      throw Complaint.duplicate(context, "group", word);
    }
    group = OptionalInt.of(NameTables.group(context, word));
    change.group(group.getAsInt());
  }

  /** Reads what none of our devices can do. */
  private boolean refused(Arguments arguments) {
    if (arguments.is("carrier")) {
      oneOf(arguments);
      refusal = Optional.of("RTNETLINK answers: Operation not supported");
    } else if (arguments.is("protodown")) {
      oneOf(arguments);
      refusal = Optional.of("Error: Protodown not supported by device.");
    } else if (arguments.begins("master")) {
      String word = arguments.next();
      if (session.findDevice(word).isEmpty()) {
        throw Complaint.invalid(context, "Device does not exist\n", word);
      }
      refusal = Optional.of("RTNETLINK answers: Operation not supported");
    } else if (arguments.is("vrf")) {
      throw Complaint.invalid(context, "Not a valid VRF name\n", arguments.next());
    } else {
      return arguments.begins("nomaster");
    }
    return true;
  }

  private boolean onOff(Arguments arguments) {
    return onOff(arguments, arguments.word());
  }

  private boolean onOff(Arguments arguments, String name) {
    String value = arguments.next();
    if (!value.equals("on") && !value.equals("off")) {
      context.complain(
          "Error: argument of \"" + name + "\" must be \"on\" or \"off\", not \"" + value + "\"");
      throw new CommandExit(1);
    }
    return value.equals("on");
  }

  /** Models: iproute2 lib/utils.c:parse_on_off() */
  private void oneOf(Arguments arguments) {
    String name = arguments.word();
    String value = arguments.next();
    if (!value.equals("on") && !value.equals("off")) {
      context.complain(
          "Error: argument of \""
              + name
              + "\" must be one of \"off\", \"on\", not \""
              + value
              + "\"");
      throw new CommandExit(Errno.EINVAL.number());
    }
  }

  private int integer(String word, String reason) {
    return (int)
        Numbers.signed(word, Integer.MIN_VALUE, Integer.MAX_VALUE)
            .orElseThrow(() -> Complaint.invalid(context, reason, word));
  }

  private AddrGenMode mode(String word) {
    for (AddrGenMode mode : AddrGenMode.values()) {
      if (mode.toString().equals(word)) {
        return mode;
      }
    }
    throw Complaint.invalid(context, "Invalid address generation mode\n", word);
  }

  /** Reads a namespace's name, or 1 for the root namespace: that of the first process. */
  private NetnsName namespace(String word) {
    if (NetnsName.isValid(word) && context.kernel().find(new NetnsName(word)).isPresent()) {
      return new NetnsName(word);
    }
    OptionalLong pid = Numbers.signed(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (pid.isPresent() && pid.getAsLong() == 1) {
      return NetnsName.ROOT;
    }
    throw Complaint.invalid(context, "Invalid \"netns\" value\n", word);
  }

  private boolean unmodelled(Arguments arguments) {
    if (arguments.is("trailers") || arguments.begins("dynamic")) {
      String name = arguments.is("trailers") ? "trailers" : "dynamic";
      onOff(arguments, name);
      throw new NotModelledException("ip link " + name);
    } else if (arguments.is("xdp", "xdpgeneric", "xdpdrv", "xdpoffload", "vf")) {
      throw new NotModelledException("ip link " + arguments.word());
    } else if (arguments.begins("type")) {
      type = Optional.of(arguments.next());
      return true;
    } else if (arguments.is("mode", "state")
        || arguments.begins("numtxqueues", "numrxqueues", "link-netns")
        || arguments.begins("link-netnsid")
        || arguments.is("protodown_reason", "gso_max_size", "gso_max_segs", "gro_max_size")
        || arguments.is("gso_ipv4_max_size", "gro_ipv4_max_size", "parentdev")) {
      throw new NotModelledException("ip link " + arguments.word());
    }
    return false;
  }

  private void device(Arguments arguments) {
    if (arguments.begins("help")) {
      throw session.usage("ip-link");
    }
    if (arguments.is("dev")) {
      arguments.next();
    }
    String word = arguments.word();
    if (device != null && !deviceIsName) {
      throw Complaint.duplicateOrGarbage(context, "dev", word);
    }
    if (!LinkWords.isPlausibleAlternativeName(word)) {
      throw Complaint.invalid(context, "\"dev\" not a valid ifname", word);
    }
    device = word;
    deviceIsName = false;
  }

  private void settleNames() {
    if (name == null) {
      name = device;
    } else if (device == null) {
      device = name;
    }
    if (create) {
      if (name != null && !name.equals(device)) {
        throw Complaint.fatal(
            context, "both \"name\" and \"dev\" cannot be used when creating devices.");
      }
      if (!lower.isEmpty()) {
        session.device(lower);
        throw new NotModelledException("ip link add on a lower device");
      }
      return;
    }
    checkAddressLength();
    if (index.isPresent()) {
      if (netns.isPresent()) {
        throw new NotModelledException("ip link set index");
      }
      throw Complaint.fatal(
          context,
          "index can be used only when creating devices or when moving device to another netns.");
    }
    if (device == null && group.isPresent()) {
      return;
    }
    if (device == null) {
      throw Complaint.fatal(context, "Not enough information: \"dev\" argument is required.");
    }
    session.device(device);
  }

  private void checkAddressLength() {
    if (device == null || mac.isEmpty() || session.findDevice(device).isEmpty()) {
      return;
    }
    if (mac.get().length != LinkWords.MAC_BYTES) {
      context.complain(
          "Invalid address length "
              + mac.get().length
              + " - must be "
              + LinkWords.MAC_BYTES
              + " bytes");
      throw new CommandExit(1);
    }
  }
}
