package org.dvrsim.shell;

import java.util.List;
import java.util.OptionalInt;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.kernel.RuleSelector;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.DeleteRule;

/**
 * {@code ip rule add} and {@code ip rule del}.
 *
 * <p>Models: iproute2 ip/iprule.c:iprule_modify()
 */
final class RuleModify {
  /** EINVAL, as an exit status. */
  private static final int INVALID = 22;

  private final IpSession session;
  private final CommandContext context;
  private final boolean add;
  private final IpFamily family;
  private final RuleSpec.Builder rule;
  private RuleSelector selector = RuleSelector.ANY;
  private boolean tableSettled;
  private boolean tableNamed;

  RuleModify(IpSession session, boolean add) {
    this.session = session;
    this.context = session.context();
    this.add = add;
    this.family = session.ipFamily();
    this.rule = RuleSpec.in(family);
  }

  int run(List<String> words) {
    if (words.isEmpty()) {
      context.complain("\"ip rule " + (add ? "add" : "del") + "\" requires arguments.");
      return 1;
    }
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (!selector(arguments) && !action(arguments) && !transport(arguments)) {
        type(arguments);
      }
      arguments.advance();
    }
    if (selector.l3mdev() && tableNamed) {
      context.complain("table can not be specified for l3mdev rules");
      return INVALID;
    }
    rule.selector(selector);
    if (!tableSettled && add) {
      rule.table(TableId.MAIN);
    }
    return session.talk(
        add
            ? new AddRule(session.netnsName(), rule.build())
            : new DeleteRule(session.netnsName(), rule.build()));
  }

  private boolean selector(Arguments arguments) {
    if (arguments.is("not")) {
      rule.not();
    } else if (arguments.is("from")) {
      rule.from(prefix(arguments.next()));
    } else if (arguments.is("to")) {
      rule.to(prefix(arguments.next()));
    } else if (arguments.begins("preference", "order", "priority")) {
      rule.priority(session.u32(arguments.next(), "preference value is invalid\n"));
    } else if (arguments.is("tos") || arguments.begins("dsfield")) {
      String word = arguments.next();
      rule.tos(
          NameTables.tos(word)
              .orElseThrow(() -> Complaint.invalid(context, "TOS value is invalid\n", word)));
    } else if (arguments.is("fwmark")) {
      rule.mark(mark(arguments.next()));
    } else {
      return false;
    }
    return true;
  }

  private boolean action(Arguments arguments) {
    if (arguments.begins("realms")) {
      throw new NotModelledException("ip rule realms");
    } else if (arguments.begins("protocol")) {
      String word = arguments.next();
      rule.protocol(
          NameTables.protocol(word)
              .orElseThrow(
                  () -> Complaint.invalid(context, "\"protocol\" value is invalid\n", word)));
    } else if (arguments.begins("tun_id")) {
      throw new NotModelledException("ip rule tun_id");
    } else if (arguments.begins("table") || arguments.is("lookup")) {
      String word = arguments.next();
      TableId table =
          NameTables.table(word)
              .orElseThrow(() -> Complaint.invalid(context, "invalid table ID\n", word));
      rule.table(table);
      tableNamed = !table.equals(TableId.UNSPEC);
      tableSettled = true;
    } else if (arguments.begins("suppress_prefixlength") || arguments.is("sup_pl")) {
      String word = arguments.next();
      rule.suppressPrefixLength(
          (int)
              Numbers.unsigned(word, Integer.MAX_VALUE)
                  .orElseThrow(
                      () ->
                          Complaint.invalid(
                              context, "suppress_prefixlength value is invalid\n", word)));
    } else if (arguments.begins("suppress_ifgroup") || arguments.is("sup_group")) {
      rule.suppressGroup(NameTables.group(context, arguments.next(), "suppress_ifgroup"));
    } else if (arguments.is("dev", "iif")) {
      rule.iif(device(arguments.next(), "\"iif\"/\"dev\" not a valid ifname"));
    } else if (arguments.is("oif")) {
      rule.oif(device(arguments.next(), "\"oif\" not a valid ifname"));
    } else if (arguments.is("dscp", "flowlabel", "nat") || arguments.begins("map-to")) {
      throw new NotModelledException("ip rule " + arguments.word());
    } else {
      return false;
    }
    return true;
  }

  private boolean transport(Arguments arguments) {
    if (arguments.is("l3mdev")) {
      selector = selector.withL3mdev();
      tableSettled = true;
    } else if (arguments.is("uidrange")) {
      selector = selector.withUids(RuleSelectors.uids(context, arguments.next()));
    } else if (arguments.is("ipproto")) {
      selector = selector.withProtocol(RuleSelectors.protocol(context, arguments.next()));
    } else if (arguments.is("sport")) {
      selector = selector.withSourcePorts(RuleSelectors.ports(context, arguments.next()));
    } else if (arguments.is("dport")) {
      selector = selector.withDestinationPorts(RuleSelectors.ports(context, arguments.next()));
    } else {
      return false;
    }
    return true;
  }

  private void type(Arguments arguments) {
    if (arguments.is("type")) {
      arguments.next();
    }
    if (arguments.begins("help")) {
      throw session.usage("ip-rule");
    } else if (arguments.begins("goto")) {
      rule.gotoPriority(session.u32(arguments.next(), "invalid target\n"));
    } else if (arguments.begins("nop")) {
      rule.action(RuleAction.NOP);
    } else {
      String word = arguments.word();
      OptionalInt number = NameTables.routeType(word);
      if (number.isEmpty()) {
        throw Complaint.invalid(context, "Failed to parse rule type", word);
      }
      rule.action(actionOf(number.getAsInt(), word));
    }
    if (!tableSettled && add) {
      rule.table(TableId.UNSPEC);
    }
    tableSettled = true;
  }

  /** A rule's actions share their numbers with routes' types, though not all their meanings. */
  private static RuleAction actionOf(int routeType, String word) {
    return switch (routeType) {
      case 0, 1 -> RuleAction.TO_TABLE;
      case 2 -> RuleAction.GOTO;
      case 3 -> RuleAction.NOP;
      case 4 -> RuleAction.ANYCAST;
      case 5 -> RuleAction.MULTICAST;
      case 6 -> RuleAction.BLACKHOLE;
      case 7 -> RuleAction.UNREACHABLE;
      case 8 -> RuleAction.PROHIBIT;
      case 9 -> RuleAction.THROW;
      default -> throw new NotModelledException("ip rule of type " + word);
    };
  }

  /** Reads a prefix of either family; the kernel refuses one of the other family. */
  private IpInterface prefix(String word) {
    return session.prefix(word, session.family()).toInterface(family);
  }

  private Fwmark mark(String word) {
    int slash = word.indexOf('/');
    long value =
        session.u32(slash < 0 ? word : word.substring(0, slash), "fwmark value is invalid\n");
    if (slash < 0) {
      return new Fwmark((int) value, value == 0 ? 0 : Fwmark.ALL_BITS);
    }
    long mask = session.u32(word.substring(slash + 1), "fwmask value is invalid\n");
    return new Fwmark((int) value, (int) mask);
  }

  private IfName device(String word, String reason) {
    if (!LinkWords.isPlausibleName(word)) {
      throw Complaint.invalid(context, reason, word);
    }
    if (!IfName.isValid(word)) {
      throw new NotModelledException("a rule for a device that cannot be: " + word);
    }
    return new IfName(word);
  }
}
