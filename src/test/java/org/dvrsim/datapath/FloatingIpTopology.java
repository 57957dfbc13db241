package org.dvrsim.datapath;

import java.util.List;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RequestMode;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/** An instance (k-b), its router (k-a), the fip namespace (k-c) and a host outside (k-d). */
final class FloatingIpTopology {
  private FloatingIpTopology() {}

  static void build(Kernel kernel) {
    for (String name : List.of("k-a", "k-b", "k-c", "k-d")) {
      kernel.createNetns(new NetnsName(name));
    }
    veth(kernel, "k-a", "qr-1", "k-b", "eth0");
    veth(kernel, "k-a", "rfp-1", "k-c", "fpr-1");
    veth(kernel, "k-c", "fg-1", "k-d", "eth0");
    address(kernel, "k-a", "qr-1", "10.0.1.1/24");
    address(kernel, "k-b", "eth0", "10.0.1.5/24");
    address(kernel, "k-a", "rfp-1", "169.254.106.114/31");
    address(kernel, "k-c", "fpr-1", "169.254.106.115/31");
    address(kernel, "k-c", "fg-1", "172.24.4.10/24");
    address(kernel, "k-d", "eth0", "172.24.4.1/24");
    route(kernel, "k-b", "0.0.0.0/0", "10.0.1.1", TableId.MAIN);
    route(kernel, "k-a", "0.0.0.0/0", "169.254.106.115", new TableId(16));
    route(kernel, "k-c", "172.24.4.20/32", "169.254.106.114", TableId.MAIN);
    Netns router = kernel.netns(new NetnsName("k-a"));
    Netns fip = kernel.netns(new NetnsName("k-c"));
    router
        .requests()
        .addRule(
            RuleSpec.in(IpFamily.V4)
                .from(IpInterface.parse("10.0.1.5/32"))
                .table(new TableId(16))
                .priority(57481)
                .build());
    router.sysctl().write("net.ipv4.ip_forward", "1");
    fip.sysctl().write("net.ipv4.ip_forward", "1");
    fip.sysctl().write("net.ipv4.conf.fg-1.proxy_arp", "1");
    router
        .netfilter(IpFamily.V4)
        .restore(
            """
            *nat
            -A PREROUTING -d 172.24.4.20/32 -i rfp-1 -j DNAT --to-destination 10.0.1.5
            -A POSTROUTING -s 10.0.1.5/32 -j SNAT --to-source 172.24.4.20
            COMMIT
            """,
            true);
  }

  private static void veth(Kernel kernel, String one, String end, String two, String peer) {
    IfName endName = new IfName(end);
    IfName peerName = new IfName(peer);
    kernel.createVeth(
        new NetnsName(one), LinkSpec.named(endName), new NetnsName(two), LinkSpec.named(peerName));
    kernel.netns(new NetnsName(one)).requests().changeLink(endName, LinkChange.up(true));
    kernel.netns(new NetnsName(two)).requests().changeLink(peerName, LinkChange.up(true));
  }

  private static void address(Kernel kernel, String netns, String device, String cidr) {
    kernel
        .netns(new NetnsName(netns))
        .requests()
        .addAddress(new IfName(device), AddressSpec.of(IpInterface.parse(cidr)), RequestMode.ADD);
  }

  private static void route(Kernel kernel, String netns, String to, String via, TableId table) {
    kernel
        .netns(new NetnsName(netns))
        .requests()
        .addRoute(
            RequestMode.ADD,
            RouteSpec.to(IpPrefix.parse(to), table).via(IpAddress.parse(via)).build());
  }

  static void up(Netns netns, String device) {
    netns.requests().changeLink(new IfName(device), LinkChange.up(true));
  }
}
