package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.FlushAddresses;

/**
 * {@code ip addr show}, {@code ip link show} and {@code ip addr flush}.
 *
 * <p>Models: iproute2 ip/ipaddress.c:ipaddr_list_flush_or_save(), ipaddr_flush()
 */
final class AddressList {
  private static final int MAX_ROUNDS = 10;

  private final IpSession session;
  private final CommandContext context;
  private final boolean linksOnly;
  private final AddressFilter filter;

  AddressList(IpSession session, boolean linksOnly) {
    this.session = session;
    this.context = session.context();
    this.linksOnly = linksOnly;
    this.filter = new AddressFilter(session, linksOnly);
  }

  int show(List<String> words) {
    filter.read(words);
    FieldPrinter printer = session.printer();
    LinkPrinter links =
        new LinkPrinter(session, printer, filter.family(), linksOnly, filter.device().isEmpty());
    AddressPrinter addresses = new AddressPrinter(session, printer);
    boolean withAddresses = filter.family() != AddressFamily.PACKET;
    printer.begin();
    for (Link link : devices()) {
      List<IfAddress> all = withAddresses ? session.netns().addresses(link) : List.of();
      if (!withAddresses || filter.keeps(all)) {
        show(link, all, printer, links, addresses);
      }
    }
    printer.end();
    return 0;
  }

  private Collection<Link> devices() {
    return filter.device().isPresent()
        ? List.of(filter.device().get())
        : List.copyOf(session.netns().links());
  }

  private void show(
      Link link,
      List<IfAddress> all,
      FieldPrinter printer,
      LinkPrinter links,
      AddressPrinter addresses) {
    boolean withAddresses = filter.family() != AddressFamily.PACKET;
    boolean lineWanted = session.options().brief || !withAddresses || !session.options().oneLine;
    printer.openObject();
    boolean shown = filter.sameKind(link);
    if (lineWanted) {
      shown = filter.shows(link);
      if (shown && !filter.hidesLinks()) {
        links.print(link);
      }
    }
    if (shown && withAddresses) {
      printer.openList("addr_info");
      for (IfAddress address : all) {
        if (filter.upOrDown(link) && sameFamily(address)) {
          printer.openObject();
          if (filter.shows(address)) {
            addresses.print(address);
          }
          printer.closeObject();
        }
      }
      printer.closeList();
      if (session.options().brief) {
        printer.text("\n");
      }
    }
    printer.closeObject();
  }

  private boolean sameFamily(IfAddress address) {
    return filter.family() == AddressFamily.UNSPEC
        || filter.family() == AddressFamily.of(address.family());
  }

  int flush(List<String> words) {
    if (words.isEmpty()) {
      context.complain("Flush requires arguments.");
      return 1;
    }
    if (filter.family() == AddressFamily.PACKET) {
      context.complain("Cannot flush link addresses.");
      return 1;
    }
    filter.read(words);
    if (filter.device().isPresent() && filter.isPlain() && session.options().statistics == 0) {
      return session.talk(
          new FlushAddresses(
              session.netnsName(),
              filter.device().get().name(),
              filter.family().ip(),
              filter.scope()));
    }
    return flushInRounds();
  }

  private int flushInRounds() {
    boolean talkative = session.options().statistics > 0;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<IfAddress> doomed = selected();
      if (doomed.isEmpty()) {
        flushed(talkative, round);
        return 0;
      }
      if (session.options().statistics > 1) {
        AddressPrinter printer = new AddressPrinter(session, session.printer());
        doomed.forEach(printer::printWithDevice);
      }
      doomed.forEach(this::delete);
      if (talkative) {
        context.println(
            "\n*** Round " + (round + 1) + ", deleting " + doomed.size() + " addresses ***");
      }
      if (filter.flushesPrimaries()) {
        flushed(talkative, round + 1);
        return 0;
      }
    }
    context.complain("*** Flush remains incomplete after " + MAX_ROUNDS + " rounds. ***");
    return 1;
  }

  private void flushed(boolean talkative, int rounds) {
    if (talkative) {
      context.println(
          rounds == 0
              ? "Nothing to flush."
              : "*** Flush is complete after "
                  + rounds
                  + " round"
                  + (rounds > 1 ? "s" : "")
                  + " ***");
    }
  }

  private List<IfAddress> selected() {
    List<IfAddress> selected = new ArrayList<>();
    for (Link link : session.netns().links()) {
      if (filter.device().isEmpty() || filter.device().get() == link) {
        for (IfAddress address : session.netns().addresses(link)) {
          if (filter.shows(address)) {
            selected.add(address);
          }
        }
      }
    }
    return selected;
  }

  /** Deletes an address; one that went with another is no loss. */
  private void delete(IfAddress address) {
    AddressSpec spec =
        new AddressSpec(
            address.cidr(),
            address.hasPeer() ? Optional.of(address.peer()) : Optional.empty(),
            address.broadcast(),
            Optional.of(address.scope()),
            address.label(),
            false);
    try {
      context.execute(new DeleteAddress(session.netnsName(), address.device().name(), spec));
    } catch (ErrnoException e) {
      if (e.errno() != Errno.EADDRNOTAVAIL) {
        throw e;
      }
    }
  }
}
