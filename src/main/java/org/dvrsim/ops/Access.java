package org.dvrsim.ops;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/**
 * One thing that a worker of an agent does to what it shares with the others: a point at which
 * another may go on instead.
 *
 * @param point its number among all that workers do together, from 1
 * @param worker whose it is
 * @param objects what it is done to: namespaces, a file, a lock, the server; accesses of the same
 *     object may conflict
 * @param what what is done, in words; empty for an op
 * @param op the op, if it is one
 * @param askedBy the agent method that is at work; empty if none is named
 */
public record Access(
    long point,
    int worker,
    Kind kind,
    List<String> objects,
    String what,
    Optional<Op> op,
    String askedBy) {
  /** What the list of all namespaces is called as an object. */
  static final String NAMESPACES = "the list of namespaces";

  /** Kinds of accesses. */
  public enum Kind {
    /** An op changes the host. */
    OP,
    /** An op was carried out, and the worker has not gone on yet. */
    OP_DONE,
    /** Something of a namespace is looked up. */
    READ,
    /** A state file was read, emptied or written. */
    DISK,
    /** The server is asked or told something. */
    CALL,
    /** A lock is taken. */
    LOCK,
    /** Somebody calls the API. */
    API
  }

  /** Checks that all is given and copies the list. */
  public Access {
    Objects.requireNonNull(kind);
    objects = List.copyOf(objects);
    Objects.requireNonNull(what);
    Objects.requireNonNull(op);
    Objects.requireNonNull(askedBy);
  }

  /** Returns what an op is done to. */
  static List<String> objectsOf(Op op) {
    Set<String> objects = new LinkedHashSet<>();
    objects.add(op.netns().toString());
    if (op instanceof CreateVeth veth) {
      objects.add(veth.peerNetns().toString());
    } else if (op instanceof SetLink set) {
      set.newNetns().map(NetnsName::toString).ifPresent(objects::add);
    } else if (op instanceof CreateNetns || op instanceof RemoveNetns) {
      objects.add(NAMESPACES);
    }
    return List.copyOf(objects);
  }

  /** Tells whether it leaves things as they are. */
  public boolean isReadOnly() {
    return kind == Kind.READ || kind == Kind.LOCK || kind == Kind.OP_DONE;
  }

  /**
   * Tells whether the order of this and {@code other} may matter: they are of different workers,
   * touch the same object, and one of them changes it.
   */
  public boolean conflictsWith(Access other) {
    return worker != other.worker
        && !(isReadOnly() && other.isReadOnly())
        && objects.stream().anyMatch(other.objects::contains);
  }

  /** Returns it in words, an op as its command line. */
  @Override
  public String toString() {
    return op.map(done -> OpCommandLine.of(done).lines().findFirst().orElse("")).orElse(what);
  }
}
