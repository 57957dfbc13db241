package org.dvrsim.netfilter;

import org.dvrsim.net.IpAddress;

/**
 * Translates addresses: DNAT, SNAT, MASQUERADE and REDIRECT.
 *
 * <p>Models: extensions/libxt_NAT.c, net/netfilter/xt_nat.c, net/netfilter/xt_MASQUERADE.c,
 * net/netfilter/xt_REDIRECT.c
 *
 * @param minAddress the first of the new addresses, null if the address is chosen or kept
 * @param maxAddress the last of them
 * @param ports the new ports, null if they are kept where possible
 * @param basePort where a shifted range of ports began, -1 for none
 */
public record NatTarget(
    Kind kind,
    IpAddress minAddress,
    IpAddress maxAddress,
    PortRange ports,
    int basePort,
    boolean random,
    boolean randomFully,
    boolean persistent)
    implements Target {
  /** The four targets. */
  public enum Kind {
    /** New destination. */
    DNAT("to:", "--to-destination ", Hook.mask(Hook.PREROUTING, Hook.OUTPUT)),
    /** New source. */
    SNAT("to:", "--to-source ", Hook.mask(Hook.POSTROUTING, Hook.INPUT)),
    /** New source: the address of the device by which the packet leaves. */
    MASQUERADE("masq ports: ", "--to-ports ", Hook.mask(Hook.POSTROUTING)),
    /** New destination: this host. */
    REDIRECT("redir ports ", "--to-ports ", Hook.mask(Hook.PREROUTING, Hook.OUTPUT));

    private final String listed;
    private final String saved;
    private final int hooks;

    Kind(String listed, String saved, int hooks) {
      this.listed = listed;
      this.saved = saved;
      this.hooks = hooks;
    }

    /** Tells whether it is the source that changes. */
    public boolean isSource() {
      return this == SNAT || this == MASQUERADE;
    }

    boolean takesAddress() {
      return this == DNAT || this == SNAT;
    }
  }

  @Override
  public String name() {
    return kind.name();
  }

  /** Returns the first of the new ports, -1 if ports are kept where possible. */
  public int minPort() {
    return ports == null ? -1 : ports.min();
  }

  /** Returns the last of the new ports, -1 if ports are kept where possible. */
  public int maxPort() {
    return ports == null ? -1 : ports.max();
  }

  @Override
  public boolean isValid(RuleContext context) {
    return context.table() == TableName.NAT && context.within(kind.hooks);
  }

  @Override
  public int allowedHooks() {
    return kind.hooks;
  }

  @Override
  public void save(StringBuilder out) {
    write(out, kind.saved, "--");
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    write(out, kind.listed, "");
  }

  private void write(StringBuilder out, String rangeOption, String flagPrefix) {
    if (minAddress != null || ports != null) {
      out.append(' ').append(rangeOption);
      range(out);
    }
    out.append(random ? " " + flagPrefix + "random" : "");
    out.append(randomFully ? " " + flagPrefix + "random-fully" : "");
    out.append(persistent ? " " + flagPrefix + "persistent" : "");
  }

  private void range(StringBuilder out) {
    if (minAddress != null) {
      boolean brackets = !minAddress.isV4() && ports != null;
      out.append(brackets ? "[" : "").append(minAddress);
      if (!minAddress.equals(maxAddress)) {
        out.append('-').append(maxAddress);
      }
      out.append(brackets ? "]" : "");
    }
    if (ports != null) {
      out.append(kind.takesAddress() ? ":" : "").append(ports.min());
      if (ports.max() != ports.min()) {
        out.append('-').append(ports.max());
      }
      if (basePort >= 0) {
        out.append('/').append(basePort);
      }
    }
  }
}
