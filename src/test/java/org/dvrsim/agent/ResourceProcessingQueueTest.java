package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceProcessingQueueTest {
  private final ResourceProcessingQueue<String, String> queue = new ResourceProcessingQueue<>();
  private final List<String> done = new ArrayList<>();

  private ResourceUpdate<String, String> update(String id, int priority) {
    return new ResourceUpdate<>(id, priority, Optional.empty(), Optional.empty(), queue.now());
  }

  private void workOnNext() {
    queue.eachUpdateToNextResource(
        (processor, update) -> {
          done.add(update.id() + "@" + update.priority());
          processor.fetchedAndProcessed(update.timestamp());
        });
  }

  @Test
  void eachUpdate_severalWaiting_comesByPriorityThenAge() {
    queue.add(update("b", 1));
    queue.add(update("a", 1));
    queue.add(update("c", 0));
    workOnNext();
    workOnNext();
    workOnNext();
    assertEquals(List.of("c@0", "b@1", "a@1"), done);
    assertTrue(queue.isEmpty());
  }

  @Test
  void eachUpdate_olderThanWhatWasProcessed_isLeftOut() {
    queue.add(update("a", 1));
    queue.add(update("a", 0));
    workOnNext();
    workOnNext();
    assertEquals(List.of("a@0"), done);
  }

  /** What agents since 2026 do. */
  @Test
  void eachUpdate_timesForgottenWithTheWorker_doesWhatIsOutOfDate() {
    ResourceProcessingQueue<String, String> forgetful = new SuspectDeletedRouterRecreated<>();
    for (int priority : List.of(1, 0)) {
      forgetful.add(
          new ResourceUpdate<>("a", priority, Optional.empty(), Optional.empty(), forgetful.now()));
    }
    for (int i = 0; i < 2; i++) {
      forgetful.eachUpdateToNextResource(
          (processor, update) -> {
            done.add(update.id() + "@" + update.priority());
            processor.fetchedAndProcessed(update.timestamp());
          });
    }
    assertEquals(List.of("a@0", "a@1"), done);
  }

  @Test
  void eachUpdate_whileAnotherWorkerIsAtTheResource_isDoneByThatOne() {
    queue.add(update("a", 1));
    List<String> order = new ArrayList<>();
    queue.eachUpdateToNextResource(
        (processor, update) -> {
          order.add("begin " + update.priority());
          processor.fetchedAndProcessed(update.timestamp());
          if (update.priority() == 1) {
            queue.add(update("a", 0));
            queue.eachUpdateToNextResource((other, never) -> order.add("never"));
          }
          order.add("end " + update.priority());
        });
    assertEquals(List.of("begin 1", "end 1", "begin 0", "end 0"), order);
  }

  @Test
  void eachUpdate_afterAFailure_nextWorkerGetsTheResource() {
    queue.add(update("a", 1));
    queue.add(update("a", 1));
    assertThrows(
        AgentRuntimeError.class,
        () ->
            queue.eachUpdateToNextResource(
                (processor, update) -> {
                  throw new AgentRuntimeError("boom");
                }));
    workOnNext();
    assertEquals(List.of("a@1"), done);
  }

  @Test
  void hitRetryLimit_addedSixTimes_isHit() {
    ResourceUpdate<String, String> update = update("a", 1);
    for (int i = 0; i < 5; i++) {
      queue.add(update);
    }
    assertEquals(false, update.hitRetryLimit());
    queue.add(update);
    assertEquals(true, update.hitRetryLimit());
  }
}
