package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dvrsim.net.Fragment;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Packet;

/**
 * Puts split packets together again: before connection tracking if that is on, otherwise where they
 * are delivered.
 *
 * <p>Models: net/ipv4/ip_fragment.c:ip_defrag(), ip_frag_reasm();
 * net/ipv6/netfilter/nf_conntrack_reasm.c. Differs: what is still missing when nothing is on its
 * way any more never comes; the error that the kernel sends 30 seconds later is not sent.
 */
final class Reassembly {
  private record Key(IpAddress source, IpAddress destination, int protocol, int identification) {}

  /** The parts that have come, by offset. */
  private static final class Queue {
    final TreeMap<Integer, Skb> parts = new TreeMap<>();
    int bytes;
    int longest;
  }

  private final Stack stack;
  private final Map<Key, Queue> queues = new LinkedHashMap<>();

  Reassembly(Stack stack) {
    this.stack = stack;
  }

  /**
   * Takes a part.
   *
   * @return the whole packet if this was the last part missing, else null: the part is kept
   */
  Skb add(Skb skb) {
    Fragment part = (Fragment) skb.packet.payload();
    Packet packet = skb.packet;
    Key key =
        new Key(packet.source(), packet.destination(), part.protocol(), part.identification());
    Queue queue = queues.computeIfAbsent(key, k -> new Queue());
    if (queue.parts.putIfAbsent(part.offset(), skb) == null) {
      queue.bytes += part.dataLength();
      queue.longest = Math.max(queue.longest, packet.length());
    }
    if (queue.bytes < part.whole().length()) {
      stack.world().mayMiss(this);
      if (stack.world().story().isObserved()) {
        stack
            .world()
            .story()
            .observe(skb, stack, Step.Kind.FRAGMENT, null, "waits for the other parts");
      }
      return null;
    }
    queues.remove(key);
    Skb first = queue.parts.firstEntry().getValue();
    Skb whole = first.like(first.packet.withPayload(part.whole()));
    whole.longestPart = queue.longest;
    if (stack.world().story().isObserved()) {
      String text = "put together from " + queue.parts.size() + " parts";
      stack.world().story().observe(whole, stack, Step.Kind.FRAGMENT, null, text);
    }
    return whole;
  }

  /** Gives up on what is incomplete. */
  void giveUp() {
    List<Queue> incomplete = new ArrayList<>(queues.values());
    queues.clear();
    for (Queue queue : incomplete) {
      Skb first = queue.parts.firstEntry().getValue();
      Fragment part = (Fragment) first.packet.payload();
      stack
          .world()
          .story()
          .end(
              first,
              stack,
              Disposition.INCOMPLETE,
              null,
              queue.bytes + " of " + part.whole().length() + " bytes came");
    }
  }
}
