package org.dvrsim.shell;

import org.dvrsim.kernel.AddressLifetime;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Prints an address as {@code ip addr} does.
 *
 * <p>Models: iproute2 ip/ipaddress.c:print_addrinfo()
 */
final class AddressPrinter {
  private final IpOptions options;
  private final FieldPrinter printer;
  private final DeviceNames names;

  AddressPrinter(IpSession session, FieldPrinter printer) {
    this(session, printer, DeviceNames.CURRENT);
  }

  AddressPrinter(IpSession session, FieldPrinter printer, DeviceNames names) {
    this.options = session.options();
    this.printer = printer;
    this.names = names;
  }

  /** Prints an address below its device, or with the device's name before it. */
  void print(IfAddress address) {
    print(address, options.oneLine);
  }

  /** Prints an address with the device's name before it, whatever the options say. */
  void printWithDevice(IfAddress address) {
    print(address, true);
  }

  /**
   * Prints a group or an anycast address.
   *
   * @param key what it is: {@code mcast} or {@code any}
   */
  void print(Link link, String key, IpAddress address) {
    device(link);
    printer.text("    " + AddressFamily.of(address.family()) + " " + key + " ");
    printer.coloured(Colour.of(address.family()), key, address.toString(), " ");
    printer.text("scope " + NameTables.scope(RouteScope.GLOBAL, options.numeric) + " ");
    printer.text(options.lineBreak() + "       valid_lft forever preferred_lft forever\n");
  }

  private void print(IfAddress address, boolean withDevice) {
    if (!options.brief) {
      if (withDevice) {
        device(address.device());
      }
      printer.string("family", "    ", AddressFamily.of(address.family()).toString(), " ");
    }
    Colour colour = Colour.of(address.family());
    printer.coloured(colour, "local", address.local().toString(), "");
    if (address.hasPeer()) {
      printer.text(" peer ").coloured(colour, "address", address.peer().toString(), "");
    }
    printer.number("prefixlen", "/", address.prefixLength(), " ");
    if (address.metric() != 0) {
      printer.number("metric", "metric ", address.metric(), " ");
    }
    if (!options.brief) {
      rest(address);
    }
  }

  private void device(Link link) {
    int index = link.ifindex();
    String name = names.name(link);
    if (printer.json()) {
      printer.jsonNumber("index", index).jsonString("dev", name);
    } else {
      printer.text(index + ": " + name);
    }
  }

  private void rest(IfAddress address) {
    if (address.broadcast().isPresent()) {
      String broadcast = address.broadcast().get().toString();
      printer.text("brd ").coloured(Colour.of(address.family()), "broadcast", broadcast, " ");
    }
    printer.string("scope", "scope ", NameTables.scope(address.scope(), options.numeric), " ");
    flags(address);
    if (address.protocol() != 0) {
      printer.string("protocol", "proto ", protocol(address.protocol()), " ");
    }
    if (!address.label().isEmpty()) {
      printer.string("label", "", address.label(), "");
    }
    printer.text(options.lineBreak());
    lifetime("valid_life_time", "       valid_lft ", shownValid(address));
    lifetime("preferred_life_time", " preferred_lft ", shownPreferred(address));
    printer.text("\n");
  }

  private void lifetime(String key, String before, long seconds) {
    String text = seconds == AddressLifetime.FOREVER ? "forever" : seconds + "sec";
    printer.text(before + text).jsonNumber(key, seconds);
  }

  private static long shownValid(IfAddress address) {
    return address.lifetimeLeft().valid();
  }

  /** IPv4 keeps a permanent address's lifetimes to itself (inet_fill_ifaddr()). */
  private static long shownPreferred(IfAddress address) {
    boolean hidden = address.family() == IpFamily.V4 && address.has(IfAddress.PERMANENT);
    return hidden ? AddressLifetime.FOREVER : address.lifetimeLeft().preferred();
  }

  private void flags(IfAddress address) {
    int left = address.flags();
    for (AddressFlags.Flag flag : AddressFlags.ALL) {
      boolean set = (left & flag.bit()) != 0;
      if (flag.bit() == AddressFlags.PERMANENT) {
        if (!set) {
          printer.flag("dynamic", "dynamic ");
        }
      } else if (set) {
        boolean temporary = flag.bit() == AddressFlags.SECONDARY && address.family() == IpFamily.V6;
        String name = temporary ? "temporary" : flag.name();
        printer.flag(name, name + " ");
      }
      left &= ~flag.bit();
    }
  }

  /** Models: iproute2 lib/rt_names.c:rtnl_addrprot_n2a() */
  private String protocol(int protocol) {
    return switch (options.numeric ? 0 : protocol) {
      case 1 -> "kernel_lo";
      case 2 -> "kernel_ra";
      case 3 -> "kernel_ll";
      default -> "0x" + Integer.toHexString(protocol);
    };
  }
}
