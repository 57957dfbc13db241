package org.dvrsim.ops;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.NudState;

/**
 * Writes an op as the command that a person would type as root on the host.
 *
 * <p>Most are iproute2's; integration-bridge ports are ovs-vsctl's, gratuitous ARP is arping's, a
 * helper daemon is a comment. Words with special characters are quoted for a POSIX shell.
 */
public final class OpCommandLine implements OpVisitor<List<String>> {
  private static final OpCommandLine INSTANCE = new OpCommandLine();
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("@%_-+=:,./"));

  private OpCommandLine() {}

  /** Returns the words of the command, the program first. */
  public static List<String> words(Op op) {
    return op.accept(INSTANCE);
  }

  /**
   * Returns the command as one line; text for standard input follows as a here-document on further
   * lines.
   */
  public static String of(Op op) {
    List<String> words = words(op);
    if (words.get(0).equals("#")) {
      return String.join(" ", words);
    }
    String line = words.stream().map(OpCommandLine::quote).collect(Collectors.joining(" "));
    if (op instanceof RestoreIptables restore) {
      String text = restore.text();
      return line + " <<EOF\n" + text + (text.endsWith("\n") ? "" : "\n") + "EOF";
    }
    return line;
  }

  private static String quote(String word) {
    if (!word.isEmpty() && PLAIN.matchesAllOf(word)) {
      return word;
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  @Override
  public List<String> visit(CreateNetns op) {
    return List.of("ip", "netns", "add", op.netns().text());
  }

  @Override
  public List<String> visit(RemoveNetns op) {
    return List.of("ip", "netns", "delete", op.netns().text());
  }

  @Override
  public List<String> visit(CreateVeth op) {
    return LinkCommand.create(op);
  }

  @Override
  public List<String> visit(DeleteLink op) {
    return CommandWords.ip(op.netns()).add("link", "delete", op.device().text()).toList();
  }

  @Override
  public List<String> visit(SetLink op) {
    return LinkCommand.set(op);
  }

  @Override
  public List<String> visit(ChangeAltNames op) {
    CommandWords words =
        CommandWords.ip(op.netns())
            .add("link", "property", op.add() ? "add" : "del", "dev", op.device().text());
    op.names().forEach(name -> words.add("altname", name));
    return words.toList();
  }

  @Override
  public List<String> visit(AddAddress op) {
    CommandWords words =
        CommandWords.ip(op.netns(), op.address().cidr().family())
            .add("addr", op.replace() ? "replace" : "add")
            .add(op.address().cidr().toString());
    return AddressWords.attributes(words, op.address()).add("dev", op.device().text()).toList();
  }

  @Override
  public List<String> visit(DeleteAddress op) {
    CommandWords words =
        CommandWords.ip(op.netns(), op.address().cidr().family())
            .add("addr", "del", op.address().cidr().toString());
    return AddressWords.attributes(words, op.address()).add("dev", op.device().text()).toList();
  }

  @Override
  public List<String> visit(FlushAddresses op) {
    CommandWords words = CommandWords.ip(op.netns());
    op.family().ifPresent(family -> words.add("-" + family.version()));
    words.add("addr", "flush", "dev", op.device().text());
    op.scope().ifPresent(scope -> words.add("scope", scope.toString()));
    return words.toList();
  }

  @Override
  public List<String> visit(AddRoute op) {
    CommandWords words =
        CommandWords.ip(op.netns(), op.route().destination().family())
            .add("route", op.mode().name().toLowerCase(Locale.ROOT));
    return RouteWords.of(words, op.route()).toList();
  }

  @Override
  public List<String> visit(DeleteRoute op) {
    CommandWords words =
        CommandWords.ip(op.netns(), op.route().destination().family()).add("route", "del");
    return RouteWords.of(words, op.route()).toList();
  }

  @Override
  public List<String> visit(FlushRoutes op) {
    CommandWords words = CommandWords.ip(op.netns(), op.family()).add("route", "flush");
    op.destination().ifPresent(prefix -> words.add(prefix.toString()));
    words.add("table", op.table().map(Object::toString).orElse("all"));
    op.device().ifPresent(device -> words.add("dev", device.text()));
    return words.toList();
  }

  @Override
  public List<String> visit(AddRule op) {
    return RuleWords.of(
            CommandWords.ip(op.netns(), op.rule().family()).add("rule", "add"), op.rule())
        .toList();
  }

  @Override
  public List<String> visit(DeleteRule op) {
    return RuleWords.of(
            CommandWords.ip(op.netns(), op.rule().family()).add("rule", "del"), op.rule())
        .toList();
  }

  @Override
  public List<String> visit(FlushRules op) {
    return CommandWords.ip(op.netns(), op.family()).add("rule", "flush").toList();
  }

  @Override
  public List<String> visit(AddNeighbour op) {
    CommandWords words =
        CommandWords.ip(op.netns()).add("neigh", op.mode().name().toLowerCase(Locale.ROOT));
    if (op.proxy()) {
      words.add("proxy");
    }
    NeighbourSpec entry = op.entry();
    words.add(entry.address().toString());
    if (entry.router()) {
      words.add("router");
    }
    if (entry.externLearned()) {
      words.add("extern_learn");
    }
    words.add("lladdr", entry.mac());
    words.add("protocol", entry.protocol());
    if (entry.state() != NudState.NONE) {
      words.add("nud", entry.state().toString());
    }
    return words.add("dev", op.device().text()).toList();
  }

  @Override
  public List<String> visit(DeleteNeighbour op) {
    CommandWords words = CommandWords.ip(op.netns()).add("neigh", "del");
    if (op.proxy()) {
      words.add("proxy");
    }
    words.add(op.address().toString());
    op.mac().ifPresent(mac -> words.add("lladdr", mac.toString()));
    return words.add("dev", op.device().text()).toList();
  }

  @Override
  public List<String> visit(FlushNeighbours op) {
    CommandWords words = CommandWords.ip(op.netns());
    op.family().ifPresent(family -> words.add("-" + family.version()));
    words.add("neigh", "flush");
    op.device().ifPresentOrElse(d -> words.add("dev", d.text()), () -> words.add("all"));
    return words.toList();
  }

  @Override
  public List<String> visit(WriteSysctl op) {
    CommandWords words = CommandWords.inNetns(op.netns()).add("sysctl", "-w");
    op.settings().forEach(setting -> words.add(setting.toString()));
    return words.toList();
  }

  @Override
  public List<String> visit(RestoreIptables op) {
    CommandWords words = CommandWords.inNetns(op.netns()).add(op.recordedName());
    if (op.noFlush()) {
      words.add("-n");
    }
    if (op.lockWaitSeconds() > 0) {
      words.add("-w", Integer.toString(op.lockWaitSeconds()), "-W", "200000");
    }
    return words.toList();
  }

  @Override
  public List<String> visit(ChangeIptables op) {
    CommandWords words = CommandWords.inNetns(op.netns()).add(op.recordedName());
    op.arguments().forEach(words::add);
    return words.toList();
  }

  @Override
  public List<String> visit(AddBridgePort op) {
    String port = op.port().text();
    return List.of(
        "ovs-vsctl",
        "--",
        "--if-exists",
        "del-port",
        port,
        "--",
        "add-port",
        "br-int",
        port,
        "--",
        "set",
        "Interface",
        port,
        "type=internal");
  }

  @Override
  public List<String> visit(DeleteBridgePort op) {
    return List.of("ovs-vsctl", "--if-exists", "del-port", "br-int", op.port().text());
  }

  @Override
  public List<String> visit(DeleteConntrack op) {
    CommandWords words = CommandWords.inNetns(op.netns()).add("conntrack", "-D");
    op.arguments().forEach(words::add);
    return words.toList();
  }

  @Override
  public List<String> visit(Announce op) {
    CommandWords words = CommandWords.inNetns(op.netns());
    return op.address().isV4()
        ? words
            .add("arping", "-U", "-I", op.device().text(), "-c", "1", op.address().toString())
            .toList()
        : words.add("ndsend", op.address().toString(), op.device().text()).toList();
  }

  @Override
  public List<String> visit(EnableProcess op) {
    return List.of("#", "start", op.service(), "in", op.netns().text());
  }

  @Override
  public List<String> visit(DisableProcess op) {
    return List.of("#", "stop", op.service(), "in", op.netns().text());
  }
}
