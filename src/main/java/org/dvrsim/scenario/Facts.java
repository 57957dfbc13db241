package org.dvrsim.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.TraceEntry;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.Shell;

/** What can be seen on a host, as lines of text: mostly what Linux's own commands print. */
enum Facts {
  /** {@code ip netns list}. */
  NAMESPACES {
    @Override
    List<String> lines(Look at) {
      return run(at.host(), "ip netns list");
    }
  },
  /** {@code ip rule}, of both families. */
  RULES {
    @Override
    List<String> lines(Look at) {
      return both(at.host(), at.netns(), "rule show");
    }
  },
  /** {@code ip route show table all}, of both families. */
  ROUTES {
    @Override
    List<String> lines(Look at) {
      return both(at.host(), at.netns(), "route show table all");
    }
  },
  /** {@code ip -o link}. */
  DEVICES {
    @Override
    List<String> lines(Look at) {
      return run(at.host(), ip(at.netns()) + "-o link show");
    }
  },
  /** {@code ip -o addr}. */
  ADDRESSES {
    @Override
    List<String> lines(Look at) {
      return run(at.host(), ip(at.netns()) + "-o addr show");
    }
  },
  /** {@code ip neigh}. */
  NEIGHBOURS {
    @Override
    List<String> lines(Look at) {
      return run(at.host(), ip(at.netns()) + "neigh show");
    }
  },
  /** {@code iptables-save}, each line after the name of its table. */
  IPTABLES {
    @Override
    List<String> lines(Look at) {
      return saved(run(at.host(), inside(at.netns()) + "iptables-save"));
    }
  },
  /** {@code ip6tables-save}, each line after the name of its table. */
  IP6TABLES {
    @Override
    List<String> lines(Look at) {
      return saved(run(at.host(), inside(at.netns()) + "ip6tables-save"));
    }
  },
  /** {@code sysctl KEY}; the pattern begins with the key. */
  SYSCTLS {
    @Override
    List<String> lines(Look at) {
      String key = at.pattern().strip().split("[ =]+", 2)[0];
      return run(at.host(), inside(at.netns()) + "sysctl " + key);
    }
  },
  /** The names of the integration bridge's ports. */
  BRIDGE_PORTS {
    @Override
    List<String> lines(Look at) {
      return at.host().host().bridgePorts().names().stream().map(Object::toString).toList();
    }
  },
  /** What the server knows of floating IPs: name, address and status, such as ACTIVE. */
  FLOATING_IPS {
    @Override
    List<String> lines(Look at) {
      return at.cluster().server().db().floatingIps().stream()
          .map(fip -> fip.name() + " " + fip.address() + " " + fip.status())
          .toList();
    }
  },
  /** The commands that would have done what the host was asked to do in the last step. */
  OPS {
    @Override
    List<String> lines(Look at) {
      return at.host().journal().lastStep().ops().stream().map(Facts::command).toList();
    }
  },
  /** What the agent logged or let escape as exceptions in the last step, each after its type. */
  EXCEPTIONS {
    @Override
    List<String> lines(Look at) {
      return at.host().journal().lastStep().errors();
    }
  },
  /** The agent's state files, each line after the name of its file and a colon. */
  FILES {
    @Override
    List<String> lines(Look at) {
      return fileLines(at.host());
    }
  };

  /**
   * Where is looked.
   *
   * @param netns the exact name of the namespace; empty for the host's own
   * @param pattern what is looked for
   */
  record Look(Cluster cluster, ComputeHost host, String netns, String pattern) {}

  /** Returns what there is to see. */
  abstract List<String> lines(Look at);

  /** Returns the key in scenario files. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String command(TraceEntry entry) {
    String command = OpCommandLine.of(entry.op()).replace('\n', ' ');
    return entry.refusal().map(why -> command + " # refused: " + why.getMessage()).orElse(command);
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
