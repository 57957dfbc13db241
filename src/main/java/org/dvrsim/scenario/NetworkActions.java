package org.dvrsim.scenario;

import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.net.IpAddress;

/** API calls about networks and subnets. */
public final class NetworkActions {
  private static final String NONE = "none";

  private NetworkActions() {}

  /** Deletes a network that nothing uses. */
  public record DeleteNetwork(String name) implements Action {
    @Override
    public String keyword() {
      return "delete-network";
    }

    @Override
    public Object arguments() {
      return name;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().deleteNetwork(name);
    }
  }

  /** Changes the MTU of a network. */
  public record SetMtu(String network, int mtu) implements Action {
    static SetMtu read(Fields fields) {
      return new SetMtu(fields.text("network"), fields.integer("mtu", 0));
    }

    @Override
    public String keyword() {
      return "set-mtu";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("network", network).with("mtu", mtu).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setMtu(network, mtu);
    }
  }

  /**
   * Gives a subnet another default gateway or address scope.
   *
   * @param gateway the gateway, or {@code none}; empty to leave it
   * @param addressScope the scope, or {@code none}; empty to leave it
   */
  public record SetSubnet(String subnet, Optional<String> gateway, Optional<String> addressScope)
      implements Action {
    static SetSubnet read(Fields fields) {
      fields
          .node("gateway")
          .filter(node -> !Fields.text(node).equals(NONE))
          .ifPresent(node -> Fields.parsed(node, IpAddress::parse));
      return new SetSubnet(
          fields.text("subnet"),
          fields.optionalText("gateway"),
          fields.optionalText("address-scope"));
    }

    @Override
    public String keyword() {
      return "set-subnet";
    }

    @Override
    public Object arguments() {
      return new Arguments()
          .with("subnet", subnet)
          .with("gateway", gateway)
          .with("address-scope", addressScope)
          .toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      gateway.ifPresent(
          text -> cluster.server().setGatewayIp(subnet, unlessNone(text).map(IpAddress::parse)));
      addressScope.ifPresent(text -> cluster.server().setAddressScope(subnet, unlessNone(text)));
    }

    private static Optional<String> unlessNone(String text) {
      return text.equals(NONE) ? Optional.empty() : Optional.of(text);
    }
  }
}
