package org.dvrsim.datapath;

import org.dvrsim.kernel.FibResult;

/** Says in a few words what routing decided. */
final class RouteText {
  private RouteText() {}

  static String of(Dst dst) {
    return switch (dst.kind()) {
      case LOCAL -> "for this host";
      case BROADCAST -> "a broadcast";
      case UNICAST ->
          (dst.gateway() == null ? "on the link, by " : "via " + dst.gateway() + " by ")
              + dst.device()
              + by(dst.result());
      case ERROR, DROP -> dst.drop() + by(dst.result());
    };
  }

  private static String by(FibResult result) {
    if (result == null || result.rule().isEmpty()) {
      return "";
    }
    return " (rule " + result.rule().get().priority() + ")";
  }
}
