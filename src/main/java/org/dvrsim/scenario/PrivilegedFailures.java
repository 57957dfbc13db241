package org.dvrsim.scenario;

import org.dvrsim.base.Errno;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.DeleteRoute;
import org.dvrsim.ops.DeleteRule;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.SetLink;
import org.dvrsim.ops.WriteSysctl;

/**
 * The exceptions that Neutron's privileged functions raise for what the kernel refuses.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py: create_netns, add_ip_address,
 * delete_ip_address, create_interface, add_ip_rule, delete_ip_rule, delete_ip_route,
 * delete_neigh_entry, _translate_ip_device_exception
 */
final class PrivilegedFailures {
  private PrivilegedFailures() {}

  /** Returns the exception's class name; null where the function forgives the errno. */
  static String name(Op op, Errno errno) {
    if (forgives(op, errno)) {
      return null;
    }
    if (op instanceof WriteSysctl) {
      return "ProcessExecutionError";
    }
    return switch (errno) {
      case ENODEV -> "NetworkInterfaceNotFound";
      case ENOENT ->
          op instanceof DeleteRule || op instanceof AddRule
              ? "NetlinkError"
              : "NetworkNamespaceNotFound";
      case EEXIST ->
          op instanceof AddAddress
              ? "IpAddressAlreadyExists"
              : op instanceof CreateVeth ? "InterfaceAlreadyExists" : "NetlinkError";
      case EOPNOTSUPP -> op instanceof SetLink ? "InterfaceOperationNotSupported" : "NetlinkError";
      case EINVAL -> op instanceof SetLink ? "InvalidArgument" : "NetlinkError";
      default -> "NetlinkError";
    };
  }

  private static boolean forgives(Op op, Errno errno) {
    return switch (errno) {
      case EEXIST -> op instanceof CreateNetns || op instanceof AddRule;
      case EADDRNOTAVAIL -> op instanceof DeleteAddress;
      case ENOENT -> op instanceof DeleteRule || op instanceof DeleteNeighbour;
      case ESRCH -> op instanceof DeleteRoute;
      default -> false;
    };
  }
}
