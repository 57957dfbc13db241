package org.dvrsim.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.ops.Attribution;
import org.dvrsim.ops.Op;

/**
 * What one running agent reaches of its host: the door for ops, what it lists and checks, its log.
 */
interface HostAccess {

  /**
   * Carries out an op.
   *
   * @throws org.dvrsim.base.ErrnoException if the kernel refuses it
   * @throws ProcessExecutionError if an iptables tool refuses it
   * @throws InjectedFaultError if something was put in its way
   */
  void execute(Op op);

  /** Does {@code body}; the ops in it are asked for by the agent method named. */
  default void doing(String method, Runnable body) {
    body.run();
  }

  /** Says who wanted what the next op brings. */
  default void attribute(Attribution attribution) {}

  /** Returns a namespace, empty if it is not there. */
  Optional<Netns> netns(NetnsName name);

  /** Returns the names of all namespaces but the root one, in order. */
  List<NetnsName> netnsNames();

  /** Tells whether a namespace is there; the root namespace always is. */
  boolean netnsExists(NetnsName netns);

  /** Returns the packet filter of one family in a namespace, empty if that is not there. */
  Optional<Netfilter> netfilter(NetnsName netns, IpFamily family);

  /** Tells whether a file is there. */
  default boolean hasFile(Path file) {
    return Files.exists(file);
  }

  /**
   * Returns what is in a file; not to be changed.
   *
   * @throws IOException if it cannot be read
   */
  default byte[] readFile(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /**
   * Is called between what is done in memory and an access to a state file, where another thread
   * may get in between but a death makes no difference.
   *
   * @param place what was just done, such as {@code collected the lines of fip-priorities}
   */
  default void besideDisk(String place) {}

  /**
   * Is called between two accesses to a state file.
   *
   * @param place what was just done, such as {@code truncated fip-priorities}
   */
  void atDisk(String place);

  /**
   * Does {@code body} while no other worker of the agent does anything under the same lock.
   *
   * <p>Models: oslo_concurrency/lockutils.py:lock, for one process
   */
  default void locked(String lock, Runnable body) {
    body.run();
  }

  /** Returns what the agent knows about the lock of the iptables tools. */
  IptablesLock iptablesLock();

  /** Notes an error that the agent logs and goes on after. */
  void logException(AgentError error);
}
