package org.dvrsim.shell;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dvrsim.kernel.PortRange;
import org.dvrsim.kernel.UidRange;

/**
 * Words by which rules are told apart: users, ports and protocols.
 *
 * <p>Models: iproute2 ip/iprule.c:iprule_port_parse()
 */
final class RuleSelectors {
  private static final Pattern UIDS = Pattern.compile("\\s*(\\d{1,10})-\\s*(\\d{1,10}).*");

  private RuleSelectors() {}

  /** Reads {@code FIRST-LAST} of users. */
  static UidRange uids(CommandContext context, String word) {
    Matcher range = UIDS.matcher(word);
    if (!range.matches()) {
      throw Complaint.invalid(context, "invalid UID range\n", word);
    }
    return new UidRange(
        Long.parseLong(range.group(1)) & Numbers.MAX_U32,
        Long.parseLong(range.group(2)) & Numbers.MAX_U32);
  }

  /** Reads a protocol's name or number. */
  static int protocol(CommandContext context, String word) {
    return NameTables.ipProtocol(word)
        .orElseThrow(() -> Complaint.invalid(context, "Invalid \"ipproto\" value\n", word));
  }

  /** Reads {@code PORT}, {@code FIRST-LAST} or {@code PORT/MASK}. */
  static PortRange ports(CommandContext context, String word) {
    int dash = word.indexOf('-');
    if (dash >= 0) {
      return new PortRange(
          number(context, word.substring(0, dash), "invalid port range start"),
          number(context, word.substring(dash + 1), "invalid port range end"),
          PortRange.ALL_BITS);
    }
    int slash = word.indexOf('/');
    int mask =
        slash < 0 ? PortRange.ALL_BITS : number(context, word.substring(slash + 1), "invalid mask");
    int port = number(context, slash < 0 ? word : word.substring(0, slash), "invalid port");
    return new PortRange(port, port, mask);
  }

  private static int number(CommandContext context, String word, String reason) {
    OptionalLong number = Numbers.unsigned(word, PortRange.ALL_BITS);
    return (int) number.orElseThrow(() -> Complaint.invalid(context, reason, word));
  }
}
