package org.dvrsim.datapath;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Packet;
import org.dvrsim.net.TcpSegment;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.ChainWalk;
import org.dvrsim.netfilter.ConnmarkTarget;
import org.dvrsim.netfilter.Conntrack;
import org.dvrsim.netfilter.CtState;
import org.dvrsim.netfilter.CtTarget;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.HookVerdict;
import org.dvrsim.netfilter.MarkTarget;
import org.dvrsim.netfilter.Match;
import org.dvrsim.netfilter.Nat;
import org.dvrsim.netfilter.NatRange;
import org.dvrsim.netfilter.NatTarget;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.RejectTarget;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;
import org.dvrsim.netfilter.Target;
import org.dvrsim.netfilter.Tracked;

/**
 * What one family's packet filter of a namespace does at each hook: tables by priority, connection
 * tracking and translation in their places among them.
 *
 * <p>Connection tracking is there only while some rule needs it, as in the kernel; without it the
 * chains of nat see no packet.
 *
 * <p>Models: include/uapi/linux/netfilter_ipv4.h:enum nf_ip_hook_priorities,
 * net/netfilter/nf_nat_core.c:nf_nat_inet_fn(), net/netfilter/nf_conntrack_proto.c:nf_confirm(),
 * net/netfilter/nft_chain_route.c
 */
final class Hooks implements ChainWalk.Visitor {
  private static final String TCP_LOOSE = "net.netfilter.nf_conntrack_tcp_loose";

  private final Stack stack;
  private final Netfilter netfilter;
  private final Conntrack conntrack;
  private final ChainWalk walk = new ChainWalk();

  private long version = -1;
  private boolean tracks;
  private boolean translates;
  private boolean empty;
  private final Map<Hook, Chain> raw = new EnumMap<>(Hook.class);
  private final Map<Hook, Chain> mangle = new EnumMap<>(Hook.class);
  private final Map<Hook, Chain> nat = new EnumMap<>(Hook.class);
  private final Map<Hook, Chain> filter = new EnumMap<>(Hook.class);
  private final Map<Hook, Chain> security = new EnumMap<>(Hook.class);

  /** The packet, hook and table at hand. */
  private Skb skb;

  /** The rule or chain that matched last. */
  private Object decider;

  private Hook hook;
  private TableName table;

  Hooks(Stack stack, IpFamily family) {
    this.stack = stack;
    this.netfilter = stack.netns().netfilter(family);
    this.conntrack = stack.conntrack();
  }

  /** Reads the tables anew if they changed. */
  private void refresh() {
    if (version == netfilter.version()) {
      return;
    }
    version = netfilter.version();
    read(TableName.RAW, raw);
    read(TableName.MANGLE, mangle);
    read(TableName.NAT, nat);
    read(TableName.FILTER, filter);
    read(TableName.SECURITY, security);
    translates = !nat.isEmpty();
    tracks = false;
    empty = true;
    for (Table each : netfilter.tables()) {
      empty = false;
      tracks |= needsTracking(each.baseChains()) || needsTracking(each.userChains());
    }
  }

  private void read(TableName name, Map<Hook, Chain> chains) {
    chains.clear();
    Table found = netfilter.tableOrNull(name);
    if (found != null) {
      for (Chain chain : found.baseChains()) {
        chains.put(chain.hook(), chain);
      }
    }
  }

  /** Tells whether a rule has an extension that asks for tracking (nf_ct_netns_get()). */
  private static boolean needsTracking(Collection<Chain> chains) {
    for (Chain chain : chains) {
      for (ChainRule rule : chain.rules()) {
        Target target = rule.rule().target();
        if (target instanceof NatTarget
            || target instanceof ConnmarkTarget
            || (target instanceof CtTarget ct && !ct.notrack())) {
          return true;
        }
        for (Match match : rule.rule().matches()) {
          switch (match.name()) {
            case "conntrack", "state", "connmark" -> {
              return true;
            }
            default -> {}
          }
        }
      }
    }
    return false;
  }

  /** Tells whether connections are tracked now. */
  boolean isTracking() {
    refresh();
    return tracks;
  }

