package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.dvrsim.net.IpFamily;

/**
 * Collects the options of one command line that describe a rule.
 *
 * <p>Models: iptables/xshared.c:do_parse(), command_default(), load_proto(), command_match(),
 * command_jump()
 */
final class RuleBuilder {
  private final IpFamily family;
  private final Getopt words;
  private final Set<String> notTargets;
  private final StringBuilder warnings;
  private final List<ExtensionParser<Match>> matches = new ArrayList<>();

  private String source;
  private boolean sourceInverted;
  private String destination;
  private boolean destinationInverted;
  private InterfacePattern in;
  private InterfacePattern out;
  private String protocolText;
  private int protocol;
  private boolean protocolInverted;
  private boolean protocolMatchTried;
  private boolean fragment;
  private boolean fragmentInverted;
  private String jump;
  private boolean isGoto;
  private ExtensionParser<Target> target;

  RuleBuilder(IpFamily family, Getopt words, Set<String> notTargets, StringBuilder warnings) {
    this.family = family;
    this.words = words;
    this.notTargets = notTargets;
    this.warnings = warnings;
  }

  /** Tells whether a match or a target that has options was named, or a protocol that may have. */
  boolean hasExtensions() {
    return !matches.isEmpty() || target != null || protocolText != null;
  }

  boolean jumpsTo(String name) {
    return name.equals(jump);
  }

  /**
   * Takes one of the program's own options.
   *
   * @param set notes that the option was given
   */
  void option(char letter, boolean inverted, BiConsumer<CommandOption, Boolean> set) {
    String argument = words.argument();
    switch (letter) {
      case 'p' -> {
        set.accept(CommandOption.PROTOCOL, inverted);
        protocol(argument, inverted);
      }
      case 's' -> {
        set.accept(CommandOption.SOURCE, inverted);
        source = argument;
        sourceInverted = inverted;
      }
      case 'd' -> {
        set.accept(CommandOption.DESTINATION, inverted);
        destination = argument;
        destinationInverted = inverted;
      }
      case 'i' -> {
        refuseEmptyDevice(argument);
        set.accept(CommandOption.IN, inverted);
        in = InterfacePattern.parse(argument, inverted, warnings);
      }
      case 'o' -> {
        refuseEmptyDevice(argument);
        set.accept(CommandOption.OUT, inverted);
        out = InterfacePattern.parse(argument, inverted, warnings);
      }
      case 'f' -> {
        if (family == IpFamily.V6) {
          throw XtablesError.parameter("`-f' is not supported in IPv6, use -m frag instead");
        }
        set.accept(CommandOption.FRAGMENT, inverted);
        fragment = true;
        fragmentInverted = inverted;
      }
      case 'j' -> {
        set.accept(CommandOption.JUMP, inverted);
        if (!argument.equals("CONTINUE")) {
          jump(argument);
        }
      }
      case 'g' -> {
        set.accept(CommandOption.JUMP, inverted);
        ChainNames.checkTarget(argument);
        jump = argument;
        isGoto = true;
      }
      case 'm' -> match(argument, inverted);
      default -> throw new AssertionError(letter);
    }
  }

  private static void refuseEmptyDevice(String name) {
    if (name.isEmpty()) {
      throw XtablesError.parameter("Empty interface is likely to be undesired");
    }
  }

  private void protocol(String text, boolean inverted) {
    protocolText = text.toLowerCase(Locale.ROOT);
    protocol = Protocols.parse(protocolText);
    protocolInverted = inverted;
    if (protocol == 0 && inverted) {
      throw XtablesError.parameter("rule would never match protocol");
    }
    boolean extensionHeader =
        protocol == 43 || protocol == 44 || protocol == Protocols.AH || protocol == 60;
    if (family == IpFamily.V6 && extensionHeader && !inverted) {
      warnings
          .append("Warning: never matched protocol: ")
          .append(protocolText)
          .append(". use extension match instead.\n");
    }
  }

  private void jump(String name) {
    ChainNames.checkTarget(name);
    jump = name;
    if (Verdict.find(name) == null && !notTargets.contains(name)) {
      target = Extensions.target(name, family);
      if (target != null) {
        words.add(target.words());
      }
    }
  }

