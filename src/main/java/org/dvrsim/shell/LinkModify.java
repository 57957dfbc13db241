package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkSpec;
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

  /** Creates a pair; {@code replace} refuses otherwise if the device is there already. */
  int add(List<String> words, boolean replace) {
    Arguments arguments = new Arguments(context, words);
    LinkRequest link = new LinkRequest(session, true);
    link.read(arguments);
    if (link.type.isEmpty()) {
      context.complain("Not enough information: \"type\" argument is required");
      return 1;
    }
    if (!link.type.get().equals("veth")) {
      return otherKind(link.type.get(), arguments);
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
    if (replace && session.findDevice(link.name).isPresent()) {
      context.complain("RTNETLINK answers: Operation not supported");
      return IpSession.REFUSED;
    }
    return create(link, peer);
  }

  /**
   * Creates a device of another kind: words after the kind are that kind's own.
   *
   * <p>Models: iproute2 ip/iplink.c:iplink_modify(), net/core/rtnetlink.c:__rtnl_newlink()
   */
  private int otherKind(String kind, Arguments arguments) {
    if (LinkWords.isOtherKind(kind)) {
      throw new NotModelledException("ip link add type " + kind);
    }
    if (arguments.hasMore()) {
      if (arguments.begins("help")) {
        throw session.usage("ip-link");
      }
      context.complain(
          "Garbage instead of arguments \"" + arguments.word() + " ...\". Try \"ip link help\".");
      return 1;
    }
    context.complain("Error: Unknown device type.");
    return IpSession.REFUSED;
  }

  private int create(LinkRequest link, LinkRequest peer) {
    Optional<String> refusal =
        refusal(link).or(() -> refusal(peer)).or(() -> link.refusal).or(() -> peer.refusal);
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

  private static LinkSpec end(LinkRequest request) {
    return new LinkSpec(
        Optional.ofNullable(request.name).map(IfName::new),
        request.index,
        request.change.mac(request.mac.map(LinkWords::mac)).build());
  }

  int set(List<String> words) {
    LinkRequest link = existing(words);
    if (link.refusal.isPresent()) {
      if (words.size() > (words.contains("dev") ? 4 : 3)) {
        throw new NotModelledException("ip link set with master, carrier or protodown and more");
      }
      context.complain(link.refusal.get());
      return IpSession.REFUSED;
    }
    if (link.device == null) {
      return setGroup(link);
    }
    Optional<IfName> newName = Optional.empty();
    if (!link.name.equals(link.device)) {
      if (!IfName.isValid(link.name)) {
        context.complain("RTNETLINK answers: Invalid argument");
        return IpSession.REFUSED;
      }
      newName = Optional.of(new IfName(link.name));
    }
    link.change.netns(link.netns).name(newName).mac(link.mac.map(LinkWords::mac));
    return set(session.device(link.device), link);
  }

  private int set(Link device, LinkRequest link) {
    return session.talk(new SetLink(session.netnsName(), device.name(), link.change.build()));
  }

  /** Models: net/core/rtnetlink.c:rtnl_group_changelink() */
  private int setGroup(LinkRequest link) {
    link.change.netns(link.netns).mac(link.mac.map(LinkWords::mac));
    for (Link device : ofGroup(link.group.getAsInt())) {
      int status = set(device, link);
      if (status != 0) {
        return status;
      }
    }
    return 0;
  }

  private List<Link> ofGroup(int group) {
    return session.netns().links().stream().filter(device -> device.group() == group).toList();
  }

  int delete(List<String> words) {
    LinkRequest link = existing(words);
    if (link.device == null) {
      return deleteGroup(link.group.getAsInt());
    }
    return session.talk(new DeleteLink(session.netnsName(), session.device(link.device).name()));
  }

  /** Models: net/core/rtnetlink.c:rtnl_group_dellink() */
  private int deleteGroup(int group) {
    List<Link> doomed = ofGroup(group);
    Errno errno = group == 0 ? Errno.EPERM : doomed.isEmpty() ? Errno.ENODEV : null;
    if (errno == null && doomed.stream().anyMatch(Link::isLoopback)) {
      errno = Errno.EOPNOTSUPP;
    }
    if (errno != null) {
      context.complain("RTNETLINK answers: " + errno.message());
      return IpSession.REFUSED;
    }
    for (Link device : doomed) {
      if (session.netns().links().contains(device)) {
        session.talk(new DeleteLink(session.netnsName(), device.name()));
      }
    }
    return 0;
  }

  /** A veth takes words about a peer, of which the kernel then changes nothing. */
  private CommandExit ofKind(String kind, Arguments arguments) {
    if (!kind.equals("veth")) {
      throw new NotModelledException("ip link set type " + kind);
    }
    if (!arguments.is("peer")) {
      context.out().append(UsageText.of("ip-link-veth"));
      return new CommandExit(1);
    }
    arguments.advance();
    new LinkRequest(session, false).read(arguments);
    context.complain("RTNETLINK answers: Operation not supported");
    return new CommandExit(IpSession.REFUSED);
  }

  private LinkRequest existing(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    LinkRequest link = new LinkRequest(session, false);
    link.read(arguments);
    if (arguments.hasMore()) {
      if (arguments.begins("help")) {
        throw session.usage("ip-link");
      }
      throw ofKind(link.type.orElse(""), arguments);
    }
    return link;
  }
}
