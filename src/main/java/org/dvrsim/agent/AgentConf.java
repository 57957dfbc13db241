package org.dvrsim.agent;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IpAddress;

/**
 * An agent's configuration, as far as it changes what the agent does.
 *
 * <p>Models: neutron/conf/agent/l3/config.py:OPTS, neutron/conf/common.py
 *
 * @param statePath the folder of the state files, on the host's disk
 * @param handleInternalOnlyRouters whether routers without a gateway are served
 * @param ipv6Gateway the IPv6 default gateway of external networks that name none
 * @param enableMetadataProxy whether metadata requests are served
 * @param metadataPort the proxy's port
 * @param metadataAccessMark the mark of metadata requests
 * @param externalIngressMark the mark of what comes in from external networks
 */
public record AgentConf(
    AgentMode agentMode,
    String statePath,
    boolean handleInternalOnlyRouters,
    Optional<IpAddress> ipv6Gateway,
    boolean enableMetadataProxy,
    int metadataPort,
    Fwmark metadataAccessMark,
    Fwmark externalIngressMark) {
  /** neutron_lib/constants.py:ROUTER_MARK_MASK: the bits of marks that are not address scopes. */
  private static final int ROUTER_MARK_MASK = 0xffff;

  /** Checks that all is given. */
  public AgentConf {
    Objects.requireNonNull(agentMode);
    Objects.requireNonNull(statePath);
    Objects.requireNonNull(ipv6Gateway);
    Objects.requireNonNull(metadataAccessMark);
    Objects.requireNonNull(externalIngressMark);
  }

  /** Returns the defaults of a mode. */
  public static AgentConf of(AgentMode agentMode) {
    return new AgentConf(
        agentMode,
        "/var/lib/neutron",
        true,
        Optional.empty(),
        true,
        9697,
        new Fwmark(0x1, ROUTER_MARK_MASK),
        new Fwmark(0x2, ROUTER_MARK_MASK));
  }

  /** Returns this configuration, serving routers without a gateway or not. */
  public AgentConf withHandleInternalOnlyRouters(boolean handled) {
    return new AgentConf(
        agentMode,
        statePath,
        handled,
        ipv6Gateway,
        enableMetadataProxy,
        metadataPort,
        metadataAccessMark,
        externalIngressMark);
  }

  /** Returns this configuration with another IPv6 default gateway. */
  public AgentConf withIpv6Gateway(Optional<IpAddress> gateway) {
    return new AgentConf(
        agentMode,
        statePath,
        handleInternalOnlyRouters,
        gateway,
        enableMetadataProxy,
        metadataPort,
        metadataAccessMark,
        externalIngressMark);
  }

  /** Returns this configuration, serving metadata requests or not. */
  public AgentConf withEnableMetadataProxy(boolean enabled) {
    return new AgentConf(
        agentMode,
        statePath,
        handleInternalOnlyRouters,
        ipv6Gateway,
        enabled,
        metadataPort,
        metadataAccessMark,
        externalIngressMark);
  }

  /** Returns this configuration with another port of the metadata proxy. */
  public AgentConf withMetadataPort(int port) {
    return new AgentConf(
        agentMode,
        statePath,
        handleInternalOnlyRouters,
        ipv6Gateway,
        enableMetadataProxy,
        port,
        metadataAccessMark,
        externalIngressMark);
  }

  /** Returns this configuration with another mark of metadata requests, 16 bits of which count. */
  public AgentConf withMetadataAccessMark(int mark) {
    return new AgentConf(
        agentMode,
        statePath,
        handleInternalOnlyRouters,
        ipv6Gateway,
        enableMetadataProxy,
        metadataPort,
        new Fwmark(mark, ROUTER_MARK_MASK),
        externalIngressMark);
  }

  /** Returns this configuration with another mark of what comes in, 16 bits of which count. */
  public AgentConf withExternalIngressMark(int mark) {
    return new AgentConf(
        agentMode,
        statePath,
        handleInternalOnlyRouters,
        ipv6Gateway,
        enableMetadataProxy,
        metadataPort,
        metadataAccessMark,
        new Fwmark(mark, ROUTER_MARK_MASK));
  }
}