  /**
   * Takes a packet through a hook.
   *
   * @return whether it goes on; a packet dropped by another target than DROP has its error set
   */
  boolean run(Hook at, Skb packet, Link in, Link out) {
    refresh();
    if (empty) {
      return true;
    }
    packet.hookIn = in;
    packet.hookOut = out;
    return switch (at) {
      case PREROUTING ->
          chain(raw, at, packet, TableName.RAW)
              && track(packet)
              && chain(mangle, at, packet, TableName.MANGLE)
              && translate(packet, at, false);
      case INPUT ->
          chain(mangle, at, packet, TableName.MANGLE)
              && chain(filter, at, packet, TableName.FILTER)
              && chain(security, at, packet, TableName.SECURITY)
              && translate(packet, at, true)
              && confirm(packet);
      case FORWARD ->
          chain(mangle, at, packet, TableName.MANGLE)
              && chain(filter, at, packet, TableName.FILTER)
              && chain(security, at, packet, TableName.SECURITY);
      case OUTPUT ->
          chain(raw, at, packet, TableName.RAW)
              && track(packet)
              && mangleOutput(packet)
              && natOutput(packet)
              && chain(filter, at, packet, TableName.FILTER)
              && chain(security, at, packet, TableName.SECURITY);
      case POSTROUTING ->
          chain(mangle, at, packet, TableName.MANGLE)
              && translate(packet, at, true)
              && confirm(packet);
    };
  }

  private boolean chain(Map<Hook, Chain> chains, Hook at, Skb packet, TableName name) {
    Chain chain = chains.get(at);
    if (chain == null) {
      return true;
    }
    Skb outerSkb = skb;
    Hook outerHook = hook;
    TableName outerTable = table;
    skb = packet;
    hook = at;
    table = name;
    HookVerdict verdict = run(chain, packet);
    if (verdict == HookVerdict.DROP) {
      packet.decider = decider;
    }
    skb = outerSkb;
    hook = outerHook;
    table = outerTable;
    return verdict == HookVerdict.ACCEPT;
  }

  /** A target such as REJECT makes packets that pass the same chains while this one is in them. */
  private HookVerdict run(Chain chain, Skb packet) {
    ChainWalk own = skb == null || !walkBusy ? walk : new ChainWalk();
    boolean outer = walkBusy;
    walkBusy = true;
    HookVerdict verdict = own.run(chain, packet, this);
    walkBusy = outer;
    return verdict;
  }

  private boolean walkBusy;

  /** The route chain of mangle: what it changes may lead to another route. */
  private boolean mangleOutput(Skb packet) {
    Packet before = packet.packet;
    int mark = packet.mark;
    if (!chain(mangle, Hook.OUTPUT, packet, TableName.MANGLE)) {
      return false;
    }
    boolean changed =
        packet.mark != mark
            || packet.packet.tos() != before.tos()
            || !packet.packet.source().equals(before.source())
            || !packet.packet.destination().equals(before.destination());
    return !changed || stack.layer(packet).reroute(packet);
  }

  private boolean natOutput(Skb packet) {
    if (!translate(packet, Hook.OUTPUT, false)) {
      return false;
    }
    Tracked tracked = packet.tracked;
    if (!translates || tracked.entry() == null) {
      return true;
    }
    IpAddress sent = tracked.entry().tuple(tracked.isReply()).destination();
    IpAddress answered = tracked.entry().tuple(!tracked.isReply()).source();
    return sent.equals(answered) || stack.layer(packet).reroute(packet);
  }

  // Connection tracking.

  private boolean track(Skb packet) {
    if (!tracks || packet.tracked.entry() != null || packet.tracked.state() == CtState.UNTRACKED) {
      return true;
    }
    if (packet.packet.payload() instanceof TcpSegment) {
      conntrack.setTcpLoose(stack.netns().sysctl().number(TCP_LOOSE) != 0);
    }
    packet.tracked = conntrack.track(packet.packet);
    if (stack.world().story().isObserved()) {
      stack
          .world()
          .story()
          .observe(packet, stack, Step.Kind.CONNTRACK, packet.tracked, describe(packet));
    }
    return true;
  }

  private static String describe(Skb packet) {
    Tracked tracked = packet.tracked;
    return "connection " + tracked.state() + (tracked.isReply() ? ", reply direction" : "");
  }

  private boolean confirm(Skb packet) {
    if (tracks && packet.tracked.entry() != null && !conntrack.confirm(packet.tracked)) {
      stack
          .world()
          .story()
          .end(packet, stack, Disposition.CONNTRACK_CLASH, packet.tracked, "clash");
      return false;
    }
    return true;
  }

