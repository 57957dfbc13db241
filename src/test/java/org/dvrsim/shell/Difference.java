package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script that Linux and the model do not answer alike.
 *
 * @param script its commands
 * @param command the first command that is answered otherwise
 * @param text all answers that differ
 * @param linux Linux's transcript, normalised
 */
record Difference(List<String> script, String command, String text, String linux) {
  /** Returns what differs in each script, empty where nothing does. */
  static List<Optional<Difference>> of(List<List<String>> scripts) {
    List<String> texts = scripts.stream().map(script -> String.join("\n", script) + "\n").toList();
    List<String> transcripts = RealLinux.run(texts);
    List<Optional<Difference>> differences = new ArrayList<>();
    for (int i = 0; i < scripts.size(); i++) {
      List<String> linux = TranscriptNormaliser.normalise(transcripts.get(i));
      differences.add(compare(scripts.get(i), linux, model(texts.get(i))));
    }
    return differences;
  }

  private static List<String> model(String script) {
    try {
      return TranscriptNormaliser.normalise(KernelSamplesTest.run(script));
    } catch (RuntimeException e) {
      return List.of("$ the model failed: " + e + " " + List.of(e.getStackTrace()).get(0) + "\n");
    }
  }

  private static Optional<Difference> compare(
      List<String> script, List<String> linux, List<String> model) {
    StringBuilder text = new StringBuilder();
    String command = "";
    for (int i = 0; i < Math.max(linux.size(), model.size()); i++) {
      String wanted = i < linux.size() ? linux.get(i) : "nothing\n";
      String got = i < model.size() ? model.get(i) : "nothing\n";
      if (!wanted.equals(got)) {
        command = command.isEmpty() ? wanted.lines().findFirst().orElse("") : command;
        text.append("Linux: ").append(wanted).append("model: ").append(got);
      }
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(script, command, text.toString(), String.join("", linux)));
  }

  /**
   * Returns the difference of the shortest script that can be had by leaving commands out: pieces
   * of half the script first, then smaller ones. All pieces of a size are tried at once.
   */
  Difference shrunk() {
    Difference best = this;
    int size = Math.max(1, script.size() / 2);
    while (true) {
      Optional<Difference> shorter = best.without(size);
      if (shorter.isPresent()) {
        best = shorter.get();
        size = Math.min(size, Math.max(1, best.script.size() / 2));
      } else if (size == 1) {
        return best;
      } else {
        size /= 2;
      }
    }
  }

  private Optional<Difference> without(int size) {
    List<List<String>> candidates = new ArrayList<>();
    for (int from = 0; from < script.size(); from += size) {
      List<String> rest = new ArrayList<>(script.subList(0, from));
      rest.addAll(script.subList(Math.min(script.size(), from + size), script.size()));
      candidates.add(rest);
    }
    List<Optional<Difference>> outcomes = of(candidates);
    List<String> all = new ArrayList<>();
    Optional<Difference> first = Optional.empty();
    for (int i = 0; i < candidates.size(); i++) {
      if (outcomes.get(i).isEmpty()) {
        all.addAll(script.subList(i * size, Math.min(script.size(), (i + 1) * size)));
      } else if (first.isEmpty()) {
        first = outcomes.get(i);
      }
    }
    if (first.isEmpty() || all.size() >= first.get().script.size()) {
      return first;
    }
    Optional<Difference> together = of(List.of(all)).get(0);
    return together.isPresent() ? together : first;
  }
}
