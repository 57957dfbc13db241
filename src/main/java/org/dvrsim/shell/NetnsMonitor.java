package org.dvrsim.shell;

import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.kernel.KernelListener;

/**
 * A running {@code ip netns monitor}.
 *
 * <p>Models: iproute2 ip/ipnetns.c:netns_monitor()
 */
final class NetnsMonitor implements Listener, KernelListener {
  private final Kernel kernel;
  private final StringBuilder out = new StringBuilder();

  /** Starts to listen. */
  NetnsMonitor(Kernel kernel) {
    this.kernel = kernel;
    kernel.addListener(this);
  }

  @Override
  public void changed(KernelEvent event) {
    if (event instanceof KernelEvent.NetnsAdded added) {
      out.append("add ").append(added.netns()).append('\n');
    } else if (event instanceof KernelEvent.NetnsRemoved removed) {
      out.append("delete ").append(removed.netns()).append('\n');
    }
  }

  @Override
  public boolean hasUnread() {
    return out.length() > 0;
  }

  @Override
  public boolean flushes() {
    return false; // stdio does it for a terminal only
  }

  @Override
  public String read() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  @Override
  public void stop() {
    kernel.removeListener(this);
  }
}
