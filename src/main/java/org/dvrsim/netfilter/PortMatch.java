package org.dvrsim.netfilter;

/**
 * The ports of TCP or UDP, and TCP's flags and options.
 *
 * <p>Models: extensions/libxt_tcp.c, extensions/libxt_udp.c, net/netfilter/xt_tcpudp.c
 *
 * @param protocol {@link Protocols#TCP} or {@link Protocols#UDP}
 * @param option the TCP option that must be present, 0 for none
 * @param flagMask the TCP flags that are looked at
 * @param flagsSet those of them that must be set
 */
record PortMatch(
    int protocol,
    PortRange source,
    boolean sourceInverted,
    PortRange destination,
    boolean destinationInverted,
    int option,
    boolean optionInverted,
    int flagMask,
    int flagsSet,
    boolean flagsInverted)
    implements Match {

  @Override
  public String name() {
    return protocol == Protocols.TCP ? "tcp" : "udp";
  }

  @Override
  public boolean matches(PacketView packet) {
    return packet.protocol() == protocol
        && source.contains(packet.sourcePort()) != sourceInverted
        && destination.contains(packet.destinationPort()) != destinationInverted
        && ((packet.tcpFlags() & flagMask) == flagsSet) != flagsInverted
        && (option == 0 || optionInverted);
  }

  /**
   * Tells whether iptables hands the match to the kernel as it is, rather than as comparisons of
   * bytes, which the kernel doesn't check against the rule's protocol.
   */
  boolean isKept() {
    return isEmpty() || option != 0 || optionInverted;
  }

  boolean isEmpty() {
    return source.isAll()
        && !sourceInverted
        && destination.isAll()
        && !destinationInverted
        && option == 0
        && !optionInverted
        && flagMask == 0
        && flagsSet == 0
        && !flagsInverted;
  }

  /**
   * Refuses a rule that does not ask for the protocol, as iptables does before it sends the rule.
   *
   * <p>Models: iptables/nft.c:add_nft_tcp(), add_nft_udp()
   */
  void checkBeforeSending(RuleHeader header) {
    if (!isKept() && header.protocol() != protocol) {
      String name = protocol == Protocols.TCP ? "TCP" : "UDP";
      throw XtablesError.parameter(name + " match requires '-p " + name() + "'");
    }
  }

  @Override
  public Match asSent() {
    boolean turnsSource = sourceInverted && source.min() == 0 && !isSingleOrAll(source);
    boolean turnsDestination =
        destinationInverted && destination.min() == 0 && !isSingleOrAll(destination);
    boolean losesFlags = flagMask == 0 && (flagsSet != 0 || flagsInverted);
    if (isKept() || !(turnsSource || turnsDestination || losesFlags)) {
      return this;
    }
    return new PortMatch(
        protocol,
        turnsSource ? new PortRange(source.max() + 1, 0xffff) : source,
        sourceInverted && !turnsSource,
        turnsDestination ? new PortRange(destination.max() + 1, 0xffff) : destination,
        destinationInverted && !turnsDestination,
        option,
        optionInverted,
        flagMask,
        losesFlags ? 0 : flagsSet,
        flagsInverted && !losesFlags);
  }

  /**
   * Returns one match that says what this and a later one of the same protocol say; the later one
   * wins where both say something. So they come back from the kernel unless it got both as they
   * were.
   *
   * @return null if {@code later} stays apart
   */
  PortMatch merged(PortMatch later) {
    if (later.protocol != protocol || later.isKept()) {
      return null;
    }
    boolean noSource = later.source.isAll() && !later.sourceInverted;
    boolean noDestination = later.destination.isAll() && !later.destinationInverted;
    boolean noFlags = later.flagMask == 0;
    return new PortMatch(
        protocol,
        noSource ? source : later.source,
        noSource ? sourceInverted : later.sourceInverted,
        noDestination ? destination : later.destination,
        noDestination ? destinationInverted : later.destinationInverted,
        option,
        optionInverted,
        noFlags ? flagMask : later.flagMask,
        noFlags ? flagsSet : later.flagsSet,
        noFlags ? flagsInverted : later.flagsInverted);
  }

  private static boolean isSingleOrAll(PortRange range) {
    return range.min() == range.max() || range.isAll();
  }

  @Override
  public boolean isValid(RuleContext context) {
    return !isKept() || context.hasProtocol(protocol);
  }

  @Override
  public void save(StringBuilder out) {
    ports(out, " --sport ", source, sourceInverted);
    ports(out, " --dport ", destination, destinationInverted);
    if (option != 0 || optionInverted) {
      out.append(optionInverted ? " !" : "").append(" --tcp-option ").append(option);
    }
    if (flagMask != 0 || flagsInverted) {
      out.append(flagsInverted ? " !" : "").append(" --tcp-flags ");
      TcpFlags.write(out, flagMask);
      out.append(' ');
      TcpFlags.write(out, flagsSet);
    }
  }

  private static void ports(StringBuilder out, String option, PortRange range, boolean inverted) {
    if (range.isAll() && !inverted) {
      return;
    }
    out.append(inverted ? " !" : "").append(option).append(range.min());
    if (range.min() != range.max()) {
      out.append(':').append(range.max());
    }
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(' ').append(name());
    listPorts(out, "spt", source, sourceInverted, numeric);
    listPorts(out, "dpt", destination, destinationInverted, numeric);
    if (option != 0 || optionInverted) {
      out.append(" option=").append(optionInverted ? "!" : "").append(option);
    }
    if (flagMask != 0 || flagsInverted) {
      out.append(" flags:").append(flagsInverted ? "!" : "");
      if (numeric) {
        out.append(String.format("0x%02X/0x%02X", flagMask, flagsSet));
      } else {
        TcpFlags.write(out, flagMask);
        out.append('/');
        TcpFlags.write(out, flagsSet);
      }
    }
  }

  private void listPorts(
      StringBuilder out, String label, PortRange range, boolean inverted, boolean numeric) {
    if (range.isAll() && !inverted) {
      return;
    }
    boolean single = range.min() == range.max();
    out.append(' ').append(label).append(single ? ":" : "s:").append(inverted ? "!" : "");
    out.append(Services.show(range.min(), name(), numeric));
    if (!single) {
      out.append(':').append(Services.show(range.max(), name(), numeric));
    }
  }
}
