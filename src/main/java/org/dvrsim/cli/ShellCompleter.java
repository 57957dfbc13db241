package org.dvrsim.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.shell.Shell;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, {@code ip}'s objects and verbs, namespaces and devices. */
final class ShellCompleter implements Completer {
  private static final List<String> OBJECTS =
      List.of("link", "addr", "route", "rule", "neigh", "netns", "-n", "-4", "-6", "-o", "-br");
  private static final List<String> VERBS =
      List.of("add", "del", "show", "set", "flush", "get", "replace", "change", "append", "list");
  private static final List<String> NETNS_VERBS = List.of("add", "del", "list", "exec");
  private static final List<String> OBJECT_NAMES =
      List.of("link", "addr", "address", "route", "rule", "neigh", "a", "l", "r", "ru", "n");

  private final Host host;
  private final Supplier<NetnsName> current;

  /** Builds a completer for commands that run in {@code current}. */
  ShellCompleter(Host host, Supplier<NetnsName> current) {
    this.host = host;
    this.current = current;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (String word : suggestions(line.words().subList(0, line.wordIndex()))) {
      candidates.add(new Candidate(word));
    }
  }

  /** Returns what may follow {@code before}, sorted. */
  Set<String> suggestions(List<String> before) {
    TreeSet<String> words = new TreeSet<>();
    if (before.isEmpty()) {
      words.addAll(Shell.programs());
      words.addAll(List.of("help", "quit"));
      return words;
    }
    String last = before.get(before.size() - 1);
    if (before.contains("sysctl")) {
      namespace(before).ifPresent(netns -> words.addAll(netns.sysctl().keys()));
      return words;
    }
    boolean afterNetns = before.size() > 1 && before.get(before.size() - 2).equals("netns");
    if (last.equals("-n") || last.equals("-netns") || (afterNetns && !last.equals("list"))) {
      host.kernel().names().forEach(name -> words.add(name.text()));
    } else if (last.equals("ip")) {
      words.addAll(OBJECTS);
    } else if (last.equals("netns")) {
      words.addAll(NETNS_VERBS);
      host.kernel().names().forEach(name -> words.add(name.text()));
    } else if (OBJECT_NAMES.contains(last)) {
      words.addAll(VERBS);
    } else if (execsAt(before) == before.size() - 2) {
      words.addAll(Shell.programs());
    } else {
      namespace(before)
          .map(Netns::links)
          .ifPresent(links -> links.stream().map(Link::name).forEach(n -> words.add(n.text())));
      words.addAll(isNetns(last) ? OBJECTS : List.of("dev"));
    }
    return words;
  }

  private boolean isNetns(String word) {
    return NetnsName.isValid(word) && host.kernel().find(new NetnsName(word)).isPresent();
  }

  private static int execsAt(List<String> words) {
    int exec = words.lastIndexOf("exec");
    return exec > 0 && words.get(exec - 1).equals("netns") ? exec : -1;
  }

  /** Returns the namespace that the words so far name, the root namespace if none. */
  private Optional<Netns> namespace(List<String> words) {
    NetnsName name = current.get();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i - 1);
      if ((word.equals("-n") || word.equals("-netns") || word.equals("exec"))
          && isNetns(words.get(i))) {
        name = new NetnsName(words.get(i));
      }
    }
    return name.isRoot() ? Optional.of(host.kernel().root()) : host.kernel().find(name);
  }
}
