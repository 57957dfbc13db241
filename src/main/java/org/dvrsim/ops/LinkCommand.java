package org.dvrsim.ops;

import java.util.List;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.net.NetnsName;

/** Writes what creates or changes devices as {@code ip link} takes it. */
final class LinkCommand {
  private LinkCommand() {}

  static List<String> create(CreateVeth op) {
    CommandWords words = CommandWords.ip(op.netns()).add("link", "add");
    end(words, op.end());
    words.add("type", "veth", "peer");
    end(words, op.peer());
    if (!op.peerNetns().equals(op.netns())) {
      words.add("netns", netnsWord(op.peerNetns()));
    }
    return words.toList();
  }

  private static void end(CommandWords words, LinkSpec end) {
    words.add("name", end.name());
    words.add("index", end.index());
    values(words, end.attributes());
    state(words, end.attributes());
  }

  static List<String> set(SetLink op) {
    CommandWords words = CommandWords.ip(op.netns()).add("link", "set", "dev", op.device().text());
    LinkChange change = op.change();
    values(words, change);
    words.add("name", change.newName());
    change.newNetns().ifPresent(netns -> words.add("netns", netnsWord(netns)));
    state(words, change);
    words.add("alias", change.alias());
    words.add("addrgenmode", change.addrGenMode());
    return words.toList();
  }

  private static void values(CommandWords words, LinkChange change) {
    words.add("address", change.mac());
    words.add("broadcast", change.broadcast());
    words.add("mtu", change.mtu());
    words.add("txqueuelen", change.txQueueLength());
    words.add("group", change.group());
  }

  private static void state(CommandWords words, LinkChange change) {
    change.up().ifPresent(up -> words.add(up ? "up" : "down"));
    words.addSwitch("arp", change.arp());
    words.addSwitch("multicast", change.multicast());
    words.addSwitch("allmulticast", change.allMulticast());
    words.addSwitch("promisc", change.promiscuous());
  }

  /**
   * The root namespace is named by its first process, as {@code ip link set netns PID} takes it.
   */
  private static String netnsWord(NetnsName netns) {
    return netns.isRoot() ? "1" : netns.text();
  }
}
