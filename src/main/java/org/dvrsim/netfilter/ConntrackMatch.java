package org.dvrsim.netfilter;

import java.util.List;
import org.dvrsim.net.IpFamily;

/**
 * What connection tracking says about the packet: {@code -m conntrack} and {@code -m state}.
 *
 * <p>Models: extensions/libxt_conntrack.c:conntrack_dump(),
 * net/netfilter/xt_conntrack.c:conntrack_mt()
 *
 * @param isState whether it was asked for as {@code -m state}
 * @param states bits of the states, 0 if none was asked for
 * @param tests further conditions, in the order in which they are printed
 */
record ConntrackMatch(
    IpFamily family, boolean isState, int states, boolean statesInverted, List<ConntrackTest> tests)
    implements Match {
  static final int SNAT = 1 << 7;
  static final int DNAT = 1 << 8;

  /** Names of the states in the order in which they are printed. */
  private static final List<StateName> STATE_NAMES =
      List.of(
          new StateName("INVALID", CtState.INVALID.bit()),
          new StateName("NEW", CtState.NEW.bit()),
          new StateName("RELATED", CtState.RELATED.bit()),
          new StateName("ESTABLISHED", CtState.ESTABLISHED.bit()),
          new StateName("UNTRACKED", CtState.UNTRACKED.bit()),
          new StateName("SNAT", SNAT),
          new StateName("DNAT", DNAT));

  private record StateName(String text, int bit) {}

  /** Checks the family and copies the list. */
  ConntrackMatch {
    tests = List.copyOf(tests);
  }

  @Override
  public String name() {
    return isState ? "state" : "conntrack";
  }

  @Override
  public boolean matches(PacketView packet) {
    if (states != 0 && matchesState(packet) == statesInverted) {
      return false;
    }
    if (tests.isEmpty()) {
      return true;
    }
    Connection connection = packet.connection();
    if (connection == null) {
      return states != 0;
    }
    for (ConntrackTest test : tests) {
      if (!test.matches(connection)) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesState(PacketView packet) {
    int bits = packet.ctState().bit();
    Connection connection = packet.connection();
    if (connection != null) {
      bits |= connection.isSourceTranslated() ? SNAT : 0;
      bits |= connection.isDestinationTranslated() ? DNAT : 0;
    }
    return (states & bits) != 0;
  }

  @Override
  public void save(StringBuilder out) {
    write(out, "--", true);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    write(out, "", numeric);
  }

  private void write(StringBuilder out, String prefix, boolean numeric) {
    if (states != 0) {
      out.append(statesInverted ? " ! " : " ").append(prefix);
      out.append(isState ? "state" : "ctstate");
      String separator = " ";
      for (StateName name : STATE_NAMES) {
        if ((states & name.bit) != 0) {
          out.append(separator).append(name.text);
          separator = ",";
        }
      }
    }
    for (ConntrackTest test : tests) {
      test.write(out, prefix, numeric);
    }
  }
}
