package org.dvrsim.shell;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.dvrsim.base.SimTime;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RtnetlinkListener;
import org.dvrsim.kernel.RtnetlinkMessage;
import org.dvrsim.kernel.RtnetlinkMessage.OfAddress;
import org.dvrsim.kernel.RtnetlinkMessage.OfAnycast;
import org.dvrsim.kernel.RtnetlinkMessage.OfGroup;
import org.dvrsim.kernel.RtnetlinkMessage.OfLink;
import org.dvrsim.kernel.RtnetlinkMessage.OfNeighbour;
import org.dvrsim.kernel.RtnetlinkMessage.OfNetnsId;
import org.dvrsim.kernel.RtnetlinkMessage.OfRoute;
import org.dvrsim.kernel.RtnetlinkMessage.OfRule;
import org.dvrsim.kernel.RtnetlinkMessage.OfSettings;
import org.dvrsim.kernel.RtnetlinkMessage.Setting;

/**
 * A running {@code ip monitor}. Messages wait until it gets to {@linkplain #read read} them, which
 * is when the command that caused them is done: by then a device may have another name.
 *
 * <p>Models: iproute2 ip/ipmonitor.c:accept_msg(), print_headers(); ip/ipnetconf.c:print_netconf();
 * ip/ipnetns.c:print_nsid(); lib/utils.c:print_timestamp()
 */
final class Monitor implements Listener, RtnetlinkListener {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final List<String> RP_FILTER = List.of("off", "strict", "loose");

  private final IpSession session;
  private final Netns netns;
  private final MonitorFilter filter;
  private final boolean labelled;
  private final Queue<Arrival> unread = new ArrayDeque<>();
  private SimTime now = SimTime.START;
  private final StringBuilder out = new StringBuilder();
  private final FieldPrinter printer;
  private final LinkCache names;
  private final LinkPrinter links;
  private final AddressPrinter addresses;
  private final RoutePrinter routes;
  private final Consumer<Neighbour> neighbours;

  /** A message, and when it came. */
  private record Arrival(RtnetlinkMessage message, SimTime when) {}

  /**
   * Starts to listen.
   *
   * @param labelled whether each message begins with what it is about
   */
  Monitor(IpSession session, MonitorFilter filter, boolean labelled) {
    this.session = session;
    this.netns = session.netns();
    this.filter = filter;
    this.labelled = labelled;
    netns.subscribe(this);
    printer = new FieldPrinter(out, false, false, session.options().colour);
    names = new LinkCache(netns, session.context().kernel().newestFirst());
    links = new LinkPrinter(session, printer, names);
    addresses = new AddressPrinter(session, printer, names);
    boolean withDevice = !filter.hasDevice();
    routes = new RoutePrinter(session, printer, names, withDevice);
    neighbours = NeighbourList.printer(session, printer, names, withDevice);
  }

  @Override
  public void stop() {
    netns.unsubscribe(this);
  }

  @Override
  public void received(RtnetlinkMessage message) {
    if (filter.takes(message)) {
      unread.add(new Arrival(message, session.context().host().datapath().clock().now()));
    }
  }

  @Override
  public boolean hasUnread() {
    return !unread.isEmpty();
  }

  @Override
  public boolean flushes() {
    return true;
  }

  @Override
  public String read() {
    while (!unread.isEmpty()) {
      Arrival next = unread.remove();
      now = next.when;
      print(next.message);
    }
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private void print(RtnetlinkMessage message) {
    if (message instanceof OfLink of) {
      if (of.deleted()) {
        names.forget(of.link());
      } else {
        names.remember(of.link());
      }
      if (filter.shows(of)) {
        begin("[LINK]", of);
        links.print(of.link(), of.moved());
      }
    } else if (message instanceof OfAddress of) {
      begin("[ADDR]", of);
      addresses.printWithDevice(of.address());
    } else if (message instanceof OfGroup of) {
      begin("[ADDR]", of);
      addresses.print(of.link(), "mcast", of.group());
    } else if (message instanceof OfAnycast of) {
      begin("[ADDR]", of);
      addresses.print(of.link(), "any", of.address());
    } else if (message instanceof OfRoute of) {
      begin("[ROUTE]", of);
      routes.print(of.route());
    } else if (message instanceof OfRule of) {
      begin("[RULE]", of);
      RuleList.print(session, printer, of);
    } else if (message instanceof OfNeighbour of) {
      begin("[NEIGH]", of);
      neighbours.accept(of.neighbour());
    } else if (message instanceof OfSettings of) {
      begin("[NETCONF]", of);
      settings(of);
    } else if (message instanceof OfNetnsId of) {
      begin("[NSID]", of);
      netnsId(of);
    }
  }

  private void begin(String label, RtnetlinkMessage message) {
    timestamp();
    printer.text(labelled ? label : "").text(message.deleted() ? "Deleted " : "");
  }

  private void timestamp() {
    if (session.options().timestamp == IpOptions.Timestamp.NONE) {
      return;
    }
    long seconds = now.nanos() / 1_000_000_000;
    int nanos = (int) (now.nanos() % 1_000_000_000);
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
    int micros = nanos / 1000;
    switch (session.options().timestamp) {
      case LONG -> printer.text("Timestamp: " + time.format(LONG) + " " + micros + " usec\n");
      default -> printer.text(String.format("[%s.%06d] ", time.format(SHORT), micros));
    }
  }

  private void settings(OfSettings message) {
    printer.text(AddressFamily.of(message.family()) + " ");
    String whose = message.scope().link().map(names::name).orElse(message.scope().template());
    printer.coloured(Colour.IFNAME, "interface", whose, " ");
    for (Setting setting : message.values()) {
      String key = setting.key().name().toLowerCase(Locale.ROOT);
      printer.text(key + " " + value(setting) + " ");
    }
    printer.text("\n");
  }

  private static String value(Setting setting) {
    if (setting.key() != Setting.Key.RP_FILTER) {
      return setting.value() != 0 ? "on" : "off";
    }
    boolean known = setting.value() >= 0 && setting.value() < RP_FILTER.size();
    return known
        ? RP_FILTER.get((int) setting.value())
        : Long.toString(setting.value() & 0xffffffffL);
  }

  private void netnsId(OfNetnsId message) {
    printer.text("nsid " + message.id() + " ");
    Optional<String> known = names.netnsName(message.id());
    if (known.isPresent()) {
      printer.text("(iproute2 netns name: " + known.get() + ")");
      names.forgetNetns(message.id());
    } else if (!message.deleted()) {
      nameOf(message.id())
          .ifPresent(
              name -> {
                printer.text("(iproute2 netns name: " + name + ")");
                names.rememberNetns(message.id(), name);
              });
    }
    printer.text("\n");
  }

  private Optional<String> nameOf(int id) {
    for (Netns other : session.context().kernel().newestFirst()) {
      if (netns.ids().of(other).orElse(-1) == id) {
        return Optional.of(other.name().text());
      }
    }
    return Optional.empty();
  }
}
