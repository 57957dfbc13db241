package org.dvrsim.shell;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of transcripts what differs from run to run: indexes, random MAC addresses and the
 * link-local addresses made of them, queue sizes, the order where the kernel has none that means
 * something. Doing so twice changes nothing.
 */
final class TranscriptNormaliser {
  private static final Pattern MAC =
      Pattern.compile("(?<![0-9a-fA-F:])([0-9a-f]{2}(?::[0-9a-f]{2}){5})(?![0-9a-fA-F:])");
  private static final Pattern LINK_LOCAL =
      Pattern.compile(
          "(?<![0-9a-fA-F:])fe80::(?:([0-9a-f]{1,4}):)?([0-9a-f]{0,2})ff:fe([0-9a-f]{2}):"
              + "([0-9a-f]{1,4})(?![0-9a-fA-F:])");
  private static final Pattern EITHER = Pattern.compile(MAC.pattern() + "|" + LINK_LOCAL.pattern());
  private static final Pattern TOKEN = Pattern.compile("<(?:mac|ll)(\\d+)>");
  private static final Pattern SIZES =
      Pattern.compile(
          " (numtxqueues|numrxqueues|gso_max_size|gso_max_segs|tso_max_size|tso_max_segs"
              + "|gro_max_size|gso_ipv4_max_size|gro_ipv4_max_size) \\d+(?= |$)");

  /** Whether reports were sent again meanwhile is chance. */
  private static final Pattern LISTENER_REPORTS =
      Pattern.compile("(\\[NEIGH\\])?Deleted ff02::16 .*NOARP *");

  private static final Pattern VERSION =
      Pattern.compile("\\bv\\d+\\.\\d+(\\.\\d+)* \\((nf_tables|legacy)\\)");
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final Set<String> SHOW_WORDS =
      Set.of(
          "show",
          "list",
          "lst",
          "ls",
          "dev",
          "up",
          "table",
          "nud",
          "type",
          "to",
          "scope",
          "primary",
          "secondary",
          "permanent");
  private static final Set<String> ROUTE_TYPES =
      Set.of(
          "unicast",
          "local",
          "broadcast",
          "multicast",
          "anycast",
          "throw",
          "unreachable",
          "prohibit",
          "blackhole");

  private static final Set<String> OPTIONS_WITH_VALUE = Set.of("-n", "-netns", "-f", "-family");

  private final Set<String> fixed = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final StringBuilder commands = new StringBuilder();

  private TranscriptNormaliser() {}

  /** Returns the normalised blocks of a transcript as text, one for each command. */
  static List<String> normalise(String transcript) {
    return new TranscriptNormaliser().run(TranscriptBlock.parse(transcript));
  }

  private List<String> run(List<TranscriptBlock> blocks) {
    fixed.add("00:00:00:00:00:00");
    fixed.add("ff:ff:ff:ff:ff:ff");
    for (TranscriptBlock block : blocks) {
      tidy(block);
      commands.append(block.command).append('\n');
      MAC.matcher(block.command).results().forEach(found -> fixed.add(found.group(1)));
      for (String line : block.stdout) {
        TOKEN.matcher(line).results().forEach(this::keepNumber);
      }
    }
    List<String> texts = new ArrayList<>();
    for (TranscriptBlock block : blocks) {
      block.stdout.replaceAll(this::numbered);
      texts.add(block.toString().replaceAll("[ \t]+", " ").replaceAll(" \n", "\n"));
    }
    return texts;
  }

  private void keepNumber(MatchResult token) {
    numbers.putIfAbsent("token " + token.group(1), Integer.valueOf(token.group(1)));
  }

  private String numbered(String line) {
    return EITHER.matcher(line).replaceAll(found -> token(found.group()));
  }

  private String token(String text) {
    Matcher linkLocal = LINK_LOCAL.matcher(text);
    if (linkLocal.matches()) {
      String mac = macOf(linkLocal.toMatchResult());
      boolean chosen = fixed.contains(mac) || commands.indexOf(text) >= 0;
      return chosen ? text : "<ll" + number(mac) + ">";
    }
    return fixed.contains(text) ? text : "<mac" + number(text) + ">";
  }

  private int number(String mac) {
    Integer known = numbers.get(mac);
    if (known == null) {
      known = numbers.size() + 1;
      numbers.put(mac, known);
    }
    return known;
  }

  private static String macOf(MatchResult linkLocal) {
    int a = linkLocal.group(1) == null ? 0 : Integer.parseInt(linkLocal.group(1), 16);
    int b = linkLocal.group(2).isEmpty() ? 0 : Integer.parseInt(linkLocal.group(2), 16);
    int c = Integer.parseInt(linkLocal.group(3), 16);
    int d = Integer.parseInt(linkLocal.group(4), 16);
    return String.format(
        "%02x:%02x:%02x:%02x:%02x:%02x", (a >> 8) ^ 2, a & 255, b, c, d >> 8, d & 255);
  }

  // One block.

