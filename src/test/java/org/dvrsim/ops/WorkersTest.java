package org.dvrsim.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.Test;

/** Workers take turns as the schedule says, and in no other way. */
final class WorkersTest {
  private static final NetnsName SHARED = new NetnsName("fip-1");

  private final List<String> done = new ArrayList<>();

  private Workers workers(String schedule) {
    return new Workers(Switching.GREENLETS, Schedule.parse(schedule));
  }

  /** Does three ops, of which each is noted when its turn has come. */
  private Runnable threeOps(Workers workers, String name) {
    return () -> {
      for (int i = 1; i <= 3; i++) {
        workers.beforeOp(new CreateNetns(SHARED));
        done.add(name + i);
      }
    };
  }

  private List<String> run(String schedule) {
    Workers workers = workers(schedule);
    workers.add("a", threeOps(workers, "a"));
    workers.add("b", threeOps(workers, "b"));
    done.clear();
    workers.run();
    return List.copyOf(done);
  }

  @Test
  void noSchedule_oneAfterTheOther() {
    assertEquals(List.of("a1", "a2", "a3", "b1", "b2", "b3"), run(""));
  }

  @Test
  void switches_interruptBeforeTheAccess() {
    assertEquals(List.of("a1", "b1", "a2", "a3", "b2", "b3"), run("2:1 4:0"));
    assertEquals(List.of("b1", "b2", "b3", "a1", "a2", "a3"), run("1:1"));
  }

  @Test
  void sameSchedule_sameAccesses() {
    Workers first = workers("2:1 4:0");
    Workers second = workers("2:1 4:0");
    for (Workers each : List.of(first, second)) {
      each.add("a", threeOps(each, "a"));
      each.add("b", threeOps(each, "b"));
      each.run();
    }
    assertEquals(first.accesses(), second.accesses());
    assertEquals(2, first.handovers().size());
    assertTrue(first.accesses().get(0).conflictsWith(first.accesses().get(2)));
  }

  @Test
  void lock_heldByAnother_isWaitedFor() {
    Workers workers = workers("1:1");
    workers.add("a", () -> workers.locked("lock", threeOps(workers, "a")));
    workers.add("b", () -> workers.locked("lock", threeOps(workers, "b")));
    workers.run();
    assertEquals(List.of("a1", "a2", "a3", "b1", "b2", "b3"), done);
  }

  @Test
  void locks_takenCrosswise_areADeadlock() {
    Workers workers = workers("1:1");
    workers.add("a", () -> workers.locked("1", () -> takeAfterOp(workers, "2")));
    workers.add("b", () -> workers.locked("2", () -> takeAfterOp(workers, "1")));
    assertThrows(Workers.DeadlockException.class, workers::run);
  }

  private void takeAfterOp(Workers workers, String lock) {
    workers.beforeOp(new CreateNetns(SHARED));
    workers.locked(lock, () -> done.add(lock));
  }

  @Test
  void failure_endsAllAndIsThrown() {
    Workers workers = workers("2:1");
    workers.add("a", threeOps(workers, "a"));
    workers.add(
        "b",
        () -> {
          throw new AgentDeath("here");
        });
    assertThrows(AgentDeath.class, workers::run);
    assertEquals(List.of("a1"), done);
  }

  @Test
  void await_whileOthersBringWork_goesOn() {
    Workers workers = workers("");
    List<String> queue = new ArrayList<>();
    workers.add(
        "taker",
        () -> {
          while (workers.await(() -> !queue.isEmpty())) {
            done.add("took " + queue.remove(0));
          }
        });
    workers.add(
        "bringer",
        () -> {
          queue.add("one");
          workers.passOn();
          queue.add("two");
        });
    workers.run();
    assertEquals(List.of("took one", "took two"), done);
  }

  @Test
  void threads_takeTurnsAtStateFilesToo() {
    Workers workers = new Workers(Switching.THREADS, Schedule.parse("1:1"));
    workers.add(
        "a",
        () -> {
          workers.atDisk("truncated fip-priorities");
          done.add("a wrote");
        });
    workers.add("b", () -> done.add("b read"));
    workers.run();
    assertEquals(List.of("b read", "a wrote"), done);
  }

  @Test
  void schedule_text_roundTrips() {
    assertEquals("12:2 30:1", Schedule.parse(" 12:2  30:1 ").toString());
    assertEquals(Schedule.NONE, Schedule.parse(""));
    assertThrows(IllegalArgumentException.class, () -> Schedule.parse("12"));
    assertThrows(IllegalArgumentException.class, () -> Schedule.parse("12:1 12:2"));
    assertThrows(IllegalArgumentException.class, () -> Schedule.parse("0:1"));
  }
}
