package org.dvrsim.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.net.IpAddress;

/** API calls about instances. */
public final class InstanceActions {
  private InstanceActions() {}

  /**
   * Boots an instance.
   *
   * @param addressPairs further addresses that it may use
   */
  public record CreateInstance(
      String name,
      String network,
      Optional<String> host,
      List<IpAddress> addresses,
      List<IpAddress> addressPairs)
      implements Action {
    /** Copies the lists. */
    public CreateInstance {
      addresses = List.copyOf(addresses);
      addressPairs = List.copyOf(addressPairs);
    }

    /** An instance with its own addresses alone. */
    public CreateInstance(
        String name, String network, Optional<String> host, List<IpAddress> addresses) {
      this(name, network, host, addresses, List.of());
    }

    static CreateInstance read(Fields fields) {
      return new CreateInstance(
          fields.text("name"),
          fields.text("network"),
          fields.optionalText("host"),
          fields.addresses("addresses"),
          fields.addresses("address-pairs"));
    }

    @Override
    public String keyword() {
      return "create-instance";
    }

    @Override
    public Object arguments() {
      return new Arguments()
          .with("name", name)
          .with("network", network)
          .with("host", host)
          .with("addresses", addresses)
          .with("address-pairs", addressPairs)
          .toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().createInstance(name, network, host, addresses, addressPairs);
    }
  }

  /** Replaces the further addresses that an instance may use. */
  public record SetAddressPairs(String instance, List<IpAddress> addresses) implements Action {
    /** Copies the list. */
    public SetAddressPairs {
      addresses = List.copyOf(addresses);
    }

    static SetAddressPairs read(Fields fields) {
      return new SetAddressPairs(fields.text("instance"), fields.addresses("addresses"));
    }

    @Override
    public String keyword() {
      return "set-address-pairs";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("instance", instance).with("addresses", addresses).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setAddressPairs(instance, addresses);
    }
  }

  /** Deletes an instance. */
  public record DeleteInstance(String name) implements Action {
    @Override
    public String keyword() {
      return "delete-instance";
    }

    @Override
    public Object arguments() {
      return name;
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().deleteInstance(name);
    }
  }

  /** What part of a live migration a step plays. */
  public enum MigrationPhase {
    /** From start to finish. */
    WHOLE,
    /** The router is made ready on the destination; the instance still runs where it was. */
    START,
    /** The instance has reached its destination. */
    FINISH,
    /** The instance stays where it is. */
    ABORT;

    /** Returns the spelling in scenario files. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Migrates an instance to another host while it runs.
   *
   * @param to the destination; needed where the migration starts
   */
  public record Migrate(String instance, Optional<String> to, MigrationPhase phase)
      implements Action {
    static Migrate read(Fields fields) {
      MigrationPhase phase =
          fields
              .optionalText("phase")
              .map(text -> MigrationPhase.valueOf(text.toUpperCase(Locale.ROOT)))
              .orElse(MigrationPhase.WHOLE);
      Optional<String> to = fields.optionalText("to");
      boolean starts = phase == MigrationPhase.WHOLE || phase == MigrationPhase.START;
      if (starts != to.isPresent()) {
        throw fields
            .place()
            .refuse(starts ? "expected the key 'to' here" : "phase " + phase + " has no key 'to'");
      }
      return new Migrate(fields.text("instance"), to, phase);
    }

    @Override
    public String keyword() {
      return "migrate";
    }

    @Override
    public Object arguments() {
      Arguments arguments = new Arguments().with("instance", instance).with("to", to);
      if (phase != MigrationPhase.WHOLE) {
        arguments.with("phase", phase);
      }
      return arguments.toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      switch (phase) {
        case WHOLE -> {
          cluster.server().startMigration(instance, to.orElseThrow());
          cluster.deliver();
          cluster.server().finishMigration(instance);
        }
        case START -> cluster.server().startMigration(instance, to.orElseThrow());
        case FINISH -> cluster.server().finishMigration(instance);
        case ABORT -> cluster.server().abortMigration(instance);
      }
    }
  }

  /**
   * Binds an instance to another host at once, as a cold migration does.
   *
   * @param to the destination; empty to leave the port unbound
   */
  public record MoveInstance(String instance, Optional<String> to) implements Action {
    static MoveInstance read(Fields fields) {
      return new MoveInstance(fields.text("instance"), fields.optionalText("to"));
    }

    @Override
    public String keyword() {
      return "move-instance";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("instance", instance).with("to", to).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().moveInstance(instance, to);
    }
  }

  /** Switches port security of an instance's port on or off. */
  public record SetPortSecurity(String instance, boolean enabled) implements Action {
    static SetPortSecurity read(Fields fields) {
      return new SetPortSecurity(fields.text("instance"), fields.bool("enabled", true));
    }

    @Override
    public String keyword() {
      return "set-port-security";
    }

    @Override
    public Object arguments() {
      return new Arguments().with("instance", instance).with("enabled", enabled).toMap();
    }

    @Override
    public void perform(Cluster cluster) {
      cluster.server().setPortSecurity(instance, enabled);
    }
  }
}
