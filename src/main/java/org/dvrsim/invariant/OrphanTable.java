package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.kernel.IpRule;
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
    Set<TableId> ruled = new HashSet<>();
    for (IpRule rule : view.actual().rules(IpFamily.V4)) {
      ruled.add(rule.table());
    }
    for (IpRule rule : view.actual().rules(IpFamily.V6)) {
      ruled.add(rule.table());
    }
    ruled.add(Names.FIP_TABLE);
    Set<TableId> orphans = new TreeSet<>();
    for (TableId table : view.actual().usedTables(family)) {
      if (!ruled.contains(table)) {
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
}