  /** Models: net/netfilter/nf_nat_core.c:nf_nat_inet_fn(). */
  private boolean translate(Skb packet, Hook at, boolean ofSource) {
    Tracked tracked = packet.tracked;
    if (!translates || !tracks || tracked.entry() == null) {
      return true;
    }
    Packet before = packet.packet;
    if (tracked.state() == CtState.RELATED && before.payload() instanceof IcmpMessage) {
      Packet after = Nat.translateError(before, tracked, ofSource);
      if (after == null) {
        stack
            .world()
            .story()
            .end(packet, stack, Disposition.FILTERED, tracked, "redirect not translated");
        return false;
      }
      return translated(packet, before, after);
    }
    boolean begins = tracked.state() == CtState.NEW || tracked.state() == CtState.RELATED;
    if (begins && !tracked.entry().isNatDone(ofSource)) {
      if (!chain(nat, at, packet, TableName.NAT)) {
        return false;
      }
      if (!tracked.entry().isNatDone(ofSource)) {
        Nat.setUpNothing(conntrack, tracked.entry(), ofSource);
      }
    }
    return translated(packet, before, Nat.translate(before, tracked, ofSource));
  }

  /** A packet that isn't translated is handed back as the same object. */
  @SuppressWarnings("ReferenceEquality")
  private boolean translated(Skb packet, Packet before, Packet after) {
    if (after != before) {
      packet.packet = after;
      if (stack.world().story().isObserved()) {
        stack
            .world()
            .story()
            .observe(packet, stack, Step.Kind.NAT, packet.tracked, before + " becomes " + after);
      }
    }
    return true;
  }

  // Targets.

  @Override
  public void matched(ChainRule rule) {
    decider = rule;
    if (stack.world().story().isObserved()) {
      stack.world().story().observeRule(skb, stack, table, hook, rule);
    }
  }

  @Override
  public void policy(Chain chain) {
    decider = chain;
    if (stack.world().story().isObserved()) {
      stack.world().story().observePolicy(skb, stack, table, chain);
    }
  }

  @Override
  public HookVerdict apply(ChainRule rule, Target target) {
    if (target instanceof MarkTarget markTarget) {
      skb.mark = markTarget.apply(skb.mark);
      return HookVerdict.CONTINUE;
    }
    if (target instanceof NatTarget natTarget) {
      return applyNat(natTarget);
    }
    if (target instanceof ConnmarkTarget connmark) {
      if (skb.tracked.entry() != null) {
        int connectionMark = skb.tracked.entry().mark();
        skb.tracked.entry().setMark(connmark.applyToConnection(connectionMark, skb.mark));
        skb.mark = connmark.applyToPacket(skb.mark, connectionMark);
      }
      return HookVerdict.CONTINUE;
    }
    if (target instanceof CtTarget ct) {
      if (ct.hasZone()) {
        throw new NotModelledException("target CT --zone on a packet");
      }
      if (ct.notrack() && skb.tracked.entry() == null) {
        skb.tracked = Tracked.UNTRACKED;
      }
      return HookVerdict.CONTINUE;
    }
    if (target instanceof RejectTarget reject) {
      skb.error = Errno.EPERM;
      stack.layer(skb).reject(skb, reject, hook);
      decider = rule;
      return HookVerdict.DROP;
    }
    if (target.name().equals("LOG") || target.name().equals("CHECKSUM")) {
      return HookVerdict.CONTINUE;
    }
    throw new NotModelledException("target " + target.name() + " on a packet");
  }

  private HookVerdict applyNat(NatTarget target) {
    Tracked tracked = skb.tracked;
    boolean ofSource = target.kind().isSource();
    if (tracked.entry().isNatDone(ofSource)) {
      return HookVerdict.ACCEPT;
    }
    NatRange range =
        switch (target.kind()) {
          case SNAT, DNAT -> NatRange.of(target);
          case MASQUERADE -> masquerade(target);
          case REDIRECT -> redirect(target);
        };
    if (range == null) {
      skb.error = Errno.EPERM;
      return HookVerdict.DROP;
    }
    Nat.setUp(conntrack, tracked.entry(), range, ofSource);
    return HookVerdict.ACCEPT;
  }

  /** Models: net/netfilter/nf_nat_masquerade.c:nf_nat_masquerade_ipv4(). */
  private NatRange masquerade(NatTarget target) {
    IpAddress address = stack.layer(skb).addressTowards(skb.hookOut, skb);
    if (address.isUnspecified()) {
      return null;
    }
    skb.tracked.entry().setMasqueradeIfindex(skb.hookOut.ifindex());
    return NatRange.of(target, address);
  }

  /** Models: net/netfilter/nf_nat_redirect.c:nf_nat_redirect_ipv4(). */
  private NatRange redirect(NatTarget target) {
    IpAddress address =
        hook == Hook.OUTPUT
            ? stack.layer(skb).loopbackAddress()
            : stack.layer(skb).firstAddress(skb.hookIn);
    return address.isUnspecified() ? null : NatRange.of(target, address);
  }
}
