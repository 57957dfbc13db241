package org.dvrsim.datapath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.TableName;

/** What became of packets: how each ended, and every step for an observer if there is one. */
final class Story {
  private final List<PacketEnd> ends = new ArrayList<>();
  private PacketObserver observer;

  /** Returns how packets since {@link #forgetEnds} ended, in order; a view. */
  List<PacketEnd> ends() {
    return Collections.unmodifiableList(ends);
  }

  /** Forgets how packets ended. */
  void forgetEnds() {
    ends.clear();
  }

  void setObserver(PacketObserver newObserver) {
    observer = newObserver;
  }

  /** Tells whether somebody wants to hear of steps; nothing needs to be put into words if not. */
  boolean isObserved() {
    return observer != null;
  }

  /** Tells of a step of a packet. */
  void observe(Skb skb, Stack stack, Step.Kind kind, Object cause, String text) {
    tell(skb, stack, kind, cause, text, null);
  }

  private void tell(
      Skb skb, Stack stack, Step.Kind kind, Object cause, String text, Disposition end) {
    Link out = skb.dst == null ? null : skb.dst.device();
    observer.step(
        new Step(
            skb.id,
            kind,
            stack.netns(),
            skb.device,
            out,
            null,
            null,
            cause,
            text,
            skb.packet,
            skb.mark,
            end));
  }

  /** Tells of an answer to the question for a MAC address that a packet needs. */
  void observeAnswer(int packetId, Stack stack, Link device, String text) {
    Netns netns = stack.netns();
    Step.Kind kind = Step.Kind.NEIGHBOUR;
    observer.step(
        new Step(packetId, kind, netns, device, null, null, null, null, text, null, 0, null));
  }

  /** Tells that a rule matched. */
  void observeRule(Skb skb, Stack stack, TableName table, Hook hook, ChainRule rule) {
    observer.step(
        new Step(
            skb.id,
            Step.Kind.RULE,
            stack.netns(),
            skb.device,
            skb.hookOut,
            table.toString(),
            rule.chain().name(),
            rule,
            hook + ": " + rule.line(),
            skb.packet,
            skb.mark,
            null));
  }

  /** Tells that a chain's policy decided. */
  void observePolicy(Skb skb, Stack stack, TableName table, Chain chain) {
    observer.step(
        new Step(
            skb.id,
            Step.Kind.POLICY,
            stack.netns(),
            skb.device,
            skb.hookOut,
            table.toString(),
            chain.name(),
            chain,
            "policy " + chain.policy(),
            skb.packet,
            skb.mark,
            null));
  }

  /** Ends a packet's way, unless it has ended already. */
  void endOnce(Skb skb, Stack stack, Disposition how, Object cause, String text) {
    if (!skb.ended) {
      end(skb, stack, how, cause, text);
    }
  }

  /** Ends a packet's way. */
  void end(Skb skb, Stack stack, Disposition how, Object cause, String text) {
    skb.ended = true;
    ends.add(new PacketEnd(skb.id, skb.about, stack.netns(), how, cause, text, skb.packet));
    if (observer != null) {
      tell(skb, stack, Step.Kind.END, cause, text, how);
    }
  }

  /** Ends the way of what is on the wire from {@code from}, null if it is nobody's. */
  void endFrame(Frame frame, Link from, Disposition how, String text) {
    if (frame.packet() != null) {
      Netns netns = from == null ? null : from.netns();
      ends.add(
          new PacketEnd(frame.packetId(), frame.about(), netns, how, null, text, frame.packet()));
      if (observer != null) {
        observer.step(
            new Step(
                frame.packetId(),
                Step.Kind.END,
                netns,
                null,
                from,
                null,
                null,
                null,
                text,
                frame.packet(),
                frame.mark(),
                how));
      }
    }
  }
}
