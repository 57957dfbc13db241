package org.dvrsim.kernel;

/** Hears what a namespace's rtnetlink sockets are told. It must not change the kernel in turn. */
@FunctionalInterface
public interface RtnetlinkListener {
  /** Takes note of {@code message}, at the moment at which the kernel sends it. */
  void received(RtnetlinkMessage message);
}
