package org.dvrsim.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which settings there are, which values they take and what they start with.
 *
 * <p>Read from the resource {@code sysctls.txt}, captured from a real kernel.
 */
final class SysctlSchema {
  /** The kernel's settings. */
  static final SysctlSchema LINUX = read();

  /** A setting that is not per device. */
  record Scalar(Type type, String initial) {}

  /** What a setting takes. */
  record Type(
      boolean readable,
      boolean writable,
      boolean number,
      long min,
      long max,
      boolean ticks,
      boolean secret) {
    /** The recorded kernels' CONFIG_HZ. */
    private static final long HZ = 250;

    /** USER_HZ: what a reader sees counts in these. */
    private static final long USER_HZ = 100;

    /**
     * Returns what is read back after {@code number} was written: a time is kept in whole ticks.
     *
     * <p>Models: kernel/sysctl.c:proc_dointvec_userhz_jiffies()
     */
    long kept(long number) {
      return ticks ? number * HZ / USER_HZ * USER_HZ / HZ : number;
    }
  }

  /** A setting, known by its index, of {@code all} devices or of those to come. */
  record Template(String device, int index) {}

  /** The settings of one directory that every device has, such as {@code net.ipv4.conf}. */
  static final class Directory {
    final String path;
    private final List<String> names = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, String> initialOfAll = new HashMap<>();
    private final Map<String, String> initialOfDefault = new HashMap<>();
    private final Map<String, String> initialOfDevice = new HashMap<>();
    private final Map<String, Template> templates = new HashMap<>();
    private DevConf all;
    private DevConf defaults;

    Directory(String path) {
      this.path = path;
    }

    int size() {
      return names.size();
    }

    String name(int index) {
      return names.get(index);
    }

    Type type(int index) {
      return types.get(index);
    }

    /** Returns the index of {@code name}, -1 if there is no such setting. */
    int find(String name) {
      Integer index = indexes.get(name);
      return index == null ? -1 : index;
    }

    /** Returns what a key means that is of no device, null if there is no such setting. */
    Template template(String key) {
      boolean of =
          key.startsWith("all.", path.length()) || key.startsWith("default.", path.length());
      return of ? templates.get(key) : null;
    }

    /** Returns the index of a setting that is known to exist. */
    int index(String name) {
      return Objects.requireNonNull(indexes.get(name), name);
    }

    /** Returns a new copy of the settings that a first namespace starts with for {@code all}. */
    DevConf newAll() {
      return all.copy();
    }

    /** Returns a new copy of those that it starts with for {@code default}. */
    DevConf newDefault() {
      return defaults.copy();
    }

    /** Tells whether values are those that a first namespace starts with for {@code default}. */
    boolean isInitial(String[] values) {
      return defaults.holds(values);
    }

    /** Makes what is copied later; all settings are known now. */
    private void complete() {
      all = new DevConf(this);
      defaults = new DevConf(this);
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        all.put(i, initialOfAll.getOrDefault(name, "0"));
        defaults.put(i, initialOfDefault.getOrDefault(name, initialOfDevice(i)));
        templates.put(path + "all." + name, new Template("all", i));
        templates.put(path + "default." + name, new Template("default", i));
      }
    }

    String initialOfDevice(int index) {
      return initialOfDevice.getOrDefault(names.get(index), "0");
    }

    private void add(String device, String name, Type type, String initial) {
      if (!indexes.containsKey(name)) {
        indexes.put(name, names.size());
        names.add(name);
        types.add(type);
      }
      switch (device) {
        case "all" -> initialOfAll.put(name, initial);
        case "default" -> initialOfDefault.put(name, initial);
        default -> initialOfDevice.put(name, initial);
      }
    }
  }

  final Directory conf4 = new Directory("net.ipv4.conf.");
  final Directory conf6 = new Directory("net.ipv6.conf.");
  final Directory neigh4 = new Directory("net.ipv4.neigh.");
  final Directory neigh6 = new Directory("net.ipv6.neigh.");

  private final List<Directory> directories = List.of(conf4, conf6, neigh4, neigh6);
  private final Map<String, Scalar> scalars = new HashMap<>();

  private SysctlSchema() {}

  /** Returns the settings that are not per device, by key; in no order. */
  Map<String, Scalar> scalars() {
    return Collections.unmodifiableMap(scalars);
  }

  /** Returns a setting that is not per device, so in no directory; null if there is none. */
  Scalar scalar(String key) {
    return scalars.get(key);
  }

  /** Returns the directories of which each device has its own. */
  List<Directory> directories() {
    return directories;
  }

  /** Returns the directory that {@code key} is in, null if it is not per device. */
  Directory directory(String key) {
    for (int i = 0; i < directories.size(); i++) {
      if (key.startsWith(directories.get(i).path)) {
        return directories.get(i);
      }
    }
    return null;
  }

  private static SysctlSchema read() {
    SysctlSchema schema = new SysctlSchema();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SysctlSchema.class.getResourceAsStream("sysctls.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          schema.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema.directories.forEach(Directory::complete);
    return schema;
  }

  private void add(String line) {
    int tab = line.indexOf('\t');
    int second = line.indexOf('\t', tab + 1);
    String key = line.substring(0, tab);
    Type type = type(second < 0 ? line.substring(tab + 1) : line.substring(tab + 1, second));
    String initial = second < 0 ? "" : line.substring(second + 1);
    Directory directory = directory(key);
    if (directory == null) {
      scalars.put(key, new Scalar(type, initial));
      return;
    }
    int dot = key.indexOf('.', directory.path.length());
    directory.add(
        key.substring(directory.path.length(), dot), key.substring(dot + 1), type, initial);
  }

  private static Type type(String text) {
    if (text.equals("CENTISECONDS")) {
      return new Type(true, true, true, 0, 1_000_000, true, false);
    }
    int dots = text.indexOf("..");
    if (dots >= 0) {
      return new Type(
          true,
          true,
          true,
          Long.parseLong(text.substring(0, dots)),
          Long.parseLong(text.substring(dots + 2)),
          false,
          false);
    }
    boolean secret = text.equals("SECRET");
    return new Type(!text.equals("WO"), !text.equals("RO"), false, 0, 0, false, secret);
  }
}
