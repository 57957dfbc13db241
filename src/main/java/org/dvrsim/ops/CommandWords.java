package org.dvrsim.ops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/** The words of a command, gathered from the front. */
final class CommandWords {
  private final List<String> list = new ArrayList<>();

  private CommandWords() {}

  /** Returns {@code ip}, in a namespace. */
  static CommandWords ip(NetnsName netns) {
    CommandWords words = new CommandWords().add("ip");
    return netns.isRoot() ? words : words.add("-n", netns.text());
  }

  /** Returns {@code ip} for a family, of which IPv4 goes without saying. */
  static CommandWords ip(NetnsName netns, IpFamily family) {
    return family == IpFamily.V6 ? ip(netns).add("-6") : ip(netns);
  }

  /** Returns what goes before a program that is to run in a namespace. */
  static CommandWords inNetns(NetnsName netns) {
    CommandWords words = new CommandWords();
    return netns.isRoot() ? words : words.add("ip", "netns", "exec", netns.text());
  }

  /** Appends words. */
  CommandWords add(String... words) {
    Collections.addAll(list, words);
    return this;
  }

  /** Appends {@code name} and what a value is written as, if there is one. */
  CommandWords add(String name, Optional<?> value) {
    value.ifPresent(v -> add(name, v.toString()));
    return this;
  }

  /** Appends {@code name on} or {@code name off}, if either is wanted. */
  CommandWords addSwitch(String name, Optional<Boolean> value) {
    value.ifPresent(on -> add(name, on ? "on" : "off"));
    return this;
  }

  /** Returns the words. */
  List<String> toList() {
    return List.copyOf(list);
  }
}
