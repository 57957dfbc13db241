package org.dvrsim.datapath;

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
import org.dvrsim.netfilter.Nat;
import org.dvrsim.netfilter.NatRange;
import org.dvrsim.netfilter.NatTarget;
import org.dvrsim.netfilter.RejectTarget;
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
  private final HookChains chains;
  private final Conntrack conntrack;
  private final ChainWalk walk = new ChainWalk();

  /** The packet, hook and table at hand. */
  private Skb skb;

  /** The rule or chain that matched last. */
  private Object decider;

  private Hook hook;
  private TableName table;

  Hooks(Stack stack, IpFamily family) {
    this.stack = stack;
    this.chains = new HookChains(stack.netns().netfilter(family));
    this.conntrack = stack.conntrack();
  }

  /** Tells whether connections are tracked now. */
  boolean isTracking() {
    chains.refresh();
    return chains.tracks();
  }

  /**
   * Takes a packet through a hook.
   *
   * @return whether it goes on; a packet dropped by another target than DROP has its error set
   */
  boolean run(Hook at, Skb packet, Link in, Link out) {
    chains.refresh();
    if (chains.isEmpty()) {
      return true;
    }
    packet.hookIn = in;
    packet.hookOut = out;
    return switch (at) {
      case PREROUTING ->
          chain(TableName.RAW, at, packet)
              && track(packet)
              && chain(TableName.MANGLE, at, packet)
              && translate(packet, at, false);
      case INPUT ->
          chain(TableName.MANGLE, at, packet)
              && chain(TableName.FILTER, at, packet)
              && chain(TableName.SECURITY, at, packet)
              && translate(packet, at, true)
              && confirm(packet);
      case FORWARD ->
          chain(TableName.MANGLE, at, packet)
              && chain(TableName.FILTER, at, packet)
              && chain(TableName.SECURITY, at, packet);
      case OUTPUT ->
          chain(TableName.RAW, at, packet)
              && track(packet)
              && mangleOutput(packet)
              && natOutput(packet)
              && chain(TableName.FILTER, at, packet)
              && chain(TableName.SECURITY, at, packet);
      case POSTROUTING ->
          chain(TableName.MANGLE, at, packet) && translate(packet, at, true) && confirm(packet);
    };
  }

  private boolean chain(TableName name, Hook at, Skb packet) {
    Chain chain = chains.of(name, at);
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
    if (!chain(TableName.MANGLE, Hook.OUTPUT, packet)) {
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
    if (!chains.translates() || tracked.entry() == null) {
      return true;
    }
    IpAddress sent = tracked.entry().tuple(tracked.isReply()).destination();
    IpAddress answered = tracked.entry().tuple(!tracked.isReply()).source();
    return sent.equals(answered) || stack.layer(packet).reroute(packet);
  }

  // Connection tracking.

  private boolean track(Skb packet) {
    if (!chains.tracks()
        || packet.tracked.entry() != null
        || packet.tracked.state() == CtState.UNTRACKED) {
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
    if (chains.tracks() && packet.tracked.entry() != null && !conntrack.confirm(packet.tracked)) {
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
    if (!chains.translates() || !chains.tracks() || tracked.entry() == null) {
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
      if (!chain(TableName.NAT, at, packet)) {
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
