package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.Op;

/**
 * What goes wrong at certain ops of a recording's event, and at certain calls to the server.
 *
 * <p>In the recording it is the list {@code strikes}, whose elements are {@code {"op": K}} for an
 * op that fails, {@code {"op": K, "errno": NAME}} for one that the kernel refuses, {@code {"op": K,
 * "done": true}} for one that somebody else carries out first, and {@code {"call": K, "error":
 * CLASS}} for a call that is not answered. Ops and calls of the event are counted from 1, each for
 * themselves.
 */
final class Strikes implements Faults {
  private record Strike(Optional<Errno> errno, boolean isDoneBefore) {}

  private final Map<Integer, Strike> byOp = new TreeMap<>();
  private final Map<Integer, String> byCall = new TreeMap<>();
  private int ops;
  private int calls;

  private Strikes() {}

  /**
   * Reads an event's list.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  static Strikes read(JsonNode list) {
    Strikes read = new Strikes();
    list.forEach(read::add);
    return read;
  }

  private void add(JsonNode node) {
    if (node.path("op").asInt(0) > 0) {
      Optional<Errno> errno =
          node.path("errno").isTextual()
              ? Optional.of(Errno.named(node.get("errno").asText()))
              : Optional.empty();
      byOp.put(node.get("op").asInt(), new Strike(errno, node.path("done").asBoolean(false)));
    } else if (node.path("call").asInt(0) > 0 && node.path("error").isTextual()) {
      byCall.put(node.get("call").asInt(), node.get("error").asText());
    } else {
      throw new IllegalArgumentException("neither an \"op\" nor a \"call\" with its \"error\"");
    }
  }

  @Override
  public void before(Op op) {
    Strike strike = byOp.get(++ops);
    if (strike != null && !strike.isDoneBefore()) {
      throw strike
          .errno()
          .<RuntimeException>map(answer -> ErrnoException.of(answer, op.recordedName()))
          .orElseGet(() -> new InjectedFaultException(op));
    }
  }

  @Override
  public boolean isAlreadyDone(Op op) {
    Strike strike = byOp.get(ops);
    return strike != null && strike.isDoneBefore();
  }

  @Override
  public Optional<String> serverError(String call) {
    return Optional.ofNullable(byCall.get(++calls));
  }
}
