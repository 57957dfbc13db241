package org.dvrsim.shell;

import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Op;

/**
 * One run of {@code ip} on one object: where it runs, with which options, and how it asks the
 * kernel.
 */
final class IpSession {
  /** The exit status after a refusal by the kernel. */
  static final int REFUSED = 2;

  private final CommandContext context;
  private final IpOptions options;

  IpSession(CommandContext context, IpOptions options) {
    this.context = context;
    this.options = options;
  }

  /** Returns where the command runs. */
  CommandContext context() {
    return context;
  }

  /** Returns the options before the object. */
  IpOptions options() {
    return options;
  }

  /** Returns the family asked for with {@code -4}, {@code -6} or {@code -family}. */
  AddressFamily family() {
    return options.family;
  }

  /** Returns the IP family asked for, IPv4 if none is. */
  IpFamily ipFamily() {
    return options.family.ip().orElse(IpFamily.V4);
  }

  /** Returns the namespace. */
  Netns netns() {
    return context.netns();
  }

  /** Returns the namespace's name. */
  NetnsName netnsName() {
    return context.netnsName();
  }

  /** Returns the device of that name. */
  Optional<Link> findDevice(String name) {
    return IfName.isValid(name)
        ? netns().askForLink(new IfName(name))
        : netns().findByAltName(name).flatMap(link -> netns().askForLink(link.name()));
  }

  /** Returns the device of that name or ends the command with 1. */
  Link device(String name) {
    return findDevice(name).orElseThrow(() -> Complaint.noDevice(context, name));
  }

  /** Carries out {@code op}; returns the exit status, having complained of a refusal. */
  int talk(Op op) {
    try {
      context.execute(op);
      return 0;
    } catch (ErrnoException e) {
      Complaint.netlink(context, e);
      return REFUSED;
    }
  }

  /** Returns a printer of standard output as the options ask for. */
  FieldPrinter printer() {
    return new FieldPrinter(context.out(), options.json, options.pretty, options.colour);
  }

  /** Writes an object's usage text and returns the exit with 255. */
  CommandExit usage(String name) {
    context.err().append(UsageText.of(name));
    return new CommandExit(255);
  }

  /** Reads a prefix or ends the command. */
  PrefixWord prefix(String word, AddressFamily family) {
    return PrefixWord.prefix(context, word, family);
  }

  /** Reads an address or ends the command. */
  PrefixWord address(String word, AddressFamily family) {
    return PrefixWord.address(context, word, family);
  }

  /** Reads a number from 0 to 2^32 - 1 or ends the command with {@code reason}. */
  long u32(String word, String reason) {
    return Numbers.unsigned(word, Numbers.MAX_U32)
        .orElseThrow(() -> Complaint.invalid(context, reason, word));
  }
}
