package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;

/**
 * A port as the server describes it to the agent: a router's gateway port, an internal interface, a
 * centralised SNAT interface, a floating IP agent gateway, or an instance's port.
 *
 * @param networkId empty text if not told
 * @param mtu the network's MTU; empty if not told
 * @param deviceOwner such as {@code network:router_gateway}; empty text if not told
 * @param bindingHostId the payload's {@code binding:host_id}
 * @param bindingVifType the payload's {@code binding:vif_type}
 * @param toldSubnets the subnets of the addresses; empty if not told, as for a port without any
 * @param extraSubnets the external network's further subnets, which the port has no address in
 */
public record NeutronPort(
    String id,
    String networkId,
    MacAddress macAddress,
    Optional<Integer> mtu,
    boolean adminStateUp,
    String deviceOwner,
    Optional<String> deviceId,
    Optional<String> bindingHostId,
    Optional<String> bindingVifType,
    List<FixedIp> fixedIps,
    Optional<List<NeutronSubnet>> toldSubnets,
    List<IpPrefix> extraSubnets,
    AddressScopes addressScopes,
    List<AllowedAddressPair> allowedAddressPairs) {

  /** Checks that all is given and copies the lists. */
  public NeutronPort {
    Objects.requireNonNull(id);
    Objects.requireNonNull(networkId);
    Objects.requireNonNull(macAddress);
    Objects.requireNonNull(mtu);
    Objects.requireNonNull(deviceOwner);
    Objects.requireNonNull(deviceId);
    Objects.requireNonNull(bindingHostId);
    Objects.requireNonNull(bindingVifType);
    fixedIps = List.copyOf(fixedIps);
    toldSubnets = toldSubnets.map(List::copyOf);
    extraSubnets = List.copyOf(extraSubnets);
    Objects.requireNonNull(addressScopes);
    allowedAddressPairs = List.copyOf(allowedAddressPairs);
  }

  /** Returns this port with other addresses. */
  NeutronPort withFixedIps(List<FixedIp> others) {
    return new NeutronPort(
        id,
        networkId,
        macAddress,
        mtu,
        adminStateUp,
        deviceOwner,
        deviceId,
        bindingHostId,
        bindingVifType,
        others,
        toldSubnets,
        extraSubnets,
        addressScopes,
        allowedAddressPairs);
  }

  /**
   * Returns the subnets of the addresses, as the agent's code reads {@code port['subnets']}.
   *
   * @throws AgentError KeyError if they were not told
   */
  public List<NeutronSubnet> subnets() {
    return toldSubnets.orElseThrow(() -> PythonError.keyError("subnets"));
  }

  /**
   * Returns the networks of {@link #subnets}.
   *
   * @throws AgentError KeyError if they were not told
   */
  List<IpPrefix> subnetCidrs() {
    List<IpPrefix> cidrs = new ArrayList<>();
    for (NeutronSubnet subnet : subnets()) {
      cidrs.add(subnet.cidr());
    }
    return cidrs;
  }

  /** Returns the subnets of the addresses; none if they were not told. */
  List<NeutronSubnet> subnetsOrNone() {
    return toldSubnets.orElse(List.of());
  }

  /** Returns the start of a port that is up and of which nothing else is told. */
  public static Builder builder(String id, MacAddress macAddress) {
    return new Builder(id, macAddress);
  }

  /** Gathers what is told about a port. */
  public static final class Builder {
    private final String id;
    private final MacAddress macAddress;
    private String networkId = "";
    private Optional<Integer> mtu = Optional.empty();
    private boolean adminStateUp = true;
    private String deviceOwner = "";
    private Optional<String> deviceId = Optional.empty();
    private Optional<String> bindingHostId = Optional.empty();
    private Optional<String> bindingVifType = Optional.empty();
    private List<FixedIp> fixedIps = List.of();
    private Optional<List<NeutronSubnet>> subnets = Optional.empty();
    private List<IpPrefix> extraSubnets = List.of();
    private AddressScopes addressScopes = AddressScopes.NONE;
    private List<AllowedAddressPair> allowedAddressPairs = List.of();

    private Builder(String id, MacAddress macAddress) {
      this.id = Objects.requireNonNull(id);
      this.macAddress = Objects.requireNonNull(macAddress);
    }

    /** Sets the network. */
    public Builder networkId(String networkId) {
      this.networkId = networkId;
      return this;
    }

    /** Sets the MTU. */
    public Builder mtu(Optional<Integer> mtu) {
      this.mtu = mtu;
      return this;
    }

    /** Sets whether the port is administratively up. */
    public Builder adminStateUp(boolean adminStateUp) {
      this.adminStateUp = adminStateUp;
      return this;
    }

    /** Sets the device owner. */
    public Builder deviceOwner(String deviceOwner) {
      this.deviceOwner = deviceOwner;
      return this;
    }

    /** Sets the device id. */
    public Builder deviceId(Optional<String> deviceId) {
      this.deviceId = deviceId;
      return this;
    }

    /** Sets the host that the port is bound to. */
    public Builder bindingHostId(Optional<String> bindingHostId) {
      this.bindingHostId = bindingHostId;
      return this;
    }

    /** Sets how the port is bound. */
    public Builder bindingVifType(Optional<String> bindingVifType) {
      this.bindingVifType = bindingVifType;
      return this;
    }

    /** Sets the addresses. */
    public Builder fixedIps(List<FixedIp> fixedIps) {
      this.fixedIps = fixedIps;
      return this;
    }

    /** Sets the subnets of the addresses. */
    public Builder subnets(List<NeutronSubnet> subnets) {
      this.subnets = Optional.of(subnets);
      return this;
    }

    /** Sets the network's further subnets. */
    public Builder extraSubnets(List<IpPrefix> extraSubnets) {
      this.extraSubnets = extraSubnets;
      return this;
    }

    /** Sets the address scopes. */
    public Builder addressScopes(AddressScopes addressScopes) {
      this.addressScopes = addressScopes;
      return this;
    }

    /** Sets the further addresses that may be sent from. */
    public Builder allowedAddressPairs(List<AllowedAddressPair> allowedAddressPairs) {
      this.allowedAddressPairs = allowedAddressPairs;
      return this;
    }

    /** Returns the port. */
    public NeutronPort build() {
      return new NeutronPort(
          id,
          networkId,
          macAddress,
          mtu,
          adminStateUp,
          deviceOwner,
          deviceId,
          bindingHostId,
          bindingVifType,
          fixedIps,
          subnets,
          extraSubnets,
          addressScopes,
          allowedAddressPairs);
    }
  }
}
