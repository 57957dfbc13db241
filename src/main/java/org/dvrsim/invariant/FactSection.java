package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Facts of one kind about a namespace, such as those about its routes. They are put into words and
 * in order only when somebody wants to see them, or where they have to be compared one by one.
 */
final class FactSection {
  private final String name;
  private final String beginning;
  private final List<?> items;
  private final Function<List<?>, List<String>> inWords;
  private List<String> sorted;

  /**
   * Builds a section of facts that say in words what they are by {@code toString}.
   *
   * @param name tells it from the other sections of a namespace
   * @param facts in any order; equal ones say the same
   */
  FactSection(String name, List<?> facts) {
    this(name, "", facts, FactSection::words);
  }

  /**
   * Builds a section of facts that tell what they are together.
   *
   * @param beginning what each fact begins with
   * @param items whatever tells the facts: equal lists tell the same
   * @param inWords how the facts go on that a list of items tells
   */
  FactSection(
      String name, String beginning, List<?> items, Function<List<?>, List<String>> inWords) {
    this.name = name;
    this.beginning = beginning;
    this.items = items;
    this.inWords = inWords;
  }

  private static List<String> words(List<?> facts) {
    List<String> words = new ArrayList<>(facts.size());
    for (Object fact : facts) {
      words.add(fact.toString());
    }
    return words;
  }

  String name() {
    return name;
  }

  /** Returns the facts in alphabetical order. */
  List<String> facts() {
    if (sorted == null) {
      List<String> facts = new ArrayList<>(items.size());
      for (String item : inWords.apply(items)) {
        facts.add(beginning.concat(item));
      }
      Collections.sort(facts);
      sorted = facts;
    }
    return sorted;
  }

  /** Adds the facts that {@code wanted} lacks to {@code extra}, and those that this one lacks. */
  void compare(FactSection wanted, List<String> missing, List<String> extra) {
    if (this != wanted && !items.equals(wanted.items)) {
      compare(facts(), wanted.facts(), missing, extra);
    }
  }

  private static void compare(
      List<String> here, List<String> wanted, List<String> missing, List<String> extra) {
    int i = 0;
    int j = 0;
    while (i < here.size() || j < wanted.size()) {
      int order =
          i == here.size() ? 1 : j == wanted.size() ? -1 : here.get(i).compareTo(wanted.get(j));
      if (order == 0) {
        i++;
        j++;
      } else if (order < 0) {
        extra.add(here.get(i++));
      } else {
        missing.add(wanted.get(j++));
      }
    }
  }
}
