package org.dvrsim.cluster;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
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

  private final Map<String, String> nameById = new HashMap<>();
  private final Map<String, String> kindById = new HashMap<>();
  private final Map<String, String> nameByStart = new HashMap<>();
  private final Map<String, String> idByName = new HashMap<>();

  NameBook() {}

  void register(ResourceKind kind, String name, String id) {
    register(kind.toString().replace(' ', '-'), name, id);
    if (kind == ResourceKind.ROUTER) {
      nameByStart.put(id.substring(0, ROUTER_DIGITS), name);
    }
  }

  /** Registers a port under the prefix that its device on a host has. */
  void registerPort(PortOwner owner, String name, String id) {
    String prefix = prefix(owner);
    register(prefix, name, id);
    nameByStart.put(id.substring(0, PORT_DIGITS), name);
  }

  private void register(String kind, String name, String id) {
    nameById.put(id, name);
    kindById.put(id, kind);
    idByName.put(kind + "(" + name + ")", id);
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
    return Optional.ofNullable(nameById.get(id));
  }

  /** Replaces exact names and ids in {@code text} by those that people use, where known. */
  public String toPeople(String text) {
    Matcher matcher = EXACT.matcher(text);
    if (!matcher.find()) {
      return text;
    }
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
