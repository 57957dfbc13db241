package org.dvrsim.ops;

/** Is told of every op that a host was asked to carry out, right after it was. */
@FunctionalInterface
public interface OpObserver {
  /** Called once for each op, refused ones included, in order. */
  void executed(TraceEntry entry);
}
