package org.dvrsim.ops;

/**
 * Something that treats each kind of op in its own way.
 *
 * @param <R> what comes of it
 */
public interface OpVisitor<R> {
  /** Treats a {@link CreateNetns}. */
  R visit(CreateNetns op);

  /** Treats a {@link RemoveNetns}. */
  R visit(RemoveNetns op);

  /** Treats a {@link CreateVeth}. */
  R visit(CreateVeth op);

  /** Treats a {@link DeleteLink}. */
  R visit(DeleteLink op);

  /** Treats a {@link SetLink}. */
  R visit(SetLink op);

  /** Treats a {@link ChangeAltNames}. */
  R visit(ChangeAltNames op);

  /** Treats an {@link AddAddress}. */
  R visit(AddAddress op);

  /** Treats a {@link DeleteAddress}. */
  R visit(DeleteAddress op);

  /** Treats a {@link FlushAddresses}. */
  R visit(FlushAddresses op);

  /** Treats an {@link AddRoute}. */
  R visit(AddRoute op);

  /** Treats a {@link DeleteRoute}. */
  R visit(DeleteRoute op);

  /** Treats a {@link FlushRoutes}. */
  R visit(FlushRoutes op);

  /** Treats an {@link AddRule}. */
  R visit(AddRule op);

  /** Treats a {@link DeleteRule}. */
  R visit(DeleteRule op);

  /** Treats a {@link FlushRules}. */
  R visit(FlushRules op);

  /** Treats an {@link AddNeighbour}. */
  R visit(AddNeighbour op);

  /** Treats a {@link DeleteNeighbour}. */
  R visit(DeleteNeighbour op);

  /** Treats a {@link FlushNeighbours}. */
  R visit(FlushNeighbours op);

  /** Treats a {@link WriteSysctl}. */
  R visit(WriteSysctl op);

  /** Treats a {@link RestoreIptables}. */
  R visit(RestoreIptables op);

  /** Treats a {@link ChangeIptables}. */
  R visit(ChangeIptables op);

  /** Treats an {@link AddBridgePort}. */
  R visit(AddBridgePort op);

  /** Treats a {@link DeleteBridgePort}. */
  R visit(DeleteBridgePort op);

  /** Treats a {@link DeleteConntrack}. */
  R visit(DeleteConntrack op);

  /** Treats an {@link Announce}. */
  R visit(Announce op);

  /** Treats an {@link EnableProcess}. */
  R visit(EnableProcess op);

  /** Treats a {@link DisableProcess}. */
  R visit(DisableProcess op);
}
