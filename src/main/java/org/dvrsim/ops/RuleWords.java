package org.dvrsim.ops;

import org.dvrsim.kernel.RuleAction;
import org.dvrsim.kernel.RuleSelector;
import org.dvrsim.kernel.RuleSpec;

/** Writes a routing rule as {@code ip rule} takes it. */
final class RuleWords {
  private RuleWords() {}

  static CommandWords of(CommandWords words, RuleSpec rule) {
    if (rule.not()) {
      words.add("not");
    }
    rule.from().ifPresent(from -> words.add("from", from.toString()));
    rule.to().ifPresent(to -> words.add("to", to.toString()));
    if (rule.tos() != 0) {
      words.add("tos", "0x" + Integer.toHexString(rule.tos()));
    }
    rule.mark().ifPresent(mark -> words.add("fwmark", mark.toString()));
    rule.iif().ifPresent(iif -> words.add("iif", iif.text()));
    rule.oif().ifPresent(oif -> words.add("oif", oif.text()));
    add(words, rule.selector());
    rule.table().ifPresent(table -> words.add("lookup", table.toString()));
    if (rule.action() == RuleAction.GOTO) {
      words.add("goto", rule.gotoPriority().map(Object::toString).orElse("0"));
    } else if (rule.action() != RuleAction.TO_TABLE) {
      words.add(rule.action().toString());
    }
    rule.suppressPrefixLength()
        .ifPresent(length -> words.add("suppress_prefixlength", length.toString()));
    rule.suppressGroup().ifPresent(group -> words.add("suppress_ifgroup", group.toString()));
    rule.protocol().ifPresent(protocol -> words.add("protocol", protocol.toString()));
    rule.priority().ifPresent(priority -> words.add("priority", priority.toString()));
    return words;
  }

  private static void add(CommandWords words, RuleSelector selector) {
    if (selector.l3mdev()) {
      words.add("l3mdev");
    }
    selector.uids().ifPresent(uids -> words.add("uidrange", uids.toString()));
    if (selector.protocol() != 0) {
      words.add("ipproto", Integer.toString(selector.protocol()));
    }
    selector.sourcePorts().ifPresent(range -> words.add("sport", range.toString()));
    selector.destinationPorts().ifPresent(range -> words.add("dport", range.toString()));
  }
}
