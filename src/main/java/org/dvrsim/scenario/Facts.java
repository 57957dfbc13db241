package org.dvrsim.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.Shell;

/** What can be seen on a host, as lines of text: mostly what Linux's own commands print. */
enum Facts {
  /** {@code ip netns list}. */
  NAMESPACES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return run(host, "ip netns list");
    }
  },
  /** {@code ip rule}, of both families. */
  RULES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return both(host, netns, "rule show");
    }
  },
  /** {@code ip route show table all}, of both families. */
  ROUTES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return both(host, netns, "route show table all");
    }
  },
  /** {@code ip -o link}. */
  DEVICES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return run(host, ip(netns) + "-o link show");
    }
  },
  /** {@code ip -o addr}. */
  ADDRESSES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return run(host, ip(netns) + "-o addr show");
    }
  },
  /** {@code ip neigh}. */
  NEIGHBOURS {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return run(host, ip(netns) + "neigh show");
    }
  },
  /** {@code iptables-save}, each line after the name of its table. */
  IPTABLES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return saved(run(host, inside(netns) + "iptables-save"));
    }
  },
  /** {@code ip6tables-save}, each line after the name of its table. */
  IP6TABLES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return saved(run(host, inside(netns) + "ip6tables-save"));
    }
  },
  /** {@code sysctl KEY}; the pattern begins with the key. */
  SYSCTLS {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      String key = pattern.strip().split("[ =]+", 2)[0];
      return run(host, inside(netns) + "sysctl " + key);
    }
  },
  /** The names of the integration bridge's ports. */
  BRIDGE_PORTS {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return host.host().bridgePorts().names().stream().map(Object::toString).toList();
    }
  },
  /** The agent's state files, each line after the name of its file and a colon. */
  FILES {
    @Override
    List<String> lines(ComputeHost host, String netns, String pattern) {
      return fileLines(host);
    }
  };

  /**
   * Returns what there is to see.
   *
   * @param netns the exact name of the namespace; empty for the host's own
   * @param pattern what is looked for
   */
  abstract List<String> lines(ComputeHost host, String netns, String pattern);

  /** Returns the key in scenario files. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> both(ComputeHost host, String netns, String what) {
    List<String> lines = new ArrayList<>(run(host, ip(netns) + what));
    lines.addAll(run(host, ip(netns) + "-6 " + what));
    return lines;
  }

  private static String ip(String netns) {
    return netns.isEmpty() ? "ip " : "ip -n " + netns + " ";
  }

  private static String inside(String netns) {
    return netns.isEmpty() ? "" : "ip netns exec " + netns + " ";
  }

  private static List<String> run(ComputeHost host, String commandLine) {
    CommandResult result = Shell.run(host.host(), commandLine);
    return result.succeeded() ? result.stdout().lines().toList() : List.of();
  }

  private static List<String> saved(List<String> lines) {
    List<String> named = new ArrayList<>();
    String table = "";
    for (String line : lines) {
      if (line.startsWith("*")) {
        table = line.substring(1);
      } else if (!line.startsWith("#") && !line.equals("COMMIT")) {
        named.add(table + " " + line);
      }
    }
    return named;
  }

  private static List<String> fileLines(ComputeHost host) {
    List<String> lines = new ArrayList<>();
    Path statePath = host.statePath();
    if (!Files.isDirectory(statePath)) {
      return lines;
    }
    try (Stream<Path> files = Files.walk(statePath)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = statePath.relativize(file).toString();
        for (String line : Files.readAllLines(file)) {
          lines.add(name + ": " + line);
        }
      }
    } catch (IOException e) {
      throw InputException.io(statePath.toString(), e);
    }
    return lines;
  }
}
