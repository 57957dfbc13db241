package org.dvrsim.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers that were worked out from what the server knows, kept as long as what they hang on does
 * not change. An answer is not to be changed by who gets it.
 *
 * @param <Q> what is asked
 * @param <A> the answer
 */
final class Remembered<Q, A> {
  private final ChangeCount basis;
  private final Function<Q, A> work;
  private final Map<Q, A> answers = new HashMap<>();
  private long workedOutAt = -1;

  /**
   * Remembers nothing yet.
   *
   * @param basis counts the changes of all that answers hang on
   * @param work finds an answer, never null
   */
  Remembered(ChangeCount basis, Function<Q, A> work) {
    this.basis = basis;
    this.work = work;
  }

  /** Returns the answer that is right now. */
  A of(Q question) {
    if (workedOutAt != basis.count()) {
      answers.clear();
      workedOutAt = basis.count();
    }
    A known = answers.get(question);
    if (known == null) {
      known = work.apply(question);
      answers.put(question, known);
    }
    return known;
  }
}
