package org.dvrsim.scenario;

import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.net.IpAddress;

/** API calls about floating IPs. */
public final class FloatingIpActions {
  private FloatingIpActions() {}

  /** Creates a floating IP, and associates it at once if an instance is named. */
  public record CreateFloatingIp(
      String name, String network, Optional<IpAddress> address, Optional<String> instance)
      implements Action {
    static CreateFloatingIp read(Fields fields) {
      return new CreateFloatingIp(
          fields.text("name"),
          fields.text("network"),
          fields.optionalAddress("address"),
          fields.optionalText("instance"));
    }

    @Override
    public String keyword() {
      return "create-floating-ip";
    }

    @Override
    public Object arguments() {
      return new Arguments()
          .with("name", name)
          .with("network", network)
          .with("address", address)
          .with("instance", instance)
          .toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().createFloatingIp(name, network, address, instance);
    }
  }

  /** Associates a floating IP with an instance, taking it from another if need be. */
  public record Associate(String floatingIp, String instance, Optional<IpAddress> fixedAddress)
      implements Action {
    static Associate read(Fields fields) {
      return new Associate(
          fields.text("floating-ip"),
          fields.text("instance"),
          fields.optionalAddress("fixed-address"));
    }

    @Override
    public String keyword() {
      return "associate";
    }

    @Override
    public Object arguments() {
      return new Arguments()
          .with("floating-ip", floatingIp)
          .with("instance", instance)
          .with("fixed-address", fixedAddress)
          .toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().associateFloatingIp(floatingIp, instance, fixedAddress);
    }
  }

  /** Frees a floating IP. */
  public record Disassociate(String floatingIp) implements Action {
    @Override
    public String keyword() {
      return "disassociate";
    }

    @Override
    public Object arguments() {
      return floatingIp;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().disassociateFloatingIp(floatingIp);
    }
  }

  /** Deletes a floating IP, associated or not. */
  public record DeleteFloatingIp(String floatingIp) implements Action {
    @Override
    public String keyword() {
      return "delete-floating-ip";
    }

    @Override
    public Object arguments() {
      return floatingIp;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().deleteFloatingIp(floatingIp);
    }
  }
}
