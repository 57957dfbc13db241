package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IfName;
import org.dvrsim.ops.AddBridgePort;
import org.dvrsim.ops.DeleteBridgePort;

/**
 * {@code ovs-vsctl}, as far as ports of the integration bridge go: {@code add-port}, {@code
 * del-port}, {@code list-ports}, {@code show} of none else.
 *
 * <p>Models: ovs-vsctl(8)
 */
final class OvsCommand implements ShellCommand {
  private static final String BRIDGE = "br-int";

  @Override
  public int run(CommandContext context, List<String> arguments) {
    int status = 0;
    List<String> command = new ArrayList<>();
    for (String word : arguments) {
      if (word.equals("--")) {
        status = one(context, command);
        command.clear();
      } else {
        command.add(word);
      }
      if (status != 0) {
        return status;
      }
    }
    return one(context, command);
  }

  private static int one(CommandContext context, List<String> words) {
    List<String> rest = new ArrayList<>(words);
    boolean ifExists = rest.remove("--if-exists");
    boolean mayExist = rest.remove("--may-exist");
    rest.removeIf(word -> word.startsWith("--timeout") || word.equals("--oneline"));
    if (rest.isEmpty()) {
      return 0;
    }
    return switch (rest.get(0)) {
      case "del-port" -> delete(context, rest.get(rest.size() - 1), ifExists);
      case "add-port" -> add(context, rest, mayExist);
      case "list-ports" -> {
        context.host().bridgePorts().names().forEach(port -> context.println(port.text()));
        yield 0;
      }
      case "list-br" -> {
        context.println(BRIDGE);
        yield 0;
      }
      case "set" -> set(rest);
      default -> throw new NotModelledException("ovs-vsctl " + String.join(" ", words));
    };
  }

  /** Integration-bridge ports are internal ones, which is all that can be said of them here. */
  private static int set(List<String> words) {
    if (words.contains("type=internal") && words.size() == 4) {
      return 0;
    }
    throw new NotModelledException("ovs-vsctl " + String.join(" ", words));
  }

  private static int delete(CommandContext context, String port, boolean ifExists) {
    boolean known = IfName.isValid(port) && context.host().bridgePorts().contains(new IfName(port));
    if (known) {
      context.execute(new DeleteBridgePort(new IfName(port)));
    } else if (!ifExists) {
      context.complain("ovs-vsctl: no port named " + port);
      return 1;
    }
    return 0;
  }

  private static int add(CommandContext context, List<String> words, boolean mayExist) {
    if (words.size() < 3 || !words.get(1).equals(BRIDGE) || !IfName.isValid(words.get(2))) {
      throw new NotModelledException("ovs-vsctl " + String.join(" ", words));
    }
    IfName port = new IfName(words.get(2));
    if (context.host().bridgePorts().contains(port)) {
      if (mayExist) {
        return 0;
      }
      context.complain(
          "ovs-vsctl: cannot create a port named "
              + port
              + " because a port named "
              + port
              + " already exists on bridge "
              + BRIDGE);
      return 1;
    }
    context.execute(new AddBridgePort(port));
    return 0;
  }
}