  private static void tidy(TranscriptBlock block) {
    block.stdout.replaceAll(String::stripTrailing);
    block.stdout.removeIf(String::isEmpty);
    block.stdout.removeIf(line -> LISTENER_REPORTS.matcher(line).matches());
    block.stdout.replaceAll(line -> line.replaceAll("\\bexpires \\d+sec", "expires #sec"));
    block.stderr.replaceAll(line -> VERSION.matcher(line.stripTrailing()).replaceAll("<version>"));
    while (!block.stderr.isEmpty() && block.stderr.get(block.stderr.size() - 1).isEmpty()) {
      block.stderr.remove(block.stderr.size() - 1);
    }
    List<String> words = inner(WORDS.splitToList(block.command.replaceAll("['\"]", " ")));
    if (words.isEmpty()) {
      return;
    }
    if (words.get(0).equals("ping")) {
      block.stdout = new ArrayList<>(PingOutput.tidy(block.stdout));
    } else if (words.get(0).equals("conntrack")) {
      block.stdout.replaceAll(line -> line.replaceAll("^(\\w+ +\\d+) \\d+|\\bid=\\d+", "$1"));
      block.stdout.sort(null);
    } else if (words.get(0).endsWith("tables-save")) {
      tidySave(block);
    } else if (words.get(0).equals("ip")) {
      tidyIp(block, words);
    }
  }

  /** Returns the words of what {@code ip netns exec} runs. */
  private static List<String> inner(List<String> words) {
    List<String> left = words;
    while (left.size() > 4 && left.get(0).equals("ip")) {
      int i = afterOptions(left);
      if (i + 3 >= left.size() || !left.get(i).equals("netns") || !left.get(i + 1).equals("exec")) {
        break;
      }
      left = left.subList(i + 3, left.size());
    }
    return left;
  }

  private static int afterOptions(List<String> words) {
    int i = 1;
    while (i < words.size() && words.get(i).startsWith("-")) {
      i += OPTIONS_WITH_VALUE.contains(words.get(i)) ? 2 : 1;
    }
    return i;
  }

  private static void tidySave(TranscriptBlock block) {
    List<List<String>> tables = new ArrayList<>();
    for (String line : block.stdout) {
      if (line.startsWith("*")) {
        tables.add(new ArrayList<>());
      }
      if (!line.startsWith("#") && !tables.isEmpty()) {
        tables.get(tables.size() - 1).add(line.replaceAll("^(:.*) \\[\\d+:\\d+\\]$", "$1"));
      }
    }
    tables.sort(Comparator.comparing(table -> table.get(0)));
    block.stdout = flat(tables);
  }

  private static void tidyIp(TranscriptBlock block, List<String> words) {
    int at = afterOptions(words);
    if (at >= words.size()) {
      return;
    }
    String object = words.get(at);
    List<String> options = words.subList(1, at);
    List<String> rest = words.subList(at + 1, words.size());
    boolean show =
        rest.isEmpty()
            || SHOW_WORDS.contains(rest.get(0))
            || "show".startsWith(rest.get(0))
            || "list".startsWith(rest.get(0));
    if (object.equals("netns")) {
      block.stdout.replaceAll(line -> line.replaceAll(" \\(id: \\d+\\)$", ""));
      block.stdout.sort(null);
    } else if ("address".startsWith(object) || "link".startsWith(object)) {
      block.stdout.replaceAll(TranscriptNormaliser::tidyLink);
      if (show) {
        block.stdout = sorted(block.stdout, TranscriptNormaliser::deviceOf);
      }
    } else if ("neighbour".startsWith(object) && show) {
      block.stdout.sort(Comparator.comparing(TranscriptNormaliser::blind));
    } else if ("route".startsWith(object) && show) {
      if (options.contains("-6")) {
        block.stdout = sorted(block.stdout, TranscriptNormaliser::blind);
      } else if (rest.contains("all")) {
        block.stdout = sorted(block.stdout, TranscriptNormaliser::routeKey);
      }
    }
  }

  private static String tidyLink(String line) {
    String text = line.replaceAll("^\\d+: ", "#: ").replaceAll("@if\\d+\\b", "@if#");
    text = text.replaceAll("\\blink-netnsid \\d+", "link-netnsid #");
    text = SIZES.matcher(text).replaceAll("");
    Matcher name = Pattern.compile("^(?:#: )?([^\\s:]+)").matcher(text);
    if (name.find() && (name.group(1).indexOf('@') < 0 || name.group(1).endsWith("@if#"))) {
      text = text.replace("LOWERLAYERDOWN", "DOWN");
    }
    return text;
  }

  /** Sorts lines, those that begin with a blank staying with the one before them. */
  private static List<String> sorted(List<String> lines, UnaryOperator<String> key) {
    List<List<String>> records = new ArrayList<>();
    for (String line : lines) {
      if (records.isEmpty() || !(line.startsWith(" ") || line.startsWith("\t"))) {
        records.add(new ArrayList<>());
      }
      records.get(records.size() - 1).add(line);
    }
    records.sort(Comparator.comparing(lineList -> key.apply(lineList.get(0))));
    return flat(records);
  }

  private static List<String> flat(List<List<String>> records) {
    List<String> lines = new ArrayList<>();
    records.forEach(lines::addAll);
    return lines;
  }

  private static String deviceOf(String line) {
    return line.replaceAll("^(?:#|\\d+): ", "").replaceAll("[\\s:@].*", "");
  }

  private static String blind(String line) {
    String text = line.replaceAll("<(mac|ll)\\d+>", "<$1>");
    return LINK_LOCAL.matcher(MAC.matcher(text).replaceAll("<mac>")).replaceAll("<ll>");
  }

  /** IPv4 routes to one destination keep their order, which is that of the lookup. */
  private static String routeKey(String line) {
    List<String> words = WORDS.splitToList(line);
    int first = ROUTE_TYPES.contains(words.get(0)) ? 1 : 0;
    String destination = blind(words.get(first));
    int table = words.indexOf("table");
    boolean v6 = destination.indexOf(':') >= 0 || destination.contains("<ll>");
    return (table < 0 ? "" : words.get(table + 1))
        + "\t"
        + destination
        + "\t"
        + (v6 ? blind(line) : "");
  }
}
