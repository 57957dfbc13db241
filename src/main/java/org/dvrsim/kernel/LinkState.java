package org.dvrsim.kernel;

import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;

/** What a device was like at one moment. */
public record LinkState(
    int ifindex,
    IfName name,
    LinkKind kind,
    MacAddress mac,
    int mtu,
    boolean up,
    boolean carrier) {}
