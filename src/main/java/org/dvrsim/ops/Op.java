package org.dvrsim.ops;

import org.dvrsim.net.NetnsName;

/**
 * Something that changes a host: a value that a Host carries out.
 *
 * <p>An op is written as a person would type it by OpCommandLine and in the form of the recordings
 * by OpJson; both read it back.
 */
public sealed interface Op
    permits CreateNetns,
        RemoveNetns,
        CreateVeth,
        DeleteLink,
        SetLink,
        ChangeAltNames,
        AddAddress,
        DeleteAddress,
        FlushAddresses,
        AddRoute,
        DeleteRoute,
        FlushRoutes,
        AddRule,
        DeleteRule,
        FlushRules,
        AddNeighbour,
        DeleteNeighbour,
        FlushNeighbours,
        WriteSysctl,
        RestoreIptables,
        ChangeIptables,
        AddBridgePort,
        DeleteBridgePort,
        DeleteConntrack,
        Announce,
        EnableProcess,
        DisableProcess {

  /** Returns the namespace in which the op acts; {@link NetnsName#ROOT} for the host's own. */
  NetnsName netns();

  /**
   * Returns the name under which the recordings list this kind of op, such as {@code create_netns};
   * for kinds that no agent asks for, a name in the same style.
   */
  String recordedName();

  /** Calls the visitor's method for this kind of op. */
  <R> R accept(OpVisitor<R> visitor);
}
