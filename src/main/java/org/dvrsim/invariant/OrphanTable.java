package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/** Every route table is looked up by some rule. */
final class OrphanTable extends NetnsInvariant {
  @Override
  public String name() {
    return "orphan-table";
  }

  @Override
  public String consequence() {
    return "Routes of what is gone wait for the next rule that is given their table's number.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.ROUTES, Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.noneOf(WantedPart.class);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    check(view, IpFamily.V4, findings);
    check(view, IpFamily.V6, findings);
  }

  private static void check(NetnsView view, IpFamily family, Findings findings) {
    Set<TableId> orphans = Set.of();
    List<List<Route>> tables = view.routesByTable(family);
    for (int i = 0; i < tables.size(); i++) {
      TableId table = tables.get(i).get(0).table();
      if (!table.equals(Names.FIP_TABLE)
          && !isLookedUp(table, view.actual().rules(IpFamily.V4))
          && !isLookedUp(table, view.actual().rules(IpFamily.V6))) {
        orphans = orphans.isEmpty() ? new TreeSet<>() : orphans;
        orphans.add(table);
      }
    }
    for (TableId table : orphans) {
      findings.add(
          view.name(),
          "no rule looks up table " + table + ", which has IPv" + family.version() + " routes",
          "table " + table);
    }
  }

  private static boolean isLookedUp(TableId table, List<IpRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).table().equals(table)) {
        return true;
      }
    }
    return false;
  }
}
