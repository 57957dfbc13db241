package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * A path-compressed binary trie from prefixes to values, for both address families.
 *
 * <p>A node stands for a prefix; its children lie within it and differ in the first bit after it. A
 * node without a value has two children. So the deepest node on an address's path is found in at
 * most as many steps as there are distinct prefixes around it, and every shorter prefix that holds
 * the address is one of its ancestors. IPv4 addresses are held in the upper half of {@code high}.
 *
 * <p>Serves the purpose of net/ipv4/fib_trie.c (an LC-trie) and net/ipv6/ip6_fib.c (a radix tree),
 * whose dump orders {@link #inKeyOrder} and {@link #inPostOrder} give.
 */
final class PrefixTrie<V> {
  private Node<V> root;

  /** A prefix and what is kept for it. */
  static final class Node<V> {
    final long high;
    final long low;
    final int length;
    V value;
    private Node<V> parent;
    private Node<V> zero;
    private Node<V> one;

    private Node(long high, long low, int length) {
      this.high = high;
      this.low = low;
      this.length = length;
    }

    /** Returns the nearest shorter prefix that has a value, null if there is none. */
    Node<V> shorter() {
      Node<V> node = parent;
      while (node != null && node.value == null) {
        node = node.parent;
      }
      return node;
    }

    private boolean holds(long otherHigh, long otherLow) {
      return length == 0 || common(high, low, otherHigh, otherLow) >= length;
    }
  }

  private static long high(IpAddress address) {
    return address.isV4() ? address.low() << 32 : address.high();
  }

  private static long low(IpAddress address) {
    return address.isV4() ? 0 : address.low();
  }

  private static int common(long high1, long low1, long high2, long low2) {
    long high = high1 ^ high2;
    return high != 0
        ? Long.numberOfLeadingZeros(high)
        : 64 + Long.numberOfLeadingZeros(low1 ^ low2);
  }

  private static boolean bit(long high, long low, int index) {
    return index < 64 ? (high >>> (63 - index) & 1) != 0 : (low >>> (127 - index) & 1) != 0;
  }

  /** Returns the value of exactly {@code prefix}, null if there is none. */
  V get(IpPrefix prefix) {
    Node<V> node = find(prefix);
    return node == null ? null : node.value;
  }

  /** Returns the node of exactly {@code prefix} if it has a value, otherwise null. */
  Node<V> find(IpPrefix prefix) {
    long high = high(prefix.address());
    long low = low(prefix.address());
    Node<V> node = root;
    while (node != null && node.length < prefix.length() && node.holds(high, low)) {
      node = bit(high, low, node.length) ? node.one : node.zero;
    }
    return node != null
            && node.value != null
            && node.length == prefix.length()
            && node.high == high
            && node.low == low
        ? node
        : null;
  }

  /**
   * Returns the longest prefix with a value that holds {@code address}, null if there is none; the
   * others are found with {@link Node#shorter}.
   */
  Node<V> longest(IpAddress address) {
    long high = high(address);
    long low = low(address);
    Node<V> node = root;
    Node<V> best = null;
    while (node != null && node.holds(high, low)) {
      if (node.value != null) {
        best = node;
      }
      if (node.zero == null && node.one == null) {
        break;
      }
      node = bit(high, low, node.length) ? node.one : node.zero;
    }
    return best;
  }

  /** Returns the node of {@code prefix}, making it if it is missing; the caller sets its value. */
  Node<V> make(IpPrefix prefix) {
    long high = high(prefix.address());
    long low = low(prefix.address());
    int length = prefix.length();
    Node<V> parent = null;
    Node<V> node = root;
    while (node != null) {
      int common = Math.min(common(node.high, node.low, high, low), Math.min(node.length, length));
      if (common < node.length) {
        return split(parent, node, new Node<>(high, low, length), common);
      }
      if (node.length == length) {
        return node;
      }
      parent = node;
      node = bit(high, low, node.length) ? node.one : node.zero;
    }
    Node<V> leaf = new Node<>(high, low, length);
    attach(parent, leaf);
    return leaf;
  }

  private Node<V> split(Node<V> parent, Node<V> node, Node<V> leaf, int common) {
    if (common == leaf.length) {
      attach(parent, leaf);
      attach(leaf, node);
      return leaf;
    }
    Node<V> branch = new Node<>(cutHigh(leaf.high, common), cutLow(leaf.low, common), common);
    attach(parent, branch);
    attach(branch, node);
    attach(branch, leaf);
    return leaf;
  }

  private static long cutHigh(long high, int length) {
    return length >= 64 ? high : length == 0 ? 0 : high & (-1L << (64 - length));
  }

  private static long cutLow(long low, int length) {
    return length <= 64 ? 0 : length == 128 ? low : low & (-1L << (128 - length));
  }

  private void attach(Node<V> parent, Node<V> child) {
    child.parent = parent;
    if (parent == null) {
      root = child;
    } else if (bit(child.high, child.low, parent.length)) {
      parent.one = child;
    } else {
      parent.zero = child;
    }
  }

  /** Takes the value of {@code node} away, and the nodes no longer needed. */
  void remove(Node<V> node) {
    node.value = null;
    if (node.zero != null && node.one != null) {
      return;
    }
    Node<V> parent = node.parent;
    Node<V> child = node.zero != null ? node.zero : node.one;
    if (child != null) {
      attach(parent, child);
      return;
    }
    if (parent == null) {
      root = null;
      return;
    }
    Node<V> sibling;
    if (bit(node.high, node.low, parent.length)) {
      parent.one = null;
      sibling = parent.zero;
    } else {
      parent.zero = null;
      sibling = parent.one;
    }
    if (parent.value == null && sibling != null) {
      attach(parent.parent, sibling);
    }
  }

  /** Tells whether no prefix has a value. */
  boolean isEmpty() {
    return root == null;
  }

  /** Returns all values by address ascending; of those with equal address, longer ones first. */
  List<V> inKeyOrder() {
    List<V> values = new ArrayList<>();
    if (root != null) {
      collectByKey(root, values);
    }
    return values;
  }

  /**
   * Adds the values of a node and those below it: first the prefixes that begin with its very
   * address, which lie on the way of zeros; then what branches off from that.
   */
  private void collectByKey(Node<V> top, List<V> into) {
    Node<V> last = top;
    while (last.zero != null && last.zero.high == top.high && last.zero.low == top.low) {
      last = last.zero;
    }
    for (Node<V> node = last; node != top.parent; node = node.parent) {
      if (node.value != null) {
        into.add(node.value);
      }
    }
    if (last.zero != null) {
      collectByKey(last.zero, into);
    }
    for (Node<V> node = last; node != top.parent; node = node.parent) {
      if (node.one != null) {
        collectByKey(node.one, into);
      }
    }
  }

  /** Returns all values, those within a prefix before that of the prefix itself. */
  List<V> inPostOrder() {
    List<V> values = new ArrayList<>();
    collectInPostOrder(root, values);
    return values;
  }

  private void collectInPostOrder(Node<V> node, List<V> into) {
    if (node != null) {
      collectInPostOrder(node.zero, into);
      collectInPostOrder(node.one, into);
      if (node.value != null) {
        into.add(node.value);
      }
    }
  }
}
