package org.dvrsim.scenario;

import org.dvrsim.agent.ArpTableEntry;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * The server tells all agents to add or delete an ARP entry, without a change of an instance being
 * behind it: a message that comes late, twice or for nothing.
 *
 * @param add whether it is to be added; deleted otherwise
 */
public record ArpAction(
    boolean add, String router, String subnet, IpAddress address, MacAddress mac)
    implements Action {
  static ArpAction read(Fields fields) {
    return new ArpAction(
        fields.text("do").equals("add"),
        fields.text("router"),
        fields.text("subnet"),
        fields.parsed("address", IpAddress::parse),
        fields.parsed("mac", MacAddress::parse));
  }

  @Override
  public String keyword() {
    return "arp";
  }

  @Override
  public Object arguments() {
    return new Arguments()
        .with("do", add ? "add" : "delete")
        .with("router", router)
        .with("subnet", subnet)
        .with("address", address)
        .with("mac", mac)
        .toMap();
  }

  @Override
  public void perform(Cluster cluster) {
    String subnetId = cluster.names().toExact("subnet(" + subnet + ")", "");
    cluster.server().sendArpEntry(add, router, new ArpTableEntry(address, mac, subnetId));
  }
}
