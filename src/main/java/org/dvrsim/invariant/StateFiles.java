package org.dvrsim.invariant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dvrsim.ops.Host;

/**
 * What the agent's state files say of a host, as far as their lines make sense.
 *
 * <p>Models: neutron/agent/l3/item_allocator.py:ItemAllocator.__init__
 *
 * @param priorities the rule priority of each floating IP, as texts, in the order of the file
 * @param pairs the link-local network of each router's id, likewise
 */
record StateFiles(Map<String, String> priorities, Map<String, String> pairs) {
  /** Reads the files; a file that is not there has no lines. */
  static StateFiles of(Host host, String statePath) {
    Path directory = host.disk().getPath(statePath);
    return new StateFiles(
        read(host, directory.resolve("fip-priorities")),
        read(host, directory.resolve("fip-linklocal-networks")));
  }

  private static Map<String, String> read(Host host, Path path) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (host.hasFile(path)) {
      for (String line : text(host, path).split("\n", -1)) {
        int comma = line.indexOf(',');
        if (comma > 0 && comma == line.lastIndexOf(',')) {
          entries.put(line.substring(0, comma), line.substring(comma + 1).strip());
        }
      }
    }
    return entries;
  }

  private static String text(Host host, Path path) {
    try {
      return new String(host.readFile(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
