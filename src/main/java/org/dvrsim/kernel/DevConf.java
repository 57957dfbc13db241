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
  private final String[] values;
  private final int[] numbers;

  /** Which settings were made for this very device, and so do not follow {@code default}. */
  final BitSet made = new BitSet();

  /** Builds settings without values. */
  DevConf(SysctlSchema.Directory directory) {
    this.directory = directory;
    this.values = new String[directory.size()];
    this.numbers = new int[directory.size()];
  }

  /** Returns a copy, for a new device or namespace. */
  DevConf copy() {
    DevConf conf = new DevConf(directory);
    System.arraycopy(values, 0, conf.values, 0, values.length);
    System.arraycopy(numbers, 0, conf.numbers, 0, numbers.length);
    conf.made.or(made);
    return conf;
  }

  SysctlSchema.Directory directory() {
    return directory;
  }

  String text(int index) {
    return values[index];
  }

  int get(int index) {
    return numbers[index];
  }

  boolean isOn(int index) {
    return numbers[index] != 0;
  }

  void put(int index, String value) {
    values[index] = value;
    numbers[index] = number(value);
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
    return numbers[index];
  }
}
