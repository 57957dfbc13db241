package org.dvrsim.invariant;

import org.dvrsim.net.IpAddress;

/** A floating IP that a host must put into effect. */
record WantedFloatingIp(String id, IpAddress floating, IpAddress fixed) {}
