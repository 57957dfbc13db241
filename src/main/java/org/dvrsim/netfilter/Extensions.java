package org.dvrsim.netfilter;

import java.util.Set;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;

/**
 * The matches and targets that iptables 1.8.11 ships: those modelled, and the names of the rest,
 * which are refused as not modelled.
 */
public final class Extensions {
  private static final Set<String> OTHER_MATCHES =
      Set.of(
          "ah",
          "bpf",
          "cgroup",
          "cluster",
          "connbytes",
          "connlabel",
          "connlimit",
          "dccp",
          "dscp",
          "ecn",
          "esp",
          "hashlimit",
          "helper",
          "ipcomp",
          "ipvs",
          "nfacct",
          "osf",
          "policy",
          "quota",
          "rateest",
          "realm",
          "recent",
          "rpfilter",
          "sctp",
          "set",
          "socket",
          "statistic",
          "string",
          "tcpmss",
          "time",
          "tos",
          "u32",
          "cpu",
          "devgroup",
          "owner");

  private static final Set<String> OTHER_V6_MATCHES =
      Set.of("dst", "eui64", "frag", "hbh", "ipv6header", "mh", "rt", "srh");

  private static final Set<String> OTHER_TARGETS =
      Set.of(
          "AUDIT",
          "CLASSIFY",
          "CONNSECMARK",
          "DSCP",
          "HMARK",
          "IDLETIMER",
          "LED",
          "NETMAP",
          "NFLOG",
          "NFQUEUE",
          "RATEEST",
          "SECMARK",
          "SET",
          "SYNPROXY",
          "TCPOPTSTRIP",
          "TEE",
          "TOS",
          "TPROXY",
          "TRACE");

  private static final Set<String> OTHER_V4_TARGETS = Set.of("CLUSTERIP", "ECN", "TTL", "ULOG");

  private static final Set<String> OTHER_V6_TARGETS = Set.of("DNPT", "HL", "SNPT");

  private Extensions() {}

  /**
   * Returns a reader of the options of one match, null if iptables has no such match.
   *
   * @throws NotModelledException if it has, but this package has not
   */
  static ExtensionParser<Match> match(String name, IpFamily family) {
    return switch (name) {
      case "tcp" -> new TcpParser();
      case "udp" -> new UdpParser();
      case "icmp" -> family == IpFamily.V4 ? new IcmpParser(family) : null;
      case "icmp6", "icmpv6", "ipv6-icmp" -> family == IpFamily.V6 ? new IcmpParser(family) : null;
      case "mark" -> new MarkMatch.Parser(false);
      case "connmark" -> new MarkMatch.Parser(true);
      case "conntrack" -> ConntrackParser.conntrack(family);
      case "state" -> ConntrackParser.state(family);
      case "comment" -> new CommentMatch.Parser();
      case "iprange" -> new IprangeMatch.Parser();
      case "length" -> new LengthMatch.Parser();
      case "addrtype" -> new AddrtypeMatch.Parser();
      case "pkttype" -> new PkttypeMatch.Parser();
      case "ttl" -> family == IpFamily.V4 ? new TtlMatch.Parser(family) : null;
      case "hl" -> family == IpFamily.V6 ? new TtlMatch.Parser(family) : null;
      case "limit" -> new LimitMatch.Parser();
      case "mac" -> new MacMatch.Parser();
      case "multiport" -> new MultiportParser();
      case "physdev" -> new PhysdevMatch.Parser();
      default -> {
        if (OTHER_MATCHES.contains(name)
            || (family == IpFamily.V6 && OTHER_V6_MATCHES.contains(name))) {
          throw new NotModelledException("match " + name);
        }
        yield null;
      }
    };
  }

  /**
   * Returns a reader of the options of one target, null if iptables has no such target.
   *
   * @throws NotModelledException if it has, but this package has not
   */
  static ExtensionParser<Target> target(String name, IpFamily family) {
    return switch (name) {
      case "MARK" -> new MarkTarget.Parser();
      case "CONNMARK" -> new ConnmarkTarget.Parser();
      case "CT" -> new CtTarget.Parser(false);
      case "NOTRACK" -> new CtTarget.Parser(true);
      case "REJECT" -> new RejectTarget.Parser(family);
      case "TCPMSS" -> new TcpmssTarget.Parser();
      case "CHECKSUM" -> new ChecksumTarget.Parser();
      case "LOG" -> new LogTarget.Parser();
      case "DNAT", "SNAT", "MASQUERADE", "REDIRECT" ->
          new NatParser(NatTarget.Kind.valueOf(name), family);
      default -> {
        if (isOtherTarget(name, family)) {
          throw new NotModelledException("target " + name);
        }
        yield null;
      }
    };
  }

  private static boolean isOtherTarget(String name, IpFamily family) {
    return OTHER_TARGETS.contains(name)
        || (family == IpFamily.V4 ? OTHER_V4_TARGETS : OTHER_V6_TARGETS).contains(name);
  }

  /** Tells whether a chain can't have this name because a target has it. */
  static boolean isTargetName(String name, IpFamily family) {
    return name.isEmpty()
        || Verdict.find(name) != null
        || isOtherTarget(name, family)
        || target(name, family) != null;
  }
}
