package org.dvrsim.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;

/** The programs there are, by name; runs a command line's first word with the others. */
final class Programs implements ShellCommand {
  private final Map<String, ShellCommand> commands = new HashMap<>();

  Programs() {
    commands.put("ip", new IpCommand(this));
    commands.put("sysctl", new SysctlCommand());
    commands.put("conntrack", new ConntrackCommand());
    commands.put("ovs-vsctl", new OvsCommand());
    for (IpFamily family : IpFamily.values()) {
      String name = family == IpFamily.V4 ? "iptables" : "ip6tables";
      commands.put(name, PacketFilterCommand.command(family));
      commands.put(name + "-save", PacketFilterCommand.save(family));
      commands.put(name + "-restore", PacketFilterCommand.restore(family));
    }
    commands.put("ping", new PingCommand());
    commands.put("cat", SimpleCommands::cat);
    commands.put("echo", SimpleCommands::echo);
    commands.put("sleep", SimpleCommands::sleep);
    commands.put("true", (context, words) -> 0);
    commands.put("false", (context, words) -> 1);
    commands.put("timeout", (context, words) -> SimpleCommands.timeout(this, context, words));
  }

  /** Returns the names of all programs, sorted. */
  List<String> names() {
    return commands.keySet().stream().sorted().toList();
  }

  @Override
  public int run(CommandContext context, List<String> words) {
    if (words.isEmpty()) {
      return 0;
    }
    String name = words.get(0);
    ShellCommand command = commands.get(name.substring(name.lastIndexOf('/') + 1));
    if (command == null) {
      throw new NotModelledException("the command " + name);
    }
    return command.run(context, words.subList(1, words.size()));
  }
}
