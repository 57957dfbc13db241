package org.dvrsim.cluster;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dvrsim.base.InputException;

/**
 * Translates between the names that people use and the exact names on hosts.
 *
 * <p>On a host, the router {@code r1} has the namespace {@code qrouter-0b6f3a9e-...}; a person
 * reads and writes {@code qrouter(r1)}. The forms are
 *
 * <ul>
 *   <li>namespaces: {@code qrouter(ROUTER)}, {@code snat(ROUTER)}, {@code fip(NETWORK)}
 *   <li>the link between the first and the last: {@code rfp(ROUTER)}, {@code fpr(ROUTER)}
 *   <li>ports: {@code qr(ROUTER,SUBNET)}, {@code sg(ROUTER,SUBNET)}, {@code qg(ROUTER)}, {@code
 *       fg(NETWORK,HOST)}
 *   <li>ids: {@code router(NAME)}, {@code network(NAME)}, {@code subnet(NAME)} and so on
 * </ul>
 *
 * <p>Names are remembered after what bore them is gone; a name used twice means its latest bearer.
 */
public final class NameBook {
  private static final String HEX = "[0-9a-f]";
  private static final String UUID =
      HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}";

  /** Models: neutron/agent/l3/dvr_fip_ns.py, dvr_snat_ns.py, namespaces.py: the prefixes. */
  private static final Pattern EXACT =
      Pattern.compile(
          "\\b(?:(qrouter|snat|fip)-("
              + UUID
              + ")|(rfp|fpr)-("
              + HEX
              + "{8}-"
              + HEX
              + ")"
              + "|(qr|sg|qg|fg)-("
              + HEX
              + "{8}-"
              + HEX
              + "{2})|("
              + UUID
              + "))(?![0-9a-f-])");

  /** A name that people use: a prefix, and what stands between the parentheses. */
  public static final Pattern PEOPLE =
      Pattern.compile(
          "\\b(qrouter|snat|fip|rfp|fpr|qr|sg|qg|fg|router|network|subnet|port|agent)"
              + "\\(([^()]*)\\)");

  private static final Splitter WORDS = Splitter.on(CharMatcher.anyOf(", ")).omitEmptyStrings();

  private static final int ROUTER_DIGITS = 10;
  private static final int PORT_DIGITS = 11;

  /** What was registered and is in none of the indexes yet: most clusters are never asked. */
  private final List<Entry> entries = new ArrayList<>();

  private final Map<String, String> nameById = new HashMap<>();
  private final Map<String, String> kindById = new HashMap<>();
  private final Map<String, String> nameByStart = new HashMap<>();
  private final Map<String, String> idByName = new HashMap<>();

  /**
   * A name and the id that it means.
   *
   * @param digits how much of the id stands for it in names on hosts, 0 if it never does
   */
  private record Entry(String kind, String name, String id, int digits) {}

  NameBook() {}

  void register(ResourceKind kind, String name, String id) {
    int digits = kind == ResourceKind.ROUTER ? ROUTER_DIGITS : 0;
    entries.add(new Entry(kind.toString().replace(' ', '-'), name, id, digits));
  }

  /** Registers a port under the prefix that its device on a host has. */
  void registerPort(PortOwner owner, String name, String id) {
    entries.add(new Entry(prefix(owner), name, id, PORT_DIGITS));
  }

  /** Is to be called before the indexes are asked. */
  private void index() {
    for (Entry entry : entries) {
      nameById.put(entry.id(), entry.name());
      kindById.put(entry.id(), entry.kind());
      idByName.put(entry.kind() + "(" + entry.name() + ")", entry.id());
      if (entry.digits() > 0) {
        nameByStart.put(entry.id().substring(0, entry.digits()), entry.name());
      }
    }
    entries.clear();
  }

  private static String prefix(PortOwner owner) {
    return switch (owner) {
      case ROUTER_INTERFACE -> "qr";
      case ROUTER_SNAT -> "sg";
      case ROUTER_GATEWAY -> "qg";
      case AGENT_GATEWAY -> "fg";
      default -> "port";
    };
  }

  /** Returns the name of what has the id {@code id}, deleted or not. */
  public Optional<String> nameOf(String id) {
    index();
    return Optional.ofNullable(nameById.get(id));
  }

  /** Replaces exact names and ids in {@code text} by those that people use, where known. */
  public String toPeople(String text) {
    Matcher matcher = EXACT.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    index();
    StringBuilder out = new StringBuilder();
    do {
      matcher.appendReplacement(out, Matcher.quoteReplacement(people(matcher)));
    } while (matcher.find());
    return matcher.appendTail(out).toString();
  }

  private String people(Matcher matcher) {
    String name = null;
    String prefix = null;
    if (matcher.group(1) != null) {
      prefix = matcher.group(1);
      name = nameById.get(matcher.group(2));
    } else if (matcher.group(3) != null) {
      prefix = matcher.group(3);
      name = nameByStart.get(matcher.group(4));
    } else if (matcher.group(5) != null) {
      prefix = matcher.group(5);
      name = nameByStart.get(matcher.group(6));
    } else {
      prefix = kindById.get(matcher.group(7));
      name = nameById.get(matcher.group(7));
    }
    return name == null ? matcher.group() : prefix + "(" + name + ")";
  }

  /**
   * Replaces the names that people use in {@code text} by exact ones.
   *
   * @param host the host that {@code fg(NETWORK)} means, where no host is said
   * @throws InputException naming what is unknown
   */
  public String toExact(String text, String host) {
    Matcher matcher = PEOPLE.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    index();
    StringBuilder out = new StringBuilder();
    do {
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(exact(matcher.group(1), matcher.group(2), host)));
    } while (matcher.find());
    return matcher.appendTail(out).toString();
  }

  private String exact(String prefix, String inner, String host) {
    List<String> words = WORDS.splitToList(inner);
    String name = String.join(",", words);
    String withHost = words.size() == 1 ? name + "," + host : name;
    return switch (prefix) {
      case "qrouter", "snat" -> prefix + "-" + id("router", name);
      case "fip" -> prefix + "-" + id("network", name);
      case "rfp", "fpr" -> prefix + "-" + id("router", name).substring(0, ROUTER_DIGITS);
      case "fg" -> prefix + "-" + id(prefix, withHost).substring(0, PORT_DIGITS);
      case "qr", "sg", "qg" -> prefix + "-" + id(prefix, name).substring(0, PORT_DIGITS);
      default -> id(prefix, name);
    };
  }

  private String id(String kind, String name) {
    String id = idByName.get(kind + "(" + name + ")");
    if (id == null) {
      throw InputException.of("there is and was no " + kind + "(" + name + ")");
    }
    return id;
  }
}
