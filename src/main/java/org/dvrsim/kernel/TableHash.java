package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The route tables of one family by their ids, in the order in which they are dumped: by the lowest
 * 8 bits of the id, the newest first.
 *
 * <p>Models: net/ipv4/fib_frontend.c:fib_new_table(), inet_dump_fib(),
 * net/ipv6/ip6_fib.c:fib6_link_table(), inet6_dump_fib()
 *
 * @param <T> the kind of table
 */
final class TableHash<T> {
  private static final int MASK = 255;

  private final IntFunction<T> maker;
  private final Map<Integer, T> byId = new HashMap<>();
  private final List<Integer> ids = new ArrayList<>();
  private final List<T> inOrder = new ArrayList<>();
  private final List<T> view = Collections.unmodifiableList(inOrder);

  /** The two tables that most routes are in. */
  private T main;

  private T local;

  /** Starts without tables; {@code maker} makes one of an id. */
  TableHash(IntFunction<T> maker) {
    this.maker = maker;
  }

  /** Returns the table {@code id}, null if it was never made. */
  T find(int id) {
    return switch (id) {
      case Fib4.MAIN -> main;
      case Fib4.LOCAL -> local;
      default -> byId.get(id);
    };
  }

  /** Returns the table {@code id}, making it if it is missing. */
  T findOrMake(int id) {
    T table = find(id);
    if (table == null) {
      table = maker.apply(id);
      byId.put(id, table);
      main = id == Fib4.MAIN ? table : main;
      local = id == Fib4.LOCAL ? table : local;
      int place = 0;
      while (place < ids.size() && (ids.get(place) & MASK) < (id & MASK)) {
        place++;
      }
      ids.add(place, id);
      inOrder.add(place, table);
    }
    return table;
  }

  /** Returns the tables in order; a view. */
  List<T> inOrder() {
    return view;
  }
}
