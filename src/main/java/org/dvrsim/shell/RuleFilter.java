package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RuleSelector;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/**
 * Which rules {@code ip rule list} and {@code ip rule flush} are about.
 *
 * <p>Models: iproute2 ip/iprule.c:iprule_list_flush_or_save(), filter_nlmsg()
 */
final class RuleFilter {
  private final IpSession session;
  private final CommandContext context;
  private Optional<Long> priority = Optional.empty();
  private boolean not;
  private Optional<Integer> tos = Optional.empty();
  private long mark;
  private long mask;
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private Optional<TableId> table = Optional.empty();
  private Optional<PrefixWord> from = Optional.empty();
  private Optional<PrefixWord> to = Optional.empty();
  private Optional<RouteProtocol> protocol = Optional.empty();
  private RuleSelector wanted = RuleSelector.ANY;

  RuleFilter(IpSession session, List<String> words) {
    this.session = session;
    this.context = session.context();
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (!selector(arguments) && !transport(arguments) && !target(arguments)) {
        destination(arguments);
      }
      arguments.advance();
    }
  }

  private boolean selector(Arguments arguments) {
    if (arguments.begins("preference", "order", "priority")) {
      priority = Optional.of(session.u32(arguments.next(), "preference value is invalid\n"));
    } else if (arguments.is("not")) {
      not = true;
    } else if (arguments.is("tos", "dsfield")) {
      String word = arguments.next();
      tos =
          Optional.of(
              NameTables.tos(word)
                  .orElseThrow(() -> Complaint.invalid(context, "TOS value is invalid\n", word)));
    } else if (arguments.is("fwmark")) {
      String word = arguments.next();
      int slash = word.indexOf('/');
      mark = session.u32(slash < 0 ? word : word.substring(0, slash), "fwmark value is invalid\n");
      if (slash >= 0) {
        mask = session.u32(word.substring(slash + 1), "fwmask value is invalid\n");
      }
    } else if (arguments.is("dev", "iif")) {
      iif = Optional.of(device(arguments.next(), "\"iif\"/\"dev\" not a valid ifname"));
    } else if (arguments.is("oif")) {
      oif = Optional.of(device(arguments.next(), "\"oif\" not a valid ifname"));
    } else {
      return false;
    }
    return true;
  }

  private String device(String word, String reason) {
    if (!LinkWords.isPlausibleName(word)) {
      throw Complaint.invalid(context, reason, word);
    }
    return word;
  }

  private boolean transport(Arguments arguments) {
    if (arguments.is("l3mdev")) {
      wanted = wanted.withL3mdev();
    } else if (arguments.is("uidrange")) {
      wanted = wanted.withUids(RuleSelectors.uids(context, arguments.next()));
    } else if (arguments.is("ipproto")) {
      wanted = wanted.withProtocol(RuleSelectors.protocol(context, arguments.next()));
    } else if (arguments.is("sport")) {
      wanted = wanted.withSourcePorts(RuleSelectors.ports(context, arguments.next()));
    } else if (arguments.is("dport")) {
      wanted = wanted.withDestinationPorts(RuleSelectors.ports(context, arguments.next()));
    } else {
      return false;
    }
    return true;
  }

  private boolean target(Arguments arguments) {
    if (arguments.is("dscp", "flowlabel") || arguments.begins("tun_id")) {
      throw new NotModelledException("ip rule list " + arguments.word());
    } else if (arguments.begins("lookup", "table")) {
      String word = arguments.next();
      table =
          Optional.of(
                  NameTables.table(word)
                      .orElseThrow(
                          () -> Complaint.invalid(context, "table id value is invalid\n", word)))
              .filter(id -> !id.equals(TableId.UNSPEC));
    } else if (arguments.begins("from", "src")) {
      from = Optional.of(prefix(arguments.next()));
    } else if (arguments.begins("protocol")) {
      String word = arguments.next();
      protocol = NameTables.protocol(word);
      if (protocol.isEmpty() && !word.equals("all")) {
        throw Complaint.invalid(context, "invalid \"protocol\"\n", word);
      }
    } else {
      return false;
    }
    return true;
  }

  private void destination(Arguments arguments) {
    if (arguments.begins("dst", "to")) {
      arguments.next();
    }
    to = Optional.of(prefix(arguments.word()));
  }

  private PrefixWord prefix(String word) {
    return session.prefix(word, AddressFamily.of(session.ipFamily()));
  }

  /** Tells whether no rule is left out. */
  boolean takesAll() {
    return priority.isEmpty()
        && !not
        && tos.isEmpty()
        && mark == 0
        && mask == 0
        && iif.isEmpty()
        && oif.isEmpty()
        && table.isEmpty()
        && from.isEmpty()
        && to.isEmpty()
        && protocol.isEmpty()
        && wanted.equals(RuleSelector.ANY);
  }

  /** Tells whether {@code rule} is to be shown. */
  boolean shows(IpRule rule) {
    Fwmark own = rule.mark().orElse(new Fwmark(0, 0));
    return priority.map(wanted -> wanted == rule.priority()).orElse(true)
        && (!not || rule.not())
        && wanted.fits(rule.selector())
        && covers(from, rule.from())
        && covers(to, rule.to())
        && tos.map(wanted -> wanted == rule.tos()).orElse(true)
        && (mark == 0 || mark == (own.value() & Numbers.MAX_U32))
        && (mask == 0 || mask == (own.mask() & Numbers.MAX_U32))
        && sameDevice(iif, rule.iif())
        && sameDevice(oif, rule.oif())
        && table.map(wanted -> wanted.equals(rule.table())).orElse(true);
  }

  /** Tells whether {@code rule} is to be flushed; the protocol matters here only. */
  boolean flushes(IpRule rule) {
    return shows(rule)
        && rule.priority() != 0
        && protocol.map(wanted -> wanted.equals(rule.protocol())).orElse(true);
  }

  private static boolean sameDevice(Optional<String> wanted, Optional<IfName> device) {
    return wanted.isEmpty() || device.map(name -> name.text().equals(wanted.get())).orElse(false);
  }

  private static boolean covers(Optional<PrefixWord> wanted, Optional<IpInterface> prefix) {
    if (wanted.isEmpty()) {
      return true;
    }
    int length = prefix.map(IpInterface::length).orElse(0);
    return wanted.get().length() <= length
        && prefix.map(own -> wanted.get().matches(own.address())).orElse(true);
  }
}
