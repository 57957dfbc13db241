package org.dvrsim.agent;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.CommandResult;
import org.dvrsim.netfilter.IptablesRestoreCommand;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RestoreIptables;

/** A host with packet filters and a disk, and nothing else. */
final class FakeHost implements HostAccess {
  private final Map<NetnsName, Map<IpFamily, Netfilter>> filters = new TreeMap<>();
  private final IptablesLock lock = new IptablesLock();
  private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
  private final List<Op> ops = new ArrayList<>();
  private final List<AgentError> logged = new ArrayList<>();
  private Optional<AgentError> nextFailure = Optional.empty();
  private Optional<String> deathAt = Optional.empty();

  void addNetns(NetnsName name) {
    Map<IpFamily, Netfilter> both = new TreeMap<>();
    for (IpFamily family : IpFamily.values()) {
      both.put(family, new Netfilter(family));
    }
    filters.put(name, both);
  }

  void failNext(AgentError failure) {
    nextFailure = Optional.of(failure);
  }

  void dieAt(String place) {
    deathAt = Optional.of(place);
  }

  List<Op> ops() {
    return ops;
  }

  List<AgentError> logged() {
    return logged;
  }

  Path path(String name) {
    return disk.getPath("/" + name);
  }

  @Override
  public void execute(Op op) {
    ops.add(op);
    if (nextFailure.isPresent()) {
      AgentError failure = nextFailure.get();
      nextFailure = Optional.empty();
      throw failure;
    }
    if (op instanceof RestoreIptables restore) {
      CommandResult result =
          IptablesRestoreCommand.run(
              netfilter(op.netns(), restore.family()).orElseThrow(),
              restore.noFlush(),
              restore.script());
      if (result.exitStatus() != 0) {
        throw new ProcessExecutionError(result.stderr(), result.exitStatus());
      }
    }
  }

  @Override
  public Optional<Netns> netns(NetnsName name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<NetnsName> netnsNames() {
    return List.copyOf(filters.keySet());
  }

  @Override
  public boolean netnsExists(NetnsName netns) {
    return filters.containsKey(netns);
  }

  @Override
  public Optional<Netfilter> netfilter(NetnsName netns, IpFamily family) {
    return Optional.ofNullable(filters.get(netns)).map(both -> both.get(family));
  }

  @Override
  public void atDisk(String place) {
    if (deathAt.filter(place::equals).isPresent()) {
      throw new AgentDeath(place);
    }
  }

  @Override
  public IptablesLock iptablesLock() {
    return lock;
  }

  @Override
  public void logException(AgentError error) {
    logged.add(error);
  }
}
