package org.dvrsim.ops;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dvrsim.net.NetnsName;

/**
 * Several workers of an agent, of which exactly one goes on at any time; which one says the {@link
 * Schedule}.
 *
 * <p>A worker that is left in the middle of its task keeps its Java thread, only because a method
 * cannot be left in its middle otherwise, and the next one gets a thread of its own; one that
 * begins when another is done goes on in that one's thread, the first in the caller's. A thread
 * runs from the moment when another hands over to it until it hands over itself. Nothing depends on
 * time or on the machine's scheduler, and the same schedule always gives the same accesses in the
 * same order.
 *
 * <p>A worker hands over where the schedule says so, where it waits for a lock or for work, and
 * when it is done; then the next in the order of their numbers goes on that can. If one fails, the
 * others are given up where they stand.
 */
public final class Workers implements Turns {
  /** Keeps threads for a while, of whichever workers: to make one costs more than most tasks. */
  private static final Executor THREADS = Executors.newCachedThreadPool(Workers::newThread);

  private final Switching switching;
  private final Schedule schedule;
  private final List<Worker> workers = new ArrayList<>();
  private final List<AccessNote> accesses = new ArrayList<>();
  private final List<Handover> handovers = new ArrayList<>();
  private final Map<String, Worker> locks = new HashMap<>();
  private final Semaphore allDone = new Semaphore(0);
  private int nextSwitch;
  private Worker running;
  private Throwable failure;

  /** Prepares workers that take turns as {@code schedule} says. */
  public Workers(Switching switching, Schedule schedule) {
    this.switching = switching;
    this.schedule = schedule;
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "worker");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A worker that was interrupted by the schedule.
   *
   * @param interrupted the access that it was about to make
   * @param next who went on
   */
  public record Handover(Access interrupted, int next) {}

  /** One worker. */
  private static final class Worker {
    private final int number;
    private final String name;
    private final Runnable task;
    private final Semaphore turn = new Semaphore(0);
    private final Deque<String> doing = new ArrayDeque<>();
    private BooleanSupplier waitingFor;
    private boolean idle;
    private boolean started;
    private boolean done;

    Worker(int number, String name, Runnable task) {
      this.number = number;
      this.name = name;
      this.task = task;
    }

    boolean canGoOn() {
      return !done && (waitingFor == null || waitingFor.getAsBoolean());
    }
  }

