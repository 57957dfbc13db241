package org.dvrsim.agent;

/**
 * When Python's cycle collector makes a full round in an agent's process.
 *
 * <p>A deleted router's object refers to itself, so the real agent keeps it, and what it refers to,
 * until a full collection. That takes many allocations: eleven collections of the younger
 * generation, and survivors of a quarter of what lived before. In an agent's process that is the
 * doing of fip namespaces' objects, whose allocators are filled with 48,000 items each: measured on
 * the real agent, the second one since the process began brings a full collection about, and after
 * that every fifth.
 *
 * <p>One is shared by agents that follow each other in one process, as when recordings are made; a
 * new process has a new one.
 *
 * <p>Models: CPython 3.13 Python/gc.c:gc_collect_generations() with the default thresholds.
 * Differs: other allocations are left out.
 */
final class CycleCollector {
  private static final int FIRST = 2;
  private static final int EVERY = 5;

  private int built;

  /** Notes that a fip namespace's object is built; tells whether that brings a collection about. */
  boolean fipNamespaceBuilt() {
    built++;
    return built >= FIRST && (built - FIRST) % EVERY == 0;
  }
}
