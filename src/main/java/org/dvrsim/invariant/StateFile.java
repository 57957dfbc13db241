package org.dvrsim.invariant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dvrsim.ops.Host;

/**
 * One of a host's state files, which is made sense of again when its text is another.
 *
 * <p>Models: neutron/agent/l3/item_allocator.py:ItemAllocator.__init__
 */
final class StateFile {
  private static final byte[] NONE = {};

  private final Host host;
  private final Path path;
  private byte[] text = NONE;
  private Map<String, String> entries = Map.of();

  StateFile(Host host, Path path) {
    this.host = host;
    this.path = path;
  }

  /**
   * Returns what the lines that make sense say, in their order: the same object as long as the text
   * is the same. A file that is not there has no lines.
   */
  Map<String, String> read() {
    byte[] now = text();
    if (!Arrays.equals(now, text)) {
      text = now;
      entries = entries(new String(now, StandardCharsets.UTF_8));
    }
    return entries;
  }

  private byte[] text() {
    try {
      return host.hasFile(path) ? host.readFile(path) : NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> entries(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int comma = line.indexOf(',');
      if (comma > 0 && comma == line.lastIndexOf(',')) {
        entries.put(line.substring(0, comma), line.substring(comma + 1).strip());
      }
    }
    return entries;
  }
}
