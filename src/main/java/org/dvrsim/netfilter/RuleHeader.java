package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * The conditions of a rule that need no match: addresses, devices, protocol, fragment.
 *
 * @param in null for any device
 * @param out null for any device
 * @param protocol 0 for any
 * @param fragment second and further fragments only
 */
public record RuleHeader(
    IpFamily family,
    AddressMask source,
    boolean sourceInverted,
    AddressMask destination,
    boolean destinationInverted,
    InterfacePattern in,
    InterfacePattern out,
    int protocol,
    boolean protocolInverted,
    boolean fragment,
    boolean fragmentInverted) {

  /** Tells whether {@code packet} fulfils all of it. */
  public boolean matches(PacketView packet) {
    return (protocol == 0 || (packet.protocol() == protocol) != protocolInverted)
        && (in == null || in.matches(packet.in()))
        && (out == null || out.matches(packet.out()))
        && (source.isAny() || source.contains(packet.source()) != sourceInverted)
        && (destination.isAny()
            || destination.contains(packet.destination()) != destinationInverted)
        && (!fragment || packet.isLaterFragment() != fragmentInverted);
  }

  /**
   * Appends the options in the order of iptables-save, each preceded by a blank.
   *
   * <p>Models: iptables/nft-ipv4.c:nft_ipv4_save_rule(), iptables/xshared.c:save_rule_details()
   */
  void save(StringBuilder text) {
    address(text, 's', source, sourceInverted);
    address(text, 'd', destination, destinationInverted);
    device(text, 'i', in);
    device(text, 'o', out);
    if (protocol > 0) {
      text.append(protocolInverted ? " ! -p " : " -p ");
      String name = Protocols.name(protocol);
      if (name != null) {
        text.append(name);
      } else {
        text.append(protocol);
      }
    }
    if (fragment) {
      text.append(fragmentInverted ? " ! -f" : " -f");
    }
  }

  private static void address(
      StringBuilder text, char letter, AddressMask address, boolean inverted) {
    if (address.isAny() && !inverted) {
      return;
    }
    text.append(inverted ? " ! -" : " -").append(letter).append(' ').append(address);
  }

  private static void device(StringBuilder text, char letter, InterfacePattern device) {
    if (device != null && (device.inverted() || !device.text().equals("+"))) {
      text.append(device.inverted() ? " ! -" : " -").append(letter).append(' ');
      text.append(device.text());
    }
  }
}
