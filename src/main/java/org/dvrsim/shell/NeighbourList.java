package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.ProxyNeighbour;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.FlushNeighbours;

/**
 * {@code ip neigh show}, {@code flush} and {@code get}.
 *
 * <p>Models: iproute2 ip/ipneigh.c:do_show_or_flush(), print_neigh()
 */
final class NeighbourList {
  private static final int NOARP = NeighbourStates.bit(NudState.NOARP);
  private static final int PERMANENT = NeighbourStates.bit(NudState.PERMANENT);
  private static final int NO_STATE = 0x100;

  /** The states in which a timer holds on to an entry (NUD_IN_TIMER). */
  private static final int IN_TIMER =
      NeighbourStates.bit(NudState.INCOMPLETE)
          | NeighbourStates.bit(NudState.REACHABLE)
          | NeighbourStates.bit(NudState.DELAY)
          | NeighbourStates.bit(NudState.PROBE);

  private final IpSession session;
  private final CommandContext context;
  private final FieldPrinter printer;
  private int states;
  private boolean statesGiven;
  private boolean proxies;
  private boolean unused;
  private boolean enslaved;
  private Optional<RouteProtocol> protocol = Optional.empty();
  private Optional<IfName> device = Optional.empty();
  private String deviceWord = "";
  private PrefixWord prefix;
  private AddressFamily family;

  private boolean withDevice = true;
  private final DeviceNames names;

  NeighbourList(IpSession session) {
    this(session, session.printer(), DeviceNames.CURRENT);
  }

  private NeighbourList(IpSession session, FieldPrinter printer, DeviceNames names) {
    this.session = session;
    this.context = session.context();
    this.printer = printer;
    this.names = names;
    this.family = session.family();
  }

  /** Builds the printer of {@code ip monitor}; its {@code dev} leaves the device out. */
  static Consumer<Neighbour> printer(
      IpSession session, FieldPrinter printer, DeviceNames names, boolean withDevice) {
    NeighbourList list = new NeighbourList(session, printer, names);
    list.withDevice = withDevice;
    return list::print;
  }

  int show(List<String> words) {
    states = 0xff & ~NOARP;
    read(words, false);
    printer.begin();
    if (proxies) {
      selectedProxies().forEach(this::print);
    } else {
      selected().forEach(this::print);
    }
    printer.end();
    return 0;
  }

  int flush(List<String> words) {
    if (words.isEmpty()) {
      context.complain("Flush requires arguments.");
      return 1;
    }
    states = ~(PERMANENT | NOARP);
    read(words, true);
    if (proxies) {
      return flushProxies();
    }
    List<Neighbour> doomed = selected();
    boolean plain =
        !statesGiven
            && !unused
            && !enslaved
            && protocol.isEmpty()
            && (prefix == null || prefix.address().isEmpty())
            && doomed.stream().noneMatch(Neighbour::externLearned);
    if (plain) {
      context.execute(new FlushNeighbours(session.netnsName(), family.ip(), device));
    } else {
      for (Neighbour neighbour : doomed) {
        context.execute(
            new DeleteNeighbour(
                session.netnsName(),
                neighbour.device().name(),
                neighbour.address(),
                neighbour.mac()));
      }
    }
    flushed(doomed.size());
    return 0;
  }

  private int flushProxies() {
    List<ProxyNeighbour> doomed = selectedProxies();
    for (ProxyNeighbour proxy : doomed) {
      context.execute(
          new DeleteNeighbour(
              session.netnsName(), proxy.device().name(), proxy.address(), Optional.empty(), true));
    }
    flushed(doomed.size());
    return 0;
  }

  private void flushed(int count) {
    if (session.options().statistics > 0) {
      context.println(
          count == 0
              ? "Nothing to flush."
              : "\n*** Round 1, deleting "
                  + count
                  + " entries ***\n*** Flush is complete after 1 round ***");
    }
  }

