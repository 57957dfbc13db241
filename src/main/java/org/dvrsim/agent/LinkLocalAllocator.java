package org.dvrsim.agent;

import java.nio.file.Path;
import java.util.function.Function;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * Hands out link-local address pairs to routers, for their veth pairs into floating IP namespaces.
 *
 * <p>Models: neutron/agent/l3/link_local_allocator.py:LinkLocalAllocator
 */
class LinkLocalAllocator extends ItemAllocator<LinkLocalAddressPair> {
  private static final int PAIR_LENGTH = 31;

  /** Hands out the networks of two addresses within {@code subnet}, which is IPv4. */
  LinkLocalAllocator(HostAccess host, Path stateFile, IpPrefix subnet, AllocationPolicy policy) {
    this(host, stateFile, subnet, policy, LinkLocalAddressPair::new);
  }

  /** As the other, with pairs that {@code pairs} makes. */
  LinkLocalAllocator(
      HostAccess host,
      Path stateFile,
      IpPrefix subnet,
      AllocationPolicy policy,
      Function<IpInterface, LinkLocalAddressPair> pairs) {
    super(
        host,
        stateFile,
        "<class 'neutron.agent.l3.link_local_allocator.LinkLocalAddressPair'>",
        new ItemPool<>(
            1 << (PAIR_LENGTH - subnet.length()),
            index -> pairs.apply(net(subnet, index)),
            pair -> index(subnet, pair),
            LinkLocalAddressPair::parse),
        policy);
  }

  private static IpInterface net(IpPrefix subnet, int index) {
    return new IpInterface(subnet.address().plus(2L * index), PAIR_LENGTH);
  }

  private static int index(IpPrefix subnet, LinkLocalAddressPair pair) {
    IpInterface first = pair.rtr2Fip();
    IpAddress address = first.address();
    if (first.length() != PAIR_LENGTH || !subnet.contains(address)) {
      return -1;
    }
    return (int) ((address.low() - subnet.address().low()) / 2);
  }
}
