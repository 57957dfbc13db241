package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.AddNeighbour;
import org.dvrsim.ops.DeleteNeighbour;

/**
 * {@code ip neigh add}, {@code change}, {@code replace} and {@code del}.
 *
 * <p>Models: iproute2 ip/ipneigh.c:ipneigh_modify()
 */
final class NeighbourModify {
  private final IpSession session;
  private final CommandContext context;
  private NudState state = NudState.PERMANENT;
  private String mac = "";
  private String device = "";
  private boolean deviceSettled;
  private boolean proxy;
  private boolean router;
  private boolean externLearned;
  private Optional<RouteProtocol> protocol = Optional.empty();
  private PrefixWord destination;

  NeighbourModify(IpSession session) {
    this.session = session;
    this.context = session.context();
  }

  int add(AddNeighbour.Mode mode, List<String> words) {
    read(words);
    Optional<MacAddress> lladdr = linkAddress();
    IfName dev = dev();
    if (shortAddress) {
      context.complain("Error: Invalid link address.");
      return IpSession.REFUSED;
    }
    return session.talk(
        new AddNeighbour(
            session.netnsName(),
            mode,
            dev,
            new NeighbourSpec(address(), lladdr, state, router, externLearned, protocol),
            proxy));
  }

  int delete(List<String> words) {
    read(words);
    Optional<MacAddress> lladdr = linkAddress();
    return session.talk(new DeleteNeighbour(session.netnsName(), dev(), address(), lladdr, proxy));
  }

  private void read(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (!attribute(arguments) && !flag(arguments)) {
        destination(arguments);
      }
      arguments.advance();
    }
    if (!deviceSettled || destination == null || destination.family() == AddressFamily.UNSPEC) {
      throw Complaint.fatal(context, "Device and destination are required arguments.");
    }
  }

  private boolean attribute(Arguments arguments) {
    if (arguments.begins("lladdr")) {
      String word = arguments.next();
      if (!mac.isEmpty()) {
        throw Complaint.duplicate(context, "lladdr", word);
      }
      mac = word;
    } else if (arguments.is("nud")) {
      String word = arguments.next();
      state =
          NeighbourStates.parse(word)
              .orElseThrow(() -> Complaint.invalid(context, "nud state is bad", word));
    } else if (arguments.begins("proxy")) {
      arguments.next();
      if (arguments.begins("help")) {
        throw session.usage("ip-neigh");
      }
      if (destination != null) {
        throw Complaint.duplicate(context, "address", arguments.word());
      }
      destination = session.address(arguments.word(), session.family());
      deviceSettled = true;
      proxy = true;
    } else {
      return false;
    }
    return true;
  }

  private boolean flag(Arguments arguments) {
    if (arguments.is("router")) {
      router = true;
    } else if (arguments.begins("extern_learn")) {
      externLearned = true;
    } else if (arguments.is("use", "managed")) {
      throw new NotModelledException("ip neigh " + arguments.word());
    } else if (arguments.is("dev")) {
      device = arguments.next();
      deviceSettled = true;
    } else if (arguments.begins("protocol")) {
      String word = arguments.next();
      protocol =
          NameTables.protocol(word)
              .or(
                  () -> {
                    throw Complaint.invalid(context, "\"protocol\" value is invalid\n", word);
                  });
    } else {
      return false;
    }
    return true;
  }

  private void destination(Arguments arguments) {
    if (arguments.is("to")) {
      arguments.next();
    }
    if (arguments.begins("help")) {
      arguments.next();
    }
    if (destination != null) {
      throw Complaint.duplicateOrGarbage(context, "to", arguments.word());
    }
    destination = session.address(arguments.word(), session.family());
  }

  private boolean shortAddress;

  private Optional<MacAddress> linkAddress() {
    if (mac.isEmpty() || mac.equals("null")) {
      return Optional.empty();
    }
    byte[] bytes = LinkWords.linkAddress(context, mac, 20);
    shortAddress = bytes.length < LinkWords.MAC_BYTES;
    return shortAddress ? Optional.empty() : Optional.of(LinkWords.mac(bytes));
  }

  private IfName dev() {
    if (device.isEmpty()) {
      throw new NotModelledException("ip neigh proxy without dev");
    }
    return session.device(device).name();
  }

  private IpAddress address() {
    return destination
        .address()
        .orElseThrow(() -> new NotModelledException("ip neigh for any address"));
  }
}
