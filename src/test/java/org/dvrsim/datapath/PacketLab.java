package org.dvrsim.datapath;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.jimfs.Jimfs;
import java.util.concurrent.atomic.AtomicLong;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.shell.Transcript;

/**
 * A host built by commands, to send packets on: k-b (10.0.1.5) and k-d (10.0.3.5) at the ends, the
 * routers k-a and k-c between them.
 */
final class PacketLab {
  private static final String BUILD =
      """
      ip netns add k-a
      ip netns add k-b
      ip netns add k-c
      ip netns add k-d
      ip -n k-a link add left type veth peer name eth0 netns k-b
      ip -n k-a link add right type veth peer name left netns k-c
      ip -n k-c link add right type veth peer name eth0 netns k-d
      ip -n k-a link set left up
      ip -n k-a link set right up
      ip -n k-b link set eth0 up
      ip -n k-c link set left up
      ip -n k-c link set right up
      ip -n k-d link set eth0 up
      ip -n k-a addr add 10.0.1.1/24 dev left
      ip -n k-a addr add 10.0.2.1/24 dev right
      ip -n k-b addr add 10.0.1.5/24 dev eth0
      ip -n k-c addr add 10.0.2.2/24 dev left
      ip -n k-c addr add 10.0.3.1/24 dev right
      ip -n k-d addr add 10.0.3.5/24 dev eth0
      ip -n k-b route add default via 10.0.1.1
      ip -n k-d route add default via 10.0.3.1
      ip -n k-a route add 10.0.3.0/24 via 10.0.2.2
      ip -n k-c route add 10.0.1.0/24 via 10.0.2.1
      ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
      ip netns exec k-c sysctl -w net.ipv4.ip_forward=1
      """;

  static final IpAddress LEFT = IpAddress.parse("10.0.1.5");
  static final IpAddress RIGHT = IpAddress.parse("10.0.3.5");

  private final Kernel kernel;
  private final Host host;

  PacketLab() {
    AtomicLong next = new AtomicLong(0x0216_3e00_0001L);
    kernel = new Kernel((netns, name) -> new MacAddress(next.getAndIncrement()));
    host = new Host("host", kernel, Jimfs.newFileSystem());
    run(BUILD);
  }

  /** Runs commands, of which none may fail; returns what they print. */
  String run(String commands) {
    StringBuilder text = new StringBuilder();
    new Transcript(host, text).run(commands);
    assertFalse(text.toString().lines().anyMatch(line -> line.startsWith("! ")), text.toString());
    return text.toString();
  }

  Datapath datapath() {
    return host.datapath();
  }

  Netns netns(String name) {
    return kernel.netns(new NetnsName(name));
  }

  ProbeResult probe(String from, ProbeRequest request) {
    return datapath().probe(netns(from), request);
  }

  ProbeResult ping(String from, String to) {
    return probe(from, ProbeRequest.ping(IpAddress.parse(to)));
  }
}
