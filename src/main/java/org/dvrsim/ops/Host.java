package org.dvrsim.ops;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.datapath.Datapath;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.netfilter.IptablesException;

/**
 * A machine: a kernel, an integration bridge, helper daemons, a disk, and the one door through
 * which everything that changes the kernel goes.
 *
 * <p>Hooks at the door, in order for each op: the {@linkplain Faults fault plan} before, the
 * kernel, the {@linkplain OpObserver observers}, the fault plan after.
 */
public final class Host {
  private final String name;
  private final Kernel kernel;
  private final FileSystem disk;
  private final Optional<DiskClock> diskClock;
  private final Optional<KnownFiles> knownFiles;

  /** The paths asked for so far: the same few again and again. */
  private final Map<String, Path> paths = new HashMap<>();

  private final BridgePorts bridgePorts = new BridgePorts();
  private final Processes processes = new Processes();
  private final OpExecutor executor;
  private final List<OpObserver> observers = new ArrayList<>();
  private final Deque<String> doing = new ArrayDeque<>();
  private final Doing scope = () -> atWork().pop();
  private Faults faults = Faults.NONE;
  private Optional<Workers> workers = Optional.empty();
  private Datapath datapath;
  private long executed;
  private Attribution attribution = Attribution.NONE;

  /**
   * Builds a host.
   *
   * @param name what Neutron knows it by, such as {@code compute-1}
   * @param disk where the agent keeps its state files
   */
  public Host(String name, Kernel kernel, FileSystem disk) {
    this(name, kernel, disk, Optional.empty());
  }

  /**
   * Builds a host on whose disk {@code diskClock} keeps the time.
   *
   * @param diskClock empty if it is not known when the disk is used
   */
  public Host(String name, Kernel kernel, FileSystem disk, Optional<DiskClock> diskClock) {
    this.name = Objects.requireNonNull(name);
    this.kernel = Objects.requireNonNull(kernel);
    this.disk = Objects.requireNonNull(disk);
    this.diskClock = Objects.requireNonNull(diskClock);
    this.knownFiles = diskClock.map(KnownFiles::new);
    this.executor = new OpExecutor(kernel, bridgePorts, processes);
  }

  /** Returns the name that Neutron knows the host by. */
  public String name() {
    return name;
  }

  /** Returns the kernel, to read; changes go through {@link #execute}. */
  public Kernel kernel() {
    return kernel;
  }

  /** Returns the disk. */
  public FileSystem disk() {
    return disk;
  }

  /** Returns the path on the disk that is written {@code path}. */
  public Path path(String path) {
    Path known = paths.get(path);
    if (known == null) {
      known = disk.getPath(path);
      paths.put(path, known);
    }
    return known;
  }

  /** Returns what tells whether the disk was used; empty if nobody knows. */
  public Optional<DiskClock> diskClock() {
    return diskClock;
  }

  /** Tells whether a file is there: on the disk, and given by its absolute path. */
  public boolean hasFile(Path file) {
    return knownFiles.isPresent() ? knownFiles.get().has(file) : Files.exists(file);
  }

  /**
   * Returns what is in a file: on the disk, and given by its absolute path. Not to be changed.
   *
   * @throws IOException if it cannot be read
   */
  public byte[] readFile(Path file) throws IOException {
    return knownFiles.isPresent() ? knownFiles.get().read(file) : KnownFiles.readNow(file);
  }

  /** Is to be called when a file of the disk may have been emptied; see {@link DiskClock}. */
  public void fileEmptied() {
    diskClock.ifPresent(DiskClock::tick);
  }

  /** Returns the ports of the integration bridge. */
  public BridgePorts bridgePorts() {
    return bridgePorts;
  }

  /** Returns the way of packets through this host; one of its own if it isn't connected. */
  public Datapath datapath() {
    if (datapath == null) {
      datapath = new Datapath(kernel.clock());
    }
    return datapath;
  }

  /**
   * Connects the host with others.
   *
   * @throws IllegalStateException if packets were on their way before
   */
  public void connect(Datapath shared) {
    if (datapath != null) {
      throw new IllegalStateException(name + " is connected");
    }
    datapath = Objects.requireNonNull(shared);
    kernel.useClock(shared.clock());
  }

