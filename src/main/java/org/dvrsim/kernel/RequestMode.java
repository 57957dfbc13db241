package org.dvrsim.kernel;

/**
 * How a request for a new object treats one that is there: iproute2's verbs, netlink's flags.
 *
 * <p>Models: include/uapi/linux/netlink.h:NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE, NLM_F_APPEND;
 * iproute2 ip/iproute.c:do_iproute()
 */
public enum RequestMode {
  /** NLM_F_CREATE, NLM_F_EXCL. */
  ADD(true, true, false, false),
  /** NLM_F_CREATE, NLM_F_REPLACE. */
  REPLACE(true, false, true, false),
  /** NLM_F_REPLACE. */
  CHANGE(false, false, true, false),
  /** NLM_F_CREATE, NLM_F_APPEND. */
  APPEND(true, false, false, true),
  /** NLM_F_CREATE. */
  PREPEND(true, false, false, false),
  /** NLM_F_EXCL. */
  TEST(false, true, false, false);

  private final boolean create;
  private final boolean exclusive;
  private final boolean replace;
  private final boolean append;

  RequestMode(boolean create, boolean exclusive, boolean replace, boolean append) {
    this.create = create;
    this.exclusive = exclusive;
    this.replace = replace;
    this.append = append;
  }

  /** Tells whether NLM_F_CREATE is set: what is not there is made. */
  public boolean creates() {
    return create;
  }

  /** Tells whether NLM_F_EXCL is set: what is there is refused. */
  public boolean isExclusive() {
    return exclusive;
  }

  /** Tells whether NLM_F_REPLACE is set: what is there is changed. */
  public boolean replaces() {
    return replace;
  }

  /** Tells whether NLM_F_APPEND is set: the new goes after what is there. */
  public boolean appends() {
    return append;
  }
}
