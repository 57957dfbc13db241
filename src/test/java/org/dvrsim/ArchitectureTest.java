package org.dvrsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the order of the packages: each uses only those above it. */
class ArchitectureTest {
  private static final ImmutableList<String> ORDER =
      ImmutableList.of(
          "base",
          "net",
          "netfilter",
          "kernel",
          "datapath",
          "ops",
          "shell",
          "agent",
          "cluster",
          "invariant",
          "scenario",
          "fuzz",
          "view",
          "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.dvrsim");

  @Test
  void packages_useOnlyThoseAbove() {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        JavaClass used = dependency.getTargetClass();
        if (used.getPackageName().startsWith("org.dvrsim.") && rank(user) < rank(used)) {
          wrong.add(user.getName() + " uses " + used.getName());
        }
      }
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  @Test
  void fuzzAndView_doNotKnowEachOther() {
    for (JavaClass user : CLASSES) {
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        String used = room(dependency.getTargetClass());
        assertTrue(
            !(room(user).equals("view") && used.equals("fuzz")),
            () -> user.getName() + " uses " + dependency.getTargetClass().getName());
      }
    }
  }

  @Test
  void everyClass_isInAPackageOfTheOrder() {
    for (JavaClass each : CLASSES) {
      assertTrue(ORDER.contains(room(each)), () -> each.getName() + " is in no known package");
    }
  }

  @Test
  void classesOfKnownBugs_areUsedByTheirListAlone() {
    TreeSet<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        String used = dependency.getTargetClass().getName();
        boolean allowed = isKnownBug(user.getName()) || user.getSimpleName().equals("KnownBugs");
        if (isKnownBug(used) && !allowed) {
          wrong.add(user.getName() + " uses " + used);
        }
      }
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  private static boolean isKnownBug(String name) {
    return name.matches("org\\.dvrsim\\.agent\\.(Lp\\d+|Commit\\p{XDigit}{8}|Suspect).*");
  }

  private static int rank(JavaClass each) {
    return ORDER.indexOf(room(each));
  }

  private static String room(JavaClass each) {
    String[] parts = each.getPackageName().split("\\.", -1);
    return parts.length > 2 ? parts[2] : "";
  }
}
