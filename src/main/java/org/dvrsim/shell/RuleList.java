package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.PortRange;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RtnetlinkMessage;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.kernel.RuleSelector;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.DeleteRule;
import org.dvrsim.ops.FlushRules;

/**
 * {@code ip rule list} and {@code ip rule flush}.
 *
 * <p>Models: iproute2 ip/iprule.c:print_rule(), flush_rule()
 */
final class RuleList {
  /** What the command returns, 1, is negated before it becomes the exit status. */
  private static final int DUMP_FAILED = 255;

  private final IpSession session;
  private final boolean numeric;
  private final FieldPrinter printer;
  private Predicate<IfName> deviceThere;
  private Predicate<IpRule> resolved;

  private RuleList(IpSession session) {
    this(session, session.printer());
  }

  private RuleList(IpSession session, FieldPrinter printer) {
    this.session = session;
    this.numeric = session.options().numeric;
    this.printer = printer;
    this.deviceThere = name -> session.netns().link(name).isPresent();
    this.resolved = rule -> isResolved(session, rule);
  }

  /** Prints the rule of a message, which says how it stood then. */
  static void print(IpSession session, FieldPrinter printer, RtnetlinkMessage.OfRule message) {
    RuleList list = new RuleList(session, printer);
    Optional<IfName> iif = message.rule().iif();
    list.deviceThere =
        name -> iif.equals(Optional.of(name)) ? message.iifThere() : message.oifThere();
    list.resolved = rule -> message.resolved();
    list.print(message.rule());
  }

  private static boolean isResolved(IpSession session, IpRule rule) {
    return session.netns().rules(rule.family()).stream()
        .anyMatch(other -> rule.gotoPriority().equals(Optional.of(other.priority())));
  }

  static int show(IpSession session, List<String> words) {
    RuleFilter filter = new RuleFilter(session, words);
    if (hasNoRules(session)) {
      return DUMP_FAILED;
    }
    RuleList list = new RuleList(session);
    list.printer.begin();
    for (IpRule rule : session.netns().rules(session.ipFamily())) {
      if (filter.shows(rule)) {
        list.print(rule);
      }
    }
    list.printer.end();
    return 0;
  }

  static int flush(IpSession session, List<String> words) {
    RuleFilter filter = new RuleFilter(session, words);
    if (hasNoRules(session)) {
      return DUMP_FAILED;
    }
    if (filter.takesAll()) {
      return session.talk(new FlushRules(session.netnsName(), session.ipFamily()));
    }
    for (IpRule rule : List.copyOf(session.netns().rules(session.ipFamily()))) {
      if (filter.flushes(rule)) {
        try {
          session.context().execute(new DeleteRule(session.netnsName(), exactly(rule)));
        } catch (ErrnoException e) {
          Complaint.netlink(session.context(), e);
          session.context().complain("Dump terminated");
          return DUMP_FAILED;
        }
      }
    }
    return 0;
  }

  /** Complains if the family asked for has no rule database. */
  private static boolean hasNoRules(IpSession session) {
    AddressFamily family = session.family();
    if (family == AddressFamily.UNSPEC || family.ip().isPresent()) {
      return false;
    }
    session.context().complain("RTNETLINK answers: " + Errno.EAFNOSUPPORT.message());
    session.context().complain("Dump terminated");
    return true;
  }

  /** Returns the request that names every attribute of {@code rule}. */
  private static RuleSpec exactly(IpRule rule) {
    RuleSpec.Builder spec =
        RuleSpec.in(rule.family())
            .priority(rule.priority())
            .tos(rule.tos())
            .action(rule.action())
            .protocol(rule.protocol());
    if (rule.not()) {
      spec.not();
    }
    rule.from().ifPresent(spec::from);
    rule.to().ifPresent(spec::to);
    rule.mark().ifPresent(spec::mark);
    rule.iif().ifPresent(spec::iif);
    rule.oif().ifPresent(spec::oif);
    if (!rule.table().equals(TableId.UNSPEC)) {
      spec.table(rule.table());
    }
    rule.gotoPriority().ifPresent(spec::gotoPriority);
    if (rule.suppressPrefixLength() >= 0) {
      spec.suppressPrefixLength(rule.suppressPrefixLength());
    }
    if (rule.suppressGroup() != -1) {
      spec.suppressGroup(rule.suppressGroup());
    }
    spec.selector(rule.selector());
    return spec.build();
  }