  /** Thrown where a worker stands when another has failed. */
  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp() {
      super("another worker failed", null, false, false);
    }
  }

  /** Thrown if all workers wait for each other's locks. */
  public static final class DeadlockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlockException(String who) {
      super("workers wait for each other: " + who);
    }
  }

  /** Adds a worker; the running one may do so too. */
  public void add(String name, Runnable task) {
    workers.add(new Worker(workers.size(), name, task));
  }

  /**
   * Has the workers do their tasks, those included that are added meanwhile; returns when all are
   * done.
   *
   * @throws AgentDeath if the agent was ended
   * @throws DeadlockException if all wait for locks
   * @throws RuntimeException what else the first task that failed threw
   */
  void run() {
    if (workers.isEmpty()) {
      return;
    }
    running = workers.get(0);
    running.started = true;
    work(running);
    allDone.acquireUninterruptibly();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Returns what the workers did, in order. */
  public List<Access> accesses() {
    List<Access> all = new ArrayList<>(accesses.size());
    for (int i = 0; i < accesses.size(); i++) {
      all.add(accesses.get(i).inFull(i + 1));
    }
    return all;
  }

  /** Returns where the schedule interrupted somebody, in order. */
  public List<Handover> handovers() {
    return Collections.unmodifiableList(handovers);
  }

  /** Returns the workers' names by number. */
  public List<String> names() {
    return workers.stream().map(worker -> worker.name).toList();
  }

  /** Returns the agent methods that the running worker is at, innermost first. */
  Deque<String> doing() {
    return running.doing;
  }

  // What the running worker tells.

  @Override
  public void beforeOp(Op op) {
    access(Access.Kind.OP, op);
  }

  @Override
  public void afterOp(Op op) {
    if (switching == Switching.THREADS) {
      access(Access.Kind.OP_DONE, op);
    }
  }

  @Override
  public void beforeRead(NetnsName netns) {
    access(Access.Kind.READ, netns);
  }

  @Override
  public void beforeListing() {
    access(Access.Kind.READ, Access.NAMESPACES);
  }

  @Override
  public void atDisk(String place) {
    if (switching == Switching.THREADS) {
      access(Access.Kind.DISK, place);
    }
  }

  @Override
  public void beforeCall(String method) {
    access(Access.Kind.CALL, method);
  }

  /**
   * Is to be called by a worker that stands for somebody who calls the API.
   *
   * @param what tells which call it is, whenever somebody asks
   */
  public void beforeApi(Supplier<String> what) {
    access(Access.Kind.API, what);
  }

  @Override
  public void locked(String lock, Runnable body) {
    if (switching == Switching.THREADS) {
      access(Access.Kind.LOCK, lock);
    }
    Worker me = running;
    await(() -> locks.get(lock) == null, false);
    locks.put(lock, me);
    try {
      body.run();
    } finally {
      locks.remove(lock);
    }
  }

  @Override
  public void passOn() {
    handOver(next(running.number + 1));
  }

  @Override
  public boolean await(BooleanSupplier condition) {
    return await(condition, true);
  }

  private boolean await(BooleanSupplier condition, boolean idle) {
    Worker me = running;
    if (condition.getAsBoolean()) {
      return true;
    }
    me.waitingFor = condition;
    me.idle = idle;
    handOver(next(me.number + 1));
    me.waitingFor = null;
    me.idle = false;
    return condition.getAsBoolean();
  }

  private void access(Access.Kind kind, Object about) {
    if (failure != null) {
      throw new GivenUp();
    }
    Worker me = running;
    String askedBy = me.doing.isEmpty() ? "" : me.doing.peek();
    AccessNote access = new AccessNote(me.number, kind, about, askedBy);
    accesses.add(access);
    int point = accesses.size();
    List<Schedule.Switch> switches = schedule.switches();
    if (nextSwitch < switches.size() && switches.get(nextSwitch).point() <= point) {
      Worker next = next(switches.get(nextSwitch++).worker());
      if (next != me) {
        handovers.add(new Handover(access.inFull(point), next.number));
        handOver(next);
      }
    }
  }

  // Handing over.

  /** Returns the first that can go on, from number {@code from} on; those that idle come last. */
  private Worker next(int from) {
    for (int i = 0; i < workers.size(); i++) {
      Worker worker = workers.get((from + i) % workers.size());
      if (worker.canGoOn()) {
        return worker;
      }
    }
    for (Worker worker : workers) {
      if (!worker.done && worker.idle) {
        return worker;
      }
    }
    StringBuilder who = new StringBuilder();
    locks.forEach(
        (lock, holder) -> who.append(holder.name).append(" has ").append(lock).append("; "));
    throw new DeadlockException(who.toString());
  }

  /** Lets {@code next} go on, and waits for the running worker's next turn. */
  private void handOver(Worker next) {
    Worker me = running;
    if (next == me) {
      return;
    }
    handOverTo(next);
    me.turn.acquireUninterruptibly();
    if (failure != null) {
      throw new GivenUp();
    }
  }

  private void handOverTo(Worker next) {
    running = next;
    if (next.started) {
      next.turn.release();
    } else {
      next.started = true;
      THREADS.execute(() -> work(next));
    }
  }

  /** Does the task of {@code first}, and those of all that begin when the one before is done. */
  private void work(Worker first) {
    Worker me = first;
    while (me != null) {
      try {
        me.task.run();
      } catch (GivenUp e) {
        // The one that failed tells why.
      } catch (RuntimeException | Error e) {
        if (failure == null) {
          failure = e;
        }
      }
      me.done = true;
      me = leave(me);
    }
  }

  /**
   * Lets somebody else go on after the last thing that a worker does; returns who is to begin in
   * the same thread, null if none is.
   */
  private Worker leave(Worker me) {
    giveUpUnstarted();
    if (firstLeft() == null) {
      allDone.release();
      return null;
    }
    Worker next;
    try {
      next = failure == null ? next(me.number + 1) : firstLeft();
    } catch (DeadlockException e) {
      failure = e;
      return leave(me);
    }
    if (next.started) {
      handOverTo(next);
      return null;
    }
    running = next;
    next.started = true;
    return next;
  }

  private void giveUpUnstarted() {
    if (failure != null) {
      for (Worker worker : workers) {
        worker.done |= !worker.started;
      }
    }
  }

  /** Returns the first worker that is not done, null if all are. */
  private Worker firstLeft() {
    for (Worker worker : workers) {
      if (!worker.done) {
        return worker;
      }
    }
    return null;
  }
}