  /** Returns the helper daemons that run. */
  public Processes processes() {
    return processes;
  }

  /**
   * Returns what the last {@link ChangeIptables} or {@link RestoreIptables} wrote to standard
   * output, as -v makes it.
   */
  public String printed() {
    return executor.printed();
  }

  /**
   * Returns what the last {@link ChangeIptables} or {@link RestoreIptables} wrote to standard
   * error.
   */
  public String complained() {
    return executor.complained();
  }

  /** Returns how many ops were asked of this host. */
  public long executed() {
    return executed;
  }

  /** Has {@code observer} told of every op from now on. */
  public void observe(OpObserver observer) {
    observers.add(Objects.requireNonNull(observer));
  }

  /** Stops telling {@code observer}. */
  public void stopObserving(OpObserver observer) {
    observers.remove(observer);
  }

  /** Sets what goes wrong from now on; {@link Faults#NONE} for nothing. */
  public void plan(Faults faults) {
    this.faults = Objects.requireNonNull(faults);
  }

  /** Returns what is planned to go wrong. */
  public Faults faults() {
    return faults;
  }

  /**
   * Has the workers of an agent do their tasks.
   *
   * @throws AgentDeath if the fault plan ends the agent
   */
  public void run(Workers team) {
    if (workers.isPresent()) {
      throw new IllegalStateException("workers are at work on " + name);
    }
    workers = Optional.of(team);
    try {
      team.run();
    } finally {
      workers = Optional.empty();
    }
  }

  /** Returns who decides which of an agent's workers goes on. */
  public Turns turns() {
    return workers.isPresent() ? workers.get() : Turns.NONE;
  }

  private Deque<String> atWork() {
    return workers.isPresent() ? workers.get().doing() : doing;
  }

  /**
   * Names the agent method that asks for the ops until the result is closed; to be used with
   * try-with-resources. Scopes nest; the innermost one counts.
   *
   * @param method such as {@code FipNamespace.create_rtr_2_fip_link}
   */
  public Doing doing(String method) {
    atWork().push(method);
    return scope;
  }

  /** Says who wanted the single lines of the next op. */
  public void attribute(Attribution newAttribution) {
    attribution = Objects.requireNonNull(newAttribution);
  }

  /** Returns the agent method that is at work, the innermost of several; empty text for none. */
  public String atWorkNow() {
    Deque<String> methods = atWork();
    return methods.isEmpty() ? "" : methods.peek();
  }

  /**
   * Carries out {@code op}.
   *
   * @throws ErrnoException if Linux refuses it; see the op for errno and what stays unchanged
   * @throws org.dvrsim.netfilter.IptablesException if iptables refuses it; nothing is changed
   * @throws org.dvrsim.base.NotModelledException if dvrsim can't tell what Linux would do
   * @throws InjectedFaultException if the fault plan says so; nothing is changed
   * @throws AgentDeath if the fault plan ends the agent here
   */
  public void execute(Op op) {
    executed++;
    Optional<RuntimeException> refusal;
    try {
      refusal = carryOut(op);
      if (!observers.isEmpty()) {
        tell(op, refusal);
      }
    } finally {
      attribution = Attribution.NONE;
    }
    faults.after(op);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /** Returns why {@code op} was not carried out; empty if it was. */
  private Optional<RuntimeException> carryOut(Op op) {
    try {
      faults.before(op);
      if (faults.isAlreadyDone(op)) {
        doneBySomebodyElse(op);
      }
      op.accept(executor);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** Changes the same as {@code op}; whatever Linux says to that, it does not tell the agent. */
  private void doneBySomebodyElse(Op op) {
    try {
      op.accept(executor);
    } catch (ErrnoException | IptablesException e) {
      // The agent's own attempt is refused likewise.
    }
  }

  private void tell(Op op, Optional<RuntimeException> refusal) {
    TraceEntry entry = new TraceEntry(executed, op, atWorkNow(), attribution, refusal);
    for (int i = 0; i < observers.size(); i++) {
      observers.get(i).executed(entry);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** The time during which an agent method is at work. */
  @FunctionalInterface
  public interface Doing extends AutoCloseable {
    /** Ends it. */
    @Override
    void close();
  }
}
