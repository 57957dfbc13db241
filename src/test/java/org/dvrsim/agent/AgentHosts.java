package org.dvrsim.agent;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.Trace;
import org.dvrsim.ops.TraceEntry;

/** A whole host with what an agent uses to work on it. */
final class AgentHosts {
  final Host host;
  final HostAccess door;
  final IpLib ipLib;
  final InterfaceDriver driver;
  final NamespaceTools tools;
  final Trace trace = new Trace();
  final List<AgentError> logged = new ArrayList<>();
  private long macs = 0x020000000000L;

  AgentHosts() {
    host =
        new Host(
            "compute-1",
            new Kernel((netns, name) -> new MacAddress(++macs)),
            Jimfs.newFileSystem(Configuration.unix()));
    host.observe(trace);
    door = new HostDoor(host, logged::add);
    ipLib = new IpLib(door);
    driver = new InterfaceDriver(door, ipLib);
    tools = new NamespaceTools(door, ipLib, driver);
  }

  /** Returns the ops asked for since the last call, as command lines. */
  List<String> commands() {
    List<String> lines =
        trace.entries().stream()
            .map(TraceEntry::op)
            .map(AgentHosts::commandLine)
            .collect(Collectors.toList());
    trace.clear();
    return lines;
  }

  private static String commandLine(Op op) {
    return String.join(" ", OpCommandLine.words(op));
  }
}
