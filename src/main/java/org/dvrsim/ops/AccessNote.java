package org.dvrsim.ops;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dvrsim.net.NetnsName;

/**
 * What is noted of a worker's access. There are very many, and few are ever looked at {@linkplain
 * #inFull in full}.
 *
 * @param about an op, a namespace, what tells which API call it is, or words
 */
record AccessNote(int worker, Access.Kind kind, Object about, String askedBy) {
  private static final String SERVER = "the server";

  /** Returns the access, which is the {@code point}th of all. */
  Access inFull(long point) {
    if (about instanceof Op op) {
      List<String> objects = Access.objectsOf(op);
      return kind == Access.Kind.OP
          ? of(point, objects, "", Optional.of(op))
          : of(point, objects, "go on after " + op.recordedName());
    }
    if (about instanceof NetnsName netns) {
      return of(point, List.of(netns.text()), "look into " + netns);
    }
    if (about instanceof Supplier<?> call) {
      return of(point, List.of(SERVER), String.valueOf(call.get()));
    }
    return inFull(point, about.toString());
  }

  private Access inFull(long point, String words) {
    return switch (kind) {
      case READ -> of(point, List.of(words), "list the namespaces");
      case DISK -> {
        String file = words.substring(words.lastIndexOf(' ') + 1);
        yield of(point, List.of(file), "go on when it had " + words);
      }
      case LOCK -> of(point, List.of(words), "take the lock " + words);
      case CALL -> of(point, List.of(SERVER), words);
      case OP, OP_DONE, API -> throw new IllegalStateException(kind + " of " + words);
    };
  }

  private Access of(long point, List<String> objects, String what) {
    return of(point, objects, what, Optional.empty());
  }

  private Access of(long point, List<String> objects, String what, Optional<Op> op) {
    return new Access(point, worker, kind, objects, what, op, askedBy);
  }
}
