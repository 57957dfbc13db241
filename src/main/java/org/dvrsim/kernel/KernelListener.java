package org.dvrsim.kernel;

/** Is told what changes in a kernel. It must not change the kernel in turn. */
@FunctionalInterface
public interface KernelListener {
  /** Takes note of {@code event}, which has just happened. */
  void changed(KernelEvent event);
}
