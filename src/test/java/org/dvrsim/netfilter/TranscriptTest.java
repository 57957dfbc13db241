package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dvrsim.net.IpFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts of iptables commands and what iptables 1.8.11 with Linux 6.18 answered. {@code messages},
 * {@code tools}, {@code limits}, {@code options} and {@code extensions} were written to reach many
 * messages and refusals, {@code batches} to have restored tables change in unusual orders; the
 * others are random scripts of the kind that found differences.
 */
final class TranscriptTest {
  private static final String FOLDER = "/golden/netfilter/";

  static Stream<String> scripts() {
    return Stream.concat(
        Stream.of("messages", "tools", "limits", "batches", "options", "extensions"),
        IntStream.rangeClosed(1, 24).mapToObj("random-%02d"::formatted));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void script_anyKind_answersAsRecorded(String name) throws IOException {
    String transcript = new Session().run(read(name + ".sh"));
    assertEquals(squeezed(read(name + ".expected")), squeezed(transcript));
  }

  private static String read(String file) throws IOException {
    try (InputStream in = TranscriptTest.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Makes column widths not matter and takes out the time of a dump. */
  private static String squeezed(String transcript) {
    StringBuilder out = new StringBuilder();
    transcript
        .lines()
        .filter(line -> !line.startsWith("# Generated") && !line.startsWith("# Completed"))
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> !line.isEmpty())
        .forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /** The namespaces of one script. */
  private static final class Session {
    private final Map<String, Netfilter> v4 = new TreeMap<>();
    private final Map<String, Netfilter> v6 = new TreeMap<>();
    private final StringBuilder out = new StringBuilder();

    String run(String script) {
      List<String> lines = script.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        StringBuilder stdin = new StringBuilder();
        String command = line;
        if (line.endsWith("<<EOF")) {
          command = line.substring(0, line.length() - "<<EOF".length());
          for (i++; !lines.get(i).strip().equals("EOF"); i++) {
            stdin.append(lines.get(i)).append('\n');
          }
        }
        print(line, answer(words(command), stdin.toString()));
      }
      return out.toString();
    }

    private void print(String line, CommandResult result) {
      out.append("$ ").append(line).append('\n').append(result.stdout());
      result.stderr().lines().forEach(text -> out.append("! ").append(text).append('\n'));
      out.append("= ").append(result.exitStatus()).append('\n');
    }

    private CommandResult answer(List<String> words, String stdin) {
      String netns = words.get(3);
      if (words.get(2).equals("add")) {
        v4.put(netns, new Netfilter(IpFamily.V4));
        v6.put(netns, new Netfilter(IpFamily.V6));
        return CommandResult.ok("");
      }
      String program = words.get(4);
      List<String> arguments = words.subList(5, words.size());
      Netfilter netfilter = (program.startsWith("ip6") ? v6 : v4).get(netns);
      return switch (program.replace("ip6", "ip")) {
        case "iptables" -> IptablesCommand.run(netfilter, arguments, stdin);
        case "iptables-save" -> IptablesSaveCommand.run(netfilter, arguments, NamedFiles.NONE);
        case "iptables-restore" -> IptablesRestoreCommand.run(netfilter, arguments, stdin);
        default -> throw new IllegalArgumentException(program);
      };
    }
  }

  /** Splits a command line as a shell does: blanks separate, quotes keep together. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && c == ' ') {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'') {
        word.append(line.charAt(++i));
      } else {
        word.append(c);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
