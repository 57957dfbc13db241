package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule as it was parsed: conditions and a target, without a place in a chain. Immutable. Its text
 * is made when it is first asked for. Two rules are equal if iptables-save prints them equally,
 * which is what {@code iptables -D} and {@code -C} compare.
 *
 * <p>Models: iptables/nft.c:nft_rule_cmp()
 */
public final class IptablesRule {
  private final RuleHeader header;
  private final List<Match> matches;
  private final Target target;
  private final int allowedHooks;
  private final IptablesRule sent;
  private String text;

  /** The line of the chain that was asked for last, null before. */
  private Line lastLine;

  /** A line of iptables-save: threads may share it as it never changes. */
  private record Line(String chain, String text) {}

  IptablesRule(RuleHeader header, List<Match> matches, Target target) {
    this.header = header;
    this.matches = List.copyOf(matches);
    this.target = target;
    this.allowedHooks = allowedHooks(this.matches, target);
    List<Match> translated = translated(this.matches);
    this.sent = translated == this.matches ? this : new IptablesRule(header, translated, target);
  }

  /** Returns the list itself if nothing in it changes. */
  private static List<Match> translated(List<Match> matches) {
    if (matches.isEmpty()) {
      return matches;
    }
    List<Match> translated = new ArrayList<>();
    int ports = -1;
    for (Match match : matches) {
      Match sent = match.asSent();
      if (sent instanceof PortMatch later) {
        if (later.isEmpty() && !((PortMatch) match).isKept()) {
          continue;
        }
        PortMatch merged = ports < 0 ? null : ((PortMatch) translated.get(ports)).merged(later);
        if (merged != null) {
          translated.set(ports, merged);
          continue;
        }
        ports = ports < 0 ? translated.size() : ports;
      }
      translated.add(sent);
    }
    return translated.equals(matches) ? matches : translated;
  }

  /**
   * Refuses what iptables refuses only when it is about to send the rule.
   *
   * @throws XtablesError if a match needs a protocol that the rule doesn't ask for
   */
  void checkBeforeSending() {
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i) instanceof PortMatch ports) {
        ports.checkBeforeSending(header);
      }
    }
  }

  private static int allowedHooks(List<Match> matches, Target target) {
    int allowed = target == null ? Hook.ALL : target.allowedHooks();
    for (Match match : matches) {
      allowed &= match.allowedHooks();
    }
    return allowed;
  }

  /** Returns bits of the hooks from which a chain with this rule may be reached. */
  int allowedHooks() {
    return allowedHooks;
  }

  /** Returns the rule as it comes back from the kernel after it was added. */
  IptablesRule asSent() {
    return sent;
  }

  private String write() {
    StringBuilder out = new StringBuilder(96);
    writeConditions(out);
    writeTarget(out);
    return out.toString();
  }

  private void writeConditions(StringBuilder out) {
    header.save(out);
    for (Match match : matches) {
      out.append(" -m ").append(match.name());
      match.save(out);
    }
  }

  private void writeTarget(StringBuilder out) {
    if (target != null) {
      out.append(target instanceof Jump jump && jump.isGoto() ? " -g " : " -j ");
      out.append(target.name());
      target.save(out);
    }
  }

  /** Returns addresses, devices and protocol. */
  public RuleHeader header() {
    return header;
  }

  /** Returns the matches in the order in which they are tried. */
  public List<Match> matches() {
    return matches;
  }

  /** Returns what is done with a packet; null if the rule only counts. */
  public Target target() {
    return target;
  }

  /**
   * Returns the rule as iptables-save prints it after the chain's name: empty, or beginning with a
   * blank.
   */
  public String text() {
    if (text == null) {
      text = write();
    }
    return text;
  }

  /** Returns the line that adds this rule to a chain, mostly the same string again. */
  String lineIn(String chain) {
    Line line = lastLine;
    if (line == null || !line.chain.equals(chain)) {
      line = new Line(chain, "-A " + chain + text());
      lastLine = line;
    }
    return line.text;
  }

  /** Returns the text with counters before the target, as {@code iptables -S -v} prints it. */
  String textWithCounters(long packets, long bytes) {
    StringBuilder out = new StringBuilder(96);
    writeConditions(out);
    out.append(" -c ").append(packets).append(' ').append(bytes);
    writeTarget(out);
    return out.toString();
  }

  /** Returns the chain that this rule jumps or goes to, null if it does neither. */
  String jumpChain() {
    return target instanceof Jump jump ? jump.chain() : null;
  }

  /** Returns this rule with its jump going to a chain of another name. */
  IptablesRule withJumpTo(String chain) {
    return new IptablesRule(header, matches, new Jump(chain, ((Jump) target).isGoto()));
  }

  /** Tells whether {@code packet} fulfils all conditions. */
  public boolean matches(PacketView packet) {
    if (!header.matches(packet)) {
      return false;
    }
    for (int i = 0; i < matches.size(); i++) {
      if (!matches.get(i).matches(packet)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    // hashes first: rules of one chain tend to begin with the same words
    return this == other
        || (other instanceof IptablesRule rule
            && text().hashCode() == rule.text().hashCode()
            && text().equals(rule.text()));
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Returns {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