  private void print(IpRule rule) {
    printer.openObject().number("priority", "", rule.priority(), ":\t");
    if (rule.not()) {
      printer.mark("not", "not ");
    }
    if (rule.from().isPresent()) {
      printer.text("from ");
      prefix("src", rule.from().get());
    } else {
      printer.string("src", "from ", "all", "");
    }
    if (rule.to().isPresent()) {
      printer.text(" to ");
      prefix("dst", rule.to().get());
    }
    if (rule.tos() != 0) {
      printer.string("tos", " tos ", NameTables.tos(rule.tos(), numeric), "");
    }
    rule.mark().ifPresent(this::mark);
    rule.iif().ifPresent(name -> device("iif", name));
    rule.oif().ifPresent(name -> device("oif", name));
    selector(rule.selector());
    table(rule);
    action(rule);
    RouteProtocol protocol = rule.protocol();
    boolean usual = protocol.equals(RouteProtocol.UNSPEC) || protocol.equals(RouteProtocol.KERNEL);
    if (!usual || session.options().detailed()) {
      printer.string("protocol", " proto ", NameTables.protocol(protocol, numeric), "");
    }
    printer.text("\n").closeObject();
  }

  private void prefix(String key, IpInterface prefix) {
    Colour colour = Colour.of(prefix.address().family());
    printer.coloured(colour, key, prefix.address().toString(), "");
    if (prefix.length() != prefix.family().bits()) {
      printer.number(key + "len", "/", prefix.length(), "");
    }
  }

  private void mark(Fwmark mark) {
    if (mark.value() == 0 && mark.mask() == 0) {
      return;
    }
    printer.string("fwmark", " fwmark ", hexadecimal(mark.value()), "");
    if (mark.mask() != Fwmark.ALL_BITS) {
      printer.string("fwmask", "/", hexadecimal(mark.mask()), "");
    }
  }

  private static String hexadecimal(int value) {
    return value == 0 ? "0" : "0x" + Integer.toHexString(value);
  }

  private void device(String key, IfName name) {
    printer.text(" " + key + " ").coloured(Colour.IFNAME, key, name.text(), "");
    if (!deviceThere.test(name)) {
      printer.mark(key + "_detached", " [detached]");
    }
  }

  private void table(IpRule rule) {
    if (rule.table().equals(TableId.UNSPEC)) {
      return;
    }
    printer.string("table", " lookup ", NameTables.table(rule.table(), numeric), "");
    if (rule.suppressPrefixLength() >= 0) {
      printer.number(
          "suppress_prefixlen", " suppress_prefixlength ", rule.suppressPrefixLength(), "");
    }
    if (rule.suppressGroup() != -1) {
      String group = NameTables.group(rule.suppressGroup(), numeric);
      printer.string("suppress_ifgroup", " suppress_ifgroup ", group, "");
    }
  }

  private void selector(RuleSelector selector) {
    if (selector.l3mdev()) {
      printer.mark("l3mdev", " lookup [l3mdev-table]");
    }
    selector
        .uids()
        .ifPresent(
            uids ->
                printer
                    .number("uid_start", " uidrange ", uids.first(), "")
                    .number("uid_end", "-", uids.last(), ""));
    if (selector.protocol() != 0) {
      String name = NameTables.ipProtocol(selector.protocol(), numeric);
      printer.string("ipproto", " ipproto ", name, "");
    }
    selector.sourcePorts().ifPresent(range -> ports("sport", range));
    selector.destinationPorts().ifPresent(range -> ports("dport", range));
  }

  private void ports(String key, PortRange range) {
    if (range.first() != range.last()) {
      printer.number(key + "_start", " " + key + " ", range.first(), "");
      printer.number(key + "_end", "-", range.last(), "");
    } else {
      printer.text(" " + key + " " + range).jsonNumber(key, range.first());
      printer.jsonString(key + "_mask", hexadecimal(range.mask()));
    }
  }

  private void action(IpRule rule) {
    switch (rule.action()) {
      case GOTO -> {
        Optional<Long> target = rule.gotoPriority();
        if (target.isPresent()) {
          printer.number("goto", " goto ", target.get(), "");
        } else {
          printer.string("goto", " goto ", "none", "");
        }
        if (!resolved.test(rule)) {
          printer.mark("unresolved", " [unresolved]");
        }
      }
      case NOP -> printer.mark("nop", " nop");
      case BLACKHOLE, UNREACHABLE, PROHIBIT, ANYCAST, MULTICAST, THROW ->
          printer.string("action", " ", refusal(rule.action()), "");
      default -> {
        // looking up a table is said by the table
      }
    }
  }

  private String refusal(RuleAction action) {
    int type =
        switch (action) {
          case ANYCAST -> 4;
          case MULTICAST -> 5;
          case BLACKHOLE -> 6;
          case UNREACHABLE -> 7;
          case PROHIBIT -> 8;
          default -> 9;
        };
    return NameTables.routeType(type, numeric);
  }
}
