package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.DeleteLink;
import org.dvrsim.ops.SetLink;

/**
 * {@code ip link add}, {@code set} and {@code del}.
 *
 * <p>Models: iproute2 ip/iplink.c:iplink_modify(), ip/link_veth.c
 */
final class LinkModify {
  private static final int MAX_NAME = 15;

  private final IpSession session;
  private final CommandContext context;

  LinkModify(IpSession session) {
    this.session = session;
    this.context = session.context();
  }

  int add(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    LinkRequest link = new LinkRequest(session, true);
    link.read(arguments);
    if (link.type.isEmpty()) {
      context.complain("Not enough information: \"type\" argument is required");
      return 1;
    }
    if (!link.type.get().equals("veth")) {
      throw new NotModelledException("ip link add type " + link.type.get());
    }
    LinkRequest peer = new LinkRequest(session, true);
    if (arguments.hasMore()) {
      if (!arguments.is("peer")) {
        context.out().append(UsageText.of("ip-link-veth"));
        return 1;
      }
      arguments.advance();
      peer.read(arguments);
      if (peer.type.isPresent()) {
        throw Complaint.duplicate(context, "type", peer.type.get());
      }
    }
    return create(link, peer);
  }

  private int create(LinkRequest link, LinkRequest peer) {
    Optional<String> refusal = refusal(link).or(() -> refusal(peer));
    if (refusal.isPresent()) {
      context.complain(refusal.get());
      return IpSession.REFUSED;
    }
    NetnsName own = link.netns.orElse(session.netnsName());
    return session.talk(
        new CreateVeth(own, end(link), peer.netns.orElse(session.netnsName()), end(peer)));
  }

  /** Returns the complaint about names and addresses that no record of ours can hold. */
  private static Optional<String> refusal(LinkRequest request) {
    if (request.name != null && request.name.length() > MAX_NAME) {
      return Optional.of("Error: Attribute failed policy validation.");
    }
    boolean badName = request.name != null && !IfName.isValid(request.name);
    boolean badAddress = request.mac.isPresent() && request.mac.get().length != LinkWords.MAC_BYTES;
    if (badName || badAddress) {
      return Optional.of("RTNETLINK answers: Invalid argument");
    }
    return Optional.empty();
  }

  private static CreateVeth.End end(LinkRequest request) {
    if (request.name != null && request.name.indexOf('%') >= 0) {
      throw new NotModelledException("a device name with a pattern: " + request.name);
    }
    return new CreateVeth.End(
        Optional.ofNullable(request.name).map(IfName::new),
        request.mac.map(LinkWords::mac),
        request.mtu,
        request.up.orElse(false));
  }

  int set(List<String> words) {
    LinkRequest link = existing(words);
    Optional<IfName> newName = Optional.empty();
    if (!link.name.equals(link.device)) {
      if (!IfName.isValid(link.name)) {
        context.complain("RTNETLINK answers: Invalid argument");
        return IpSession.REFUSED;
      }
      newName = Optional.of(new IfName(link.name));
    }
    link.change
        .netns(link.netns)
        .name(newName)
        .mac(link.mac.map(LinkWords::mac))
        .mtu(link.mtu)
        .up(link.up);
    return session.talk(
        new SetLink(session.netnsName(), session.device(link.device).name(), link.change.build()));
  }

  int delete(List<String> words) {
    LinkRequest link = existing(words);
    return session.talk(new DeleteLink(session.netnsName(), session.device(link.device).name()));
  }

  private LinkRequest existing(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    LinkRequest link = new LinkRequest(session, false);
    link.read(arguments);
    if (arguments.hasMore()) {
      if (arguments.begins("help")) {
        throw session.usage("ip-link");
      }
      throw new NotModelledException("ip link set with attributes of a type");
    }
    return link;
  }
}
