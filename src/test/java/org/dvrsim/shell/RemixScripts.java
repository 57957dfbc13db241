package org.dvrsim.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scripts of commands from the kernel samples of a family, put together anew: the beginning of one
 * sample, which makes namespaces and devices, and commands of all of them with the devices' names,
 * the namespaces and some numbers changed.
 */
final class RemixScripts {
  private static final Pattern NETNS = Pattern.compile("\\bk-[a-d]\\b");
  private static final Pattern DEVICE =
      Pattern.compile("\\b(dev|iif|oif|name|link set|link del|set dev|-i|-o) ([\\w-]+)");
  private static final Pattern NEW_DEVICE =
      Pattern.compile("(?:\\badd|\\bname) ([\\w-]+)(?= (?:address \\S+ )?(?:type|netns)|$)");
  private static final Pattern ADDRESS = Pattern.compile("\\b(10\\.0\\.\\d+)\\.(\\d+)\\b");
  private static final List<List<List<String>>> FAMILIES =
      Stream.of("links", "addresses", "routes", "rules", "neighbours", "iptables", "datapath")
          .map(RemixScripts::samples)
          .toList();

  private final Draw draw;
  private final List<List<String>> samples;
  private final List<String> commands = new ArrayList<>();
  private final List<String> devices = new ArrayList<>(List.of("lo"));
  private int namespaces;

  private RemixScripts(Draw draw) {
    this.draw = draw;
    this.samples = draw.of(FAMILIES);
  }

  static List<String> script(Draw draw) {
    RemixScripts remix = new RemixScripts(draw);
    remix.begin();
    int count = draw.number(10, 35);
    for (int i = 0; i < count; i++) {
      remix.commands.add(remix.changed(draw.of(draw.of(remix.samples))));
    }
    return remix.commands;
  }

  private static List<List<String>> samples(String family) {
    try {
      Path folder =
          Path.of(
              Objects.requireNonNull(RemixScripts.class.getResource("/kernel-samples")).toURI());
      try (Stream<Path> files = Files.list(folder)) {
        List<List<String>> samples = new ArrayList<>();
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.startsWith(family) && name.endsWith(".sh")) {
            samples.add(commands(Files.readString(file)));
          }
        }
        return samples;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> commands(String script) {
    return ScriptCommand.parse(script).stream()
        .map(
            command -> command.line() + command.stdin().map(body -> "\n" + body + "EOF").orElse(""))
        .toList();
  }

  /** Takes over how a sample begins. */
  private void begin() {
    Set<String> names = new LinkedHashSet<>();
    for (String command : draw.of(samples)) {
      if (!command.matches("ip netns add .*|.* link (add|set) .*|.* addr add .*")) {
        break;
      }
      commands.add(command);
      namespaces += command.startsWith("ip netns add") ? 1 : 0;
      if (command.contains("link add")) {
        Matcher name = NEW_DEVICE.matcher(command);
        while (name.find()) {
          names.add(name.group(1));
        }
      }
    }
    devices.addAll(names);
  }

  /** Returns a command with its names as this script has them. */
  private String changed(String command) {
    if (command.startsWith("ip netns add") && draw.percent(90)) {
      return changed(draw.of(draw.of(samples)));
    }
    String netns = "k-" + (char) ('a' + draw.number(0, Math.max(0, namespaces - 1)));
    String text = NETNS.matcher(command).replaceFirst(netns);
    text =
        DEVICE
            .matcher(text)
            .replaceAll(
                found ->
                    found.group(1)
                        + " "
                        + (found.group(2).endsWith("0") && draw.percent(30)
                            ? found.group(2)
                            : draw.of(devices)));
    if (draw.percent(15)) {
      text =
          ADDRESS
              .matcher(text)
              .replaceAll(
                  found -> found.group(1) + "." + draw.of(found.group(2), "1", "2", "3", "254"));
    }
    return text;
  }
}