  int get(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (arguments.is("dev")) {
        deviceWord = arguments.next();
      } else if (arguments.begins("proxy")) {
        proxies = true;
        arguments.next();
        getDestination(arguments);
      } else {
        getDestination(arguments);
      }
      arguments.advance();
    }
    if (deviceWord.isEmpty() || prefix == null || prefix.address().isEmpty()) {
      context.complain("Device and address are required arguments.");
      return 1;
    }
    if (proxies) {
      return getProxy(session.device(deviceWord), prefix.address().get());
    }
    Optional<Neighbour> found =
        session.netns().neighbour(session.device(deviceWord), prefix.address().get());
    if (found.isEmpty()) {
      context.complain("Error: Neighbour entry not found.");
      return IpSession.REFUSED;
    }
    printer.begin();
    print(found.get());
    printer.end();
    return 0;
  }

  private int getProxy(Link link, IpAddress address) {
    for (ProxyNeighbour proxy : session.netns().proxiedNeighbours(address.family(), link)) {
      if (proxy.address().equals(address)) {
        printer.begin();
        print(proxy);
        printer.end();
        return 0;
      }
    }
    context.complain("Error: Proxy neighbour entry not found.");
    return IpSession.REFUSED;
  }

  private void getDestination(Arguments arguments) {
    if (arguments.is("to")) {
      arguments.next();
    }
    if (arguments.begins("help")) {
      throw session.usage("ip-neigh");
    }
    if (prefix != null) {
      throw Complaint.duplicateOrGarbage(context, "to", arguments.word());
    }
    prefix = session.address(arguments.word(), family);
  }

  private void read(List<String> words, boolean flush) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (arguments.is("dev")) {
        String word = arguments.next();
        if (!deviceWord.isEmpty()) {
          throw Complaint.duplicate(context, "dev", word);
        }
        deviceWord = word;
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
      } else if (arguments.is("unused")) {
        unused = true;
      } else if (arguments.is("nud")) {
        state(arguments.next(), flush);
      } else if (arguments.is("proxy")) {
        proxies = true;
      } else if (arguments.begins("protocol")) {
        String word = arguments.next();
        protocol = NameTables.protocol(word);
        if (protocol.isEmpty() && !word.equals("all")) {
          throw Complaint.invalid(context, "invalid \"protocol\"\n", word);
        }
      } else {
        destination(arguments);
      }
      arguments.advance();
    }
    if (!deviceWord.isEmpty()) {
      device = Optional.of(session.device(deviceWord).name());
    }
  }

  private void state(String word, boolean flush) {
    if (!statesGiven) {
      statesGiven = true;
      states = 0;
    }
    Optional<NudState> state = NeighbourStates.parse(word);
    if (state.isPresent()) {
      int bit = NeighbourStates.bit(state.get());
      states |= bit == 0 ? NO_STATE : bit;
    } else if (word.equals("all")) {
      states |= flush ? ~NOARP : ~0;
    } else {
      throw Complaint.invalid(context, "nud state is bad", word);
    }
  }

  private void destination(Arguments arguments) {
    if (arguments.is("to")) {
      arguments.next();
    }
    if (arguments.begins("help")) {
      throw session.usage("ip-neigh");
    }
    prefix = session.prefix(arguments.word(), family);
    if (family == AddressFamily.UNSPEC) {
      family = prefix.family();
    }
  }

  private List<Neighbour> selected() {
    List<Neighbour> selected = new ArrayList<>();
    for (Neighbour neighbour : session.netns().neighbours()) {
      if (matches(neighbour)) {
        selected.add(neighbour);
      }
    }
    return selected;
  }

  private boolean matches(Neighbour neighbour) {
    int bit = NeighbourStates.bit(neighbour.state());
    boolean ofState = (bit == 0 ? states & NO_STATE : states & bit) != 0;
    return (ofState || neighbour.externLearned())
        && !(unused && (bit & IN_TIMER) != 0)
        && matches(neighbour.device(), neighbour.address(), neighbour.protocol());
  }

  private boolean matches(Link link, IpAddress address, Optional<RouteProtocol> installer) {
    return !enslaved
        && (protocol.isEmpty() || protocol.equals(installer))
        && (family == AddressFamily.UNSPEC || family == AddressFamily.of(address.family()))
        && device.map(name -> name.equals(link.name())).orElse(true)
        && (prefix == null || prefix.matches(address));
  }

  private List<ProxyNeighbour> selectedProxies() {
    List<ProxyNeighbour> selected = new ArrayList<>();
    for (IpFamily ip : IpFamily.values()) {
      for (Link link : session.netns().links()) {
        for (ProxyNeighbour proxy : session.netns().proxiedNeighbours(ip, link)) {
          if (matches(link, proxy.address(), proxy.protocol())) {
            selected.add(proxy);
          }
        }
      }
    }
    return selected;
  }

  private void print(ProxyNeighbour proxy) {
    print(proxy.device(), proxy.address());
    if (proxy.router()) {
      printer.mark("router", "router ");
    }
    printer.mark("proxy", "proxy ");
    installer(proxy.protocol());
    printer.text("\n").closeObject();
  }

  private void print(Neighbour neighbour) {
    boolean brief = session.options().brief;
    print(neighbour.device(), neighbour.address());
    if (neighbour.mac().isPresent() && isValid(neighbour.state())) {
      printer.text(brief ? "" : "lladdr ");
      String lladdr = neighbour.mac().get().toString();
      printer.coloured(Colour.MAC, "lladdr", lladdr, brief ? "" : " ");
    }
    if (!brief) {
      marks(neighbour);
    }
    printer.text("\n").closeObject();
  }

  private void print(Link link, IpAddress address) {
    boolean brief = session.options().brief;
    String text = address.toString();
    String name = names.name(link);
    printer.openObject();
    String dst = brief ? String.format("%-39s", text) : text;
    printer.coloured(Colour.of(address.family()), "dst", dst, " ");
    if (device.isEmpty() && withDevice) {
      printer.text(brief ? "" : "dev ");
      String dev = brief ? String.format("%-16s", name) : name;
      printer.coloured(Colour.IFNAME, "dev", dev, " ");
    }
  }

  /** Tells whether the kernel shows the address that it has (NUD_VALID). */
  private static boolean isValid(NudState state) {
    return state != NudState.NONE && state != NudState.FAILED && state != NudState.INCOMPLETE;
  }

  private void marks(Neighbour neighbour) {
    if (neighbour.router()) {
      printer.mark("router", "router ");
    }
    if (neighbour.externLearned()) {
      printer.mark("extern_learn", "extern_learn ");
    }
    if (neighbour.state() != NudState.NONE) {
      printer.openList("state");
      printer.element("", neighbour.state().name(), " ");
      printer.closeList();
    }
    installer(neighbour.protocol());
  }

  private void installer(Optional<RouteProtocol> installer) {
    if (installer.isPresent()) {
      String name = NameTables.protocol(installer.get(), session.options().numeric);
      printer.string("protocol", "proto ", name, " ");
    }
  }
}
