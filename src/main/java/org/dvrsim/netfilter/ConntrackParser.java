package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.ConntrackTest.Kind;

/**
 * Reads the options of {@code -m conntrack} and {@code -m state}. State names may be shortened.
 *
 * <p>Models: extensions/libxt_conntrack.c:conntrack_mt_parse(), state_ct23_parse()
 */
final class ConntrackParser extends ExtensionParser<Match> {
  private static final int CTSTATE = 0;
  private static final int FIRST_TEST = 1;
  private static final List<Kind> KINDS = List.of(Kind.values());

  private static final OptionTable STATE =
      OptionTable.of("state", ExtensionOption.value("state", CTSTATE).negatable().required());

  private static final OptionTable CONNTRACK = conntrackOptions();

  private final IpFamily family;
  private final boolean isState;
  private final List<ConntrackTest> tests = new ArrayList<>();
  private int states;
  private boolean statesInverted;

  private ConntrackParser(IpFamily family, boolean isState) {
    super(isState ? STATE : CONNTRACK);
    this.family = family;
    this.isState = isState;
  }

  static ConntrackParser state(IpFamily family) {
    return new ConntrackParser(family, true);
  }

  static ConntrackParser conntrack(IpFamily family) {
    return new ConntrackParser(family, false);
  }

  private static OptionTable conntrackOptions() {
    List<ExtensionOption> options = new ArrayList<>();
    options.add(ExtensionOption.value("ctstate", CTSTATE).negatable());
    for (Kind kind : KINDS) {
      ExtensionOption option =
          ExtensionOption.value(kind.option(), FIRST_TEST + KINDS.indexOf(kind));
      options.add(kind == Kind.DIRECTION ? option : option.negatable());
    }
    return OptionTable.of("conntrack", options);
  }

  @Override
  void parse(ExtensionOption option, String argument, boolean inverted, RuleSoFar rule) {
    if (option.id() == CTSTATE) {
      states = isState ? plainStates(argument) : states(argument);
      statesInverted = inverted;
      return;
    }
    Kind kind = KINDS.get(option.id() - FIRST_TEST);
    tests.add(test(kind, option, argument, inverted));
  }

  private int states(String text) {
    int bits = 0;
    String rest = text;
    while (true) {
      int comma = rest.indexOf(',');
      int bit = state(comma < 0 ? rest : rest.substring(0, comma), true);
      if (bit == 0) {
        throw XtablesError.parameter("Bad ctstate \"" + rest + "\"");
      }
      bits |= bit;
      if (comma < 0) {
        return bits;
      }
      rest = rest.substring(comma + 1);
    }
  }

  private int plainStates(String text) {
    int bits = 0;
    String rest = text;
    while (true) {
      int comma = rest.indexOf(',');
      if (rest.isEmpty()) {
        throw XtablesError.parameter(
            "\"--state\" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED");
      }
      int bit = state(comma < 0 ? rest : rest.substring(0, comma), false);
      if (bit == 0) {
        throw XtablesError.parameter("Bad state \"" + rest + "\"");
      }
      bits |= bit;
      if (comma < 0) {
        return bits;
      }
      rest = rest.substring(comma + 1);
    }
  }

  /** Returns the bit of the first state whose name {@code text} shortens, 0 if there is none. */
  private static int state(String text, boolean withNat) {
    if (text.isEmpty()) {
      return 0;
    }
    if (shortens(text, "INVALID")) {
      return CtState.INVALID.bit();
    } else if (shortens(text, "NEW")) {
      return CtState.NEW.bit();
    } else if (shortens(text, "ESTABLISHED")) {
      return CtState.ESTABLISHED.bit();
    } else if (shortens(text, "RELATED")) {
      return CtState.RELATED.bit();
    } else if (shortens(text, "UNTRACKED")) {
      return CtState.UNTRACKED.bit();
    } else if (withNat && shortens(text, "SNAT")) {
      return ConntrackMatch.SNAT;
    } else if (withNat && shortens(text, "DNAT")) {
      return ConntrackMatch.DNAT;
    }
    return 0;
  }

  private static boolean shortens(String text, String name) {
    return name.startsWith(text.toUpperCase(Locale.ROOT));
  }

  private ConntrackTest test(Kind kind, ExtensionOption option, String text, boolean inverted) {
    return switch (kind) {
      case PROTO -> {
        int protocol = Protocols.parse(text);
        if (protocol == 0) {
          throw XtablesError.parameter(
              inverted
                  ? "conntrack: condition would always match protocol"
                  : "conntrack: rule would never match protocol");
        }
        yield new ConntrackTest(kind, inverted, null, protocol, protocol);
      }
      case ORIG_SRC, ORIG_DST, REPL_SRC, REPL_DST ->
          new ConntrackTest(kind, inverted, AddressText.hostMask(this, option, text, family), 0, 0);
      case ORIG_SRC_PORT, ORIG_DST_PORT, REPL_SRC_PORT, REPL_DST_PORT -> {
        PortRange ports = PortText.range(this, option, text);
        yield new ConntrackTest(kind, inverted, null, ports.min(), ports.max());
      }
      case STATUS -> {
        int status = statuses(text);
        yield new ConntrackTest(kind, inverted, null, status, status);
      }
      case EXPIRE -> expire(option, text, inverted);
      case DIRECTION -> {
        boolean reply = text.equalsIgnoreCase("REPLY");
        if (!reply && !text.equalsIgnoreCase("ORIGINAL")) {
          throw XtablesError.parameter(
              "conntrack: Bad value for \"--ctdir\" option: \"" + text + "\"");
        }
        yield new ConntrackTest(kind, reply, null, 0, 0);
      }
    };
  }

  private static int statuses(String text) {
    int bits = 0;
    String rest = text;
    while (true) {
      int comma = rest.indexOf(',');
      int bit = status(comma < 0 ? rest : rest.substring(0, comma));
      if (bit < 0) {
        throw XtablesError.parameter("Bad ctstatus \"" + rest + "\"");
      }
      bits |= bit;
      if (comma < 0) {
        return bits;
      }
      rest = rest.substring(comma + 1);
    }
  }

  private static int status(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    if (shortens(text, "NONE")) {
      return 0;
    }
    for (int i = 0; i < ConntrackTest.STATUS_NAMES.size(); i++) {
      if (shortens(text, ConntrackTest.STATUS_NAMES.get(i))) {
        return 1 << i;
      }
    }
    return -1;
  }

  private ConntrackTest expire(ExtensionOption option, String text, boolean inverted) {
    long[] range = numberRange(option, text, 0, MarkMask.MAX);
    return new ConntrackTest(Kind.EXPIRE, inverted, null, range[0], range[1]);
  }

  @Override
  void check() {
    if (!isState && !seen(-1)) {
      throw XtablesError.parameter("conntrack: At least one option is required");
    }
  }

  @Override
  Match build() {
    List<ConntrackTest> ordered = new ArrayList<>(tests);
    ordered.sort(Comparator.comparing(ConntrackTest::kind));
    return new ConntrackMatch(family, isState, states, statesInverted, ordered);
  }
}
