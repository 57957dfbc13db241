package org.dvrsim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** The trie against a sorted map that is searched from end to end. */
final class PrefixTrieProperties {
  @Property(tries = 300)
  void longest_afterAnyChanges_isTheNaiveScans(
      @ForAll("changes") List<Change> changes, @ForAll("addresses") List<IpAddress> asked) {
    PrefixTrie<IpPrefix> trie = new PrefixTrie<>();
    TreeMap<IpPrefix, IpPrefix> model = new TreeMap<>();
    for (Change change : changes) {
      if (change.add()) {
        trie.make(change.prefix()).value = change.prefix();
        model.put(change.prefix(), change.prefix());
      } else if (model.remove(change.prefix()) != null) {
        trie.remove(trie.find(change.prefix()));
      }
    }
    for (IpAddress address : asked) {
      assertEquals(naive(model, address), found(trie, address));
    }
    assertEquals(dumpOrder(model), trie.inKeyOrder());
    assertEquals(model.isEmpty(), trie.isEmpty());
  }

  private static List<IpPrefix> naive(Map<IpPrefix, IpPrefix> model, IpAddress address) {
    List<IpPrefix> list = new ArrayList<>();
    for (IpPrefix prefix : model.keySet()) {
      if (prefix.contains(address)) {
        list.add(0, prefix);
      }
    }
    list.sort(Comparator.comparingInt(p -> -p.length()));
    return list;
  }

  private static List<IpPrefix> found(PrefixTrie<IpPrefix> trie, IpAddress address) {
    List<IpPrefix> list = new ArrayList<>();
    for (PrefixTrie.Node<IpPrefix> n = trie.longest(address); n != null; n = n.shorter()) {
      list.add(n.value);
    }
    return list;
  }

  private static List<IpPrefix> dumpOrder(Map<IpPrefix, IpPrefix> model) {
    List<IpPrefix> list = new ArrayList<>(model.keySet());
    list.sort(Comparator.comparing(IpPrefix::address).thenComparing(p -> -p.length()));
    return list;
  }

  record Change(boolean add, IpPrefix prefix) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<IpPrefix> prefixes =
        Combinators.combine(addressBits(), Arbitraries.integers().between(0, 32))
            .as((bits, length) -> IpPrefix.of(IpAddress.v4(bits), length));
    return Combinators.combine(Arbitraries.of(true, true, false), prefixes)
        .as(Change::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<IpAddress>> addresses() {
    return addressBits().map(IpAddress::v4).list().ofMaxSize(20);
  }

  private static Arbitrary<Integer> addressBits() {
    return Arbitraries.of(0, 0x0a000000, 0x0a000001, 0x0a000100, 0x0a010000, 0x0b000000, -1)
        .flatMap(base -> Arbitraries.of(0, 1, 2, 3, 0x80, 0xff).map(low -> base ^ low));
  }
}
