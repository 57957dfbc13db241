package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpFamily;

/** The packet filter tables that the agent keeps for a namespace, of both families. */
final class IptablesTables {
  private final String wrapName;
  private final List<IptablesTable> ipv4;
  private final List<IptablesTable> ipv6;

  /**
   * Starts with tables of each family, in the order they are applied.
   *
   * @param wrapName what the agent's own chains' names begin with
   */
  IptablesTables(String wrapName, List<IptablesTable> ipv4, List<IptablesTable> ipv6) {
    this.wrapName = wrapName;
    this.ipv4 = List.copyOf(ipv4);
    this.ipv6 = List.copyOf(ipv6);
  }

  /** Returns a copy; this must not change any more. */
  IptablesTables copy() {
    return new IptablesTables(wrapName, copyOf(ipv4), copyOf(ipv6));
  }

  private static List<IptablesTable> copyOf(List<IptablesTable> tables) {
    List<IptablesTable> copy = new ArrayList<>(tables.size());
    for (IptablesTable table : tables) {
      copy.add(new IptablesTable(table));
    }
    return copy;
  }

  /** Returns what the agent's own chains' names begin with. */
  String wrapName() {
    return wrapName;
  }

  /** Returns the tables of a family, in the order they are applied. */
  List<IptablesTable> of(IpFamily family) {
    return family == IpFamily.V4 ? ipv4 : ipv6;
  }

  /** Returns a table, null if there is none. */
  IptablesTable find(IpFamily family, String name) {
    List<IptablesTable> tables = of(family);
    for (int i = 0; i < tables.size(); i++) {
      IptablesTable table = tables.get(i);
      if (table.name().toString().equals(name)) {
        return table;
      }
    }
    return null;
  }

  /**
   * Returns a table.
   *
   * @throws LookupFailure if there is none
   */
  IptablesTable get(IpFamily family, String name) {
    IptablesTable table = find(family, name);
    if (table == null) {
      throw new LookupFailure("'" + name + "'");
    }
    return table;
  }
}
