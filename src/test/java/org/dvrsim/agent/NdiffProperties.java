package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NdiffProperties {
  @Property(tries = 300)
  void compare_anyLists_stepsLeadFromOneToTheOther(
      @ForAll("lines") List<String> a, @ForAll("lines") List<String> b) {
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (Ndiff.Step step : Ndiff.compare(a, b)) {
      if (step.kind() != Ndiff.Kind.INSERT) {
        from.add(step.line());
      }
      if (step.kind() != Ndiff.Kind.DELETE) {
        to.add(step.line());
      }
    }
    assertEquals(a, from);
    assertEquals(b, to);
  }

  /** A common start and end may be set aside when lines are distinct. */
  @Property(tries = 300)
  void compare_distinctLinesWithinCommonOnes_asWithoutThem(
      @ForAll("distinctLines") List<String> a, @ForAll("distinctLines") List<String> b) {
    List<String> longA = new ArrayList<>(List.of("head one", "head two"));
    longA.addAll(a);
    longA.add("the tail");
    List<String> longB = new ArrayList<>(List.of("head one", "head two"));
    longB.addAll(b);
    longB.add("the tail");
    List<Ndiff.Step> steps = Ndiff.compare(longA, longB);
    assertEquals(Ndiff.compare(a, b), steps.subList(2, steps.size() - 1));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return line().list().ofMaxSize(14);
  }

  @Provide
  Arbitrary<List<String>> distinctLines() {
    return line().list().uniqueElements().ofMaxSize(14);
  }

  private static Arbitrary<String> line() {
    return Arbitraries.integers()
        .between(1, 20)
        .map(n -> "-A chain -s 10.0.0." + n + "/32 -j SNAT --to-source 203.0.113." + n % 7);
  }
}
