package org.dvrsim.netfilter;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The options of one match or target; made once and used for every rule. */
final class OptionTable {
  private final String name;
  private final ImmutableList<ExtensionOption> options;
  private final ImmutableList<LongOption> words;

  private OptionTable(String name, ImmutableList<ExtensionOption> options) {
    this.name = name;
    this.options = options;
    this.words =
        options.stream()
            .map(option -> LongOption.of(name, option))
            .collect(ImmutableList.toImmutableList());
  }

  static OptionTable of(String name, ExtensionOption... options) {
    return new OptionTable(name, ImmutableList.copyOf(options));
  }

  static OptionTable of(String name, List<ExtensionOption> options) {
    return new OptionTable(name, ImmutableList.copyOf(options));
  }

  /** Returns the name of the match or target. */
  String name() {
    return name;
  }

  List<ExtensionOption> options() {
    return options;
  }

  /** Returns the name under which messages mention {@code option}: that of its first synonym. */
  String nameInMessages(ExtensionOption option) {
    for (ExtensionOption other : options) {
      if (other.id() == option.id()) {
        return other.name();
      }
    }
    throw new IllegalArgumentException(option.name());
  }

  /** Returns the options as they stand on a command line. */
  List<LongOption> words() {
    return words;
  }
}
