package org.dvrsim.netfilter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names of ports, as the file /etc/services of Debian 13 gives them. */
final class Services {
  private static final Services FILE = read();

  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private Services() {}

  private static Services read() {
    Services services = new Services();
    try (InputStream in = Services.class.getResourceAsStream("services.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          services.add(line.split(" ", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return services;
  }

  private void add(String[] words) {
    int port = Integer.parseInt(words[1]);
    String protocol = words[2];
    names.putIfAbsent(protocol + " " + port, words[0]);
    for (int i = 0; i < words.length; i++) {
      if (i == 0 || i > 2) {
        ports.putIfAbsent(protocol + " " + words[i], port);
        ports.putIfAbsent(" " + words[i], port);
      }
    }
  }

  /**
   * Returns the port of a service, -1 if there is no such name.
   *
   * @param protocol empty for that of any protocol
   */
  static int port(String name, String protocol) {
    return FILE.ports.getOrDefault(protocol + " " + name, -1);
  }

  /**
   * Reads a port's number or name.
   *
   * <p>Models: libxtables/xtables.c:xtables_parse_port()
   */
  static int parsePort(String text, String protocol) {
    long number = CNumber.whole(text, 0, 0xffff);
    int port = number >= 0 ? (int) number : port(text, protocol);
    if (port < 0) {
      throw XtablesError.parameter("invalid port/service `" + text + "' specified");
    }
    return port;
  }

  /** Returns a port as listings show it: its name if there is one and names are wanted. */
  static String show(int port, String protocol, boolean numeric) {
    String name = numeric ? null : FILE.names.get(protocol + " " + port);
    return name == null ? Integer.toString(port) : name;
  }
}
