package org.dvrsim.kernel;

import java.util.BitSet;

/**
 * The settings of one device in one directory of sysctls, or those of {@code all} or {@code
 * default}.
 *
 * <p>Models: include/linux/inetdevice.h:struct ipv4_devconf, include/linux/ipv6.h:struct
 * ipv6_devconf, include/net/neighbour.h:struct neigh_parms
 */
public final class DevConf {
  private final SysctlSchema.Directory directory;
  private String[] values;
  private int[] numbers;

  /** Whether these settings were copied, or are a copy, and so are not theirs alone to change. */
  private boolean shared;

  /**
   * The one setting in which these differ from those they share, -1 if there is none; its value,
   * and the number that this is. Most devices have no second one.
   */
  private int ownIndex = -1;

  private String ownValue;
  private int ownNumber;

  /**
   * Which settings were made for this very device, and so do not follow {@code default}; null while
   * none was.
   */
  private BitSet made;

  /** Builds settings without values. */
  DevConf(SysctlSchema.Directory directory) {
    this(directory, new String[directory.size()], new int[directory.size()]);
  }

  private DevConf(SysctlSchema.Directory directory, String[] values, int[] numbers) {
    this.directory = directory;
    this.values = values;
    this.numbers = numbers;
  }

  /** Returns a copy, for a new device or namespace. */
  DevConf copy() {
    DevConf conf = new DevConf(directory, values, numbers);
    conf.made = made == null ? null : (BitSet) made.clone();
    conf.shared = true;
    conf.ownIndex = ownIndex;
    conf.ownValue = ownValue;
    conf.ownNumber = ownNumber;
    shared = true;
    return conf;
  }

  /** Tells whether this holds those values, rather than others that may be equal. */
  @SuppressWarnings("ReferenceEquality") // what is shared is the same array
  boolean holds(String[] others) {
    return values == others;
  }

  /** Tells whether these are those of {@code default} as a namespace starts with them. */
  boolean isInitial() {
    return ownIndex < 0 && made == null && directory.isInitial(values);
  }

  /** Tells whether a setting was made for this very device. */
  boolean isMade(int index) {
    return made != null && made.get(index);
  }

  /** Notes that a setting was made for this very device. */
  void makeOwn(int index) {
    makeOwn(index, index + 1);
  }

  /** Notes that all settings were made for this very device. */
  void makeAllOwn() {
    makeOwn(0, directory.size());
  }

  private void makeOwn(int from, int to) {
    if (made == null) {
      made = new BitSet(directory.size());
    }
    made.set(from, to);
  }

  SysctlSchema.Directory directory() {
    return directory;
  }

  String text(int index) {
    return index == ownIndex ? ownValue : values[index];
  }

  int get(int index) {
    return index == ownIndex ? ownNumber : numbers[index];
  }

  boolean isOn(int index) {
    return get(index) != 0;
  }

  void put(int index, String value) {
    put(index, value, number(value));
  }

  void put(int index, int number) {
    if (get(index) != number) {
      put(index, Integer.toString(number), number);
    }
  }

  private void put(int index, String value, int number) {
    if (shared && (ownIndex < 0 || ownIndex == index)) {
      ownIndex = index;
      ownValue = value;
      ownNumber = number;
      return;
    }
    if (shared) {
      stopSharing();
    }
    values[index] = value;
    numbers[index] = number;
  }

  private void stopSharing() {
    values = values.clone();
    numbers = numbers.clone();
    shared = false;
    values[ownIndex] = ownValue;
    numbers[ownIndex] = ownNumber;
    ownIndex = -1;
  }

  private static int number(String value) {
    try {
      return (int) Long.parseLong(value);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * Returns the number that the setting {@code name} holds, such as {@code rp_filter}.
   *
   * @throws IllegalArgumentException if there is no such setting
   */
  public int get(String name) {
    int index = directory.find(name);
    if (index < 0) {
      throw new IllegalArgumentException("no setting " + directory.path + "*." + name);
    }
    return get(index);
  }
}
