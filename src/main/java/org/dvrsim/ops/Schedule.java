package org.dvrsim.ops;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * When which worker is to go on instead of the one that would. Where it says nothing, a worker goes
 * on until it must wait or is done.
 *
 * <p>Its text, as {@code 12:2 30:1}, says that before the twelfth access worker 2 goes on.
 *
 * @param switches in the order of their points
 */
public record Schedule(List<Switch> switches) {
  /** Nobody is interrupted. */
  public static final Schedule NONE = new Schedule(List.of());

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the points do not grow
   */
  public Schedule {
    switches = List.copyOf(switches);
    for (int i = 1; i < switches.size(); i++) {
      if (switches.get(i).point() <= switches.get(i - 1).point()) {
        throw new IllegalArgumentException("a schedule's points grow, these do not: " + switches);
      }
    }
  }

  /**
   * One change of workers.
   *
   * @param point the number of the access before which it happens
   * @param worker who goes on, or the next who can if that one is waiting or done
   */
  public record Switch(long point, int worker) {
    /** Checks that both count. */
    public Switch {
      if (point < 1 || worker < 0) {
        throw new IllegalArgumentException("no switch: " + point + ":" + worker);
      }
    }

    /** Returns it as {@code 12:2}. */
    @Override
    public String toString() {
      return point + ":" + worker;
    }
  }

  /**
   * Reads a schedule.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Schedule parse(String text) {
    List<Switch> switches = new ArrayList<>();
    for (String word : WORDS.split(text)) {
      String[] parts = word.split(":", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException(
            "no schedule: " + text + "; write POINT:WORKER, as 12:2 30:1");
      }
      try {
        switches.add(new Switch(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("no schedule: " + text);
      }
    }
    return new Schedule(switches);
  }

  /** Returns the same without the switch number {@code index}. */
  public Schedule without(int index) {
    List<Switch> fewer = new ArrayList<>(switches);
    fewer.remove(index);
    return new Schedule(fewer);
  }

  /** Returns the text that {@link #parse} reads. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" ");
    switches.forEach(each -> text.add(each.toString()));
    return text.toString();
  }
}