  private void match(String name, boolean inverted) {
    if (inverted) {
      throw XtablesError.parameter("unexpected ! flag before --match");
    }
    if (ChainNames.isTooLong(name)) {
      throw XtablesError.parameter("Invalid match name \"" + name + "\" (28 chars max)");
    }
    ExtensionParser<Match> match = Extensions.match(name, family);
    if (match == null) {
      throw XtablesError.parameter(
          "Couldn't load match `" + libraryName(name) + "':No such file or directory\n");
    }
    add(match);
  }

  private static String libraryName(String name) {
    return name.equals("icmpv6") || name.equals("ipv6-icmp") ? "icmp6" : name;
  }

  private void add(ExtensionParser<Match> match) {
    boolean again = false;
    for (ExtensionParser<Match> other : matches) {
      again |= other.name().equals(match.name());
    }
    matches.add(match);
    if (!again) {
      words.add(match.words());
    }
  }

  /**
   * Takes an option that is none of the program's own: one of an extension, or an unknown one, for
   * which the match of the protocol is loaded.
   *
   * @return whether the same word is to be read again
   */
  boolean extensionOption(int c, boolean inverted) {
    if (c == Getopt.EXTENSION) {
      LongOption found = words.found();
      if (target != null && target.name().equals(found.owner())) {
        target.take(found.extension(), words.argument(), inverted, soFar(), words);
        return false;
      }
      for (int i = matches.size() - 1; i >= 0; i--) {
        ExtensionParser<Match> match = matches.get(i);
        if (match.name().equals(found.owner())) {
          match.take(found.extension(), words.argument(), inverted, soFar(), words);
          return false;
        }
      }
      throw new AssertionError(found);
    }
    if (loadProtocolMatch()) {
      words.back();
      return true;
    }
    if (c == Getopt.MISSING) {
      throw XtablesError.parameter("option \"" + words.previousWord() + "\" requires an argument");
    }
    String option = words.letter() != 0 ? "-" + (char) words.letter() : words.previousWord();
    throw XtablesError.parameter("unknown option \"" + option + "\"");
  }

  private RuleSoFar soFar() {
    return new RuleSoFar(family, protocol, protocolInverted, warnings);
  }

  private boolean loadProtocolMatch() {
    if (protocolText == null || protocolMatchTried) {
      return false;
    }
    protocolMatchTried = true;
    boolean isNumber = CNumber.whole(protocolText, 0, 255) >= 0;
    String name = isNumber ? Protocols.listedName(protocol) : protocolText;
    ExtensionParser<Match> match = name == null ? null : Extensions.match(name, family);
    if (match == null) {
      return false;
    }
    add(match);
    return true;
  }

  void finishExtensions() {
    for (ExtensionParser<Match> match : matches) {
      match.finish();
    }
    if (target != null) {
      target.finish();
    }
  }

  /** Returns the rules described, one for each pair of addresses. */
  List<IptablesRule> build(boolean hasRule) {
    List<AddressMask> sources = addresses(source);
    List<AddressMask> destinations = addresses(destination);
    if ((sources.size() > 1 || destinations.size() > 1)
        && (sourceInverted || destinationInverted)) {
      throw XtablesError.parameter(
          "! not allowed with multiple source or destination IP addresses");
    }
    if (!hasRule) {
      return List.of();
    }
    List<Match> built = builtMatches();
    Target action = action();
    if (sources.size() == 1 && destinations.size() == 1) {
      return List.of(new IptablesRule(header(sources.get(0), destinations.get(0)), built, action));
    }
    List<IptablesRule> rules = new ArrayList<>();
    for (AddressMask from : sources) {
      for (AddressMask to : destinations) {
        rules.add(new IptablesRule(header(from, to), built, action));
      }
    }
    return rules;
  }

  private List<Match> builtMatches() {
    if (matches.isEmpty()) {
      return List.of();
    }
    List<Match> built = new ArrayList<>(matches.size());
    for (ExtensionParser<Match> match : matches) {
      built.add(match.build());
    }
    return built;
  }

  private List<AddressMask> addresses(String text) {
    return text == null ? AddressMask.anyAlone(family) : AddressText.list(text, family);
  }

  private RuleHeader header(AddressMask from, AddressMask to) {
    return new RuleHeader(
        family,
        from,
        sourceInverted,
        to,
        destinationInverted,
        in,
        out,
        protocol,
        protocolInverted,
        fragment,
        fragmentInverted);
  }

  private Target action() {
    if (target != null) {
      return target.build();
    }
    if (jump == null) {
      return null;
    }
    Verdict verdict = isGoto ? null : Verdict.find(jump);
    return verdict != null ? verdict : new Jump(jump, isGoto);
  }
}
