package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A set that is not put into a table before it must be is walked as one that always was. */
class PySetProperties {

  @Property(tries = 2000)
  void pySet_anyHistory_walksAsTable(
      @ForAll @Size(max = 14) List<@IntRange(max = 341) Integer> history) {
    List<PySet<String>> sets = new ArrayList<>(List.of(PySet.ofText(), PySet.ofText()));
    List<PySetTable<String>> tables =
        new ArrayList<>(List.of(new PySetTable<>(), new PySetTable<>()));
    for (int choice : history) {
      int target = choice % 2;
      String element = "element-" + choice / 2 % 9;
      PySet<String> set = sets.get(target);
      PySet<String> other = sets.get(1 - target);
      PySetTable<String> table = tables.get(target);
      PySetTable<String> otherTable = tables.get(1 - target);
      long hash = PyHash.text(element);
      switch (choice / 18) {
        case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 ->
            assertEquals(table.add(element, hash), set.add(element));
        case 10, 11, 12, 13, 14 -> assertEquals(table.discard(element, hash), set.discard(element));
        case 15 -> {
          if (table.used() > 0) {
            assertEquals(table.pop(), set.pop());
          }
        }
        case 16 -> {
          set.removeAll(other);
          table.removeAll(otherTable);
        }
        case 17 -> {
          PySetTable<String> union = new PySetTable<>();
          if (table.used() > 0) {
            union.addAll(table);
          }
          if (otherTable.used() > 0) {
            union.addAll(otherTable);
          }
          sets.set(target, set.union(other));
          tables.set(target, union);
        }
        default -> {
          if (table.used() / 4 <= otherTable.used()) {
            sets.set(target, set.minus(other));
            tables.set(target, table.minus(otherTable));
          }
        }
      }
    }
    for (int i = 0; i < 2; i++) {
      List<String> walked = new ArrayList<>();
      tables.get(i).forEach(walked::add);
      assertEquals(walked, sets.get(i).toList());
      assertEquals(walked.size(), sets.get(i).size());
    }
  }
}
