package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.agent.KnownBugs;
import org.junit.jupiter.api.Test;

class BugCatalogueTest {
  private final BugCatalogue catalogue = BugCatalogue.read();

  @Test
  void entries_allOfThem_haveIdsOfTheirOwn() {
    Set<String> ids = new HashSet<>();
    catalogue.entries().forEach(entry -> assertTrue(ids.add(entry.id()), entry.id()));
    assertEquals(170, ids.size());
  }

  @Test
  void shownBy_eachScenario_isThereAndExpectsSomething() throws IOException {
    for (BugEntry entry : catalogue.entries()) {
      for (String scenario : entry.shownBy()) {
        assertTrue(Files.readString(Path.of(scenario)).contains("expect"), scenario);
      }
    }
  }

  @Test
  void switches_inCatalogueOrder_areOfEntriesThatAreModelled() {
    List<String> expected = new ArrayList<>();
    for (BugEntry entry : catalogue.entries()) {
      if (KnownBugs.ids().contains(entry.id())) {
        assertTrue(entry.notModelled().isEmpty(), entry.id());
        expected.add(entry.id());
      } else {
        boolean today = entry.today().isPresent() || !entry.shownBy().isEmpty();
        assertTrue(entry.notModelled().isPresent() != today, entry.id());
      }
    }
    assertEquals(expected, List.copyOf(KnownBugs.ids()));
  }
}
