package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.RestoreScript;

/**
 * Feeds text to {@code iptables-restore} or {@code ip6tables-restore}: all of it takes effect, or
 * nothing of it.
 *
 * @param noFlush {@code -n}: tables named in the text keep what they hold
 * @param script in iptables-save's form, tables ending with COMMIT
 * @param lockWaitSeconds {@code -w}: how long to wait for a lock that another iptables tool may
 *     hold, which none does here; 0: not told
 */
public record RestoreIptables(
    NetnsName netns, IpFamily family, boolean noFlush, RestoreScript script, int lockWaitSeconds)
    implements Op {
  /** Checks that all is given. */
  public RestoreIptables {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(family);
    Objects.requireNonNull(script);
  }

  /** Builds the op from a text. */
  public RestoreIptables(
      NetnsName netns, IpFamily family, boolean noFlush, String text, int lockWaitSeconds) {
    this(netns, family, noFlush, RestoreScript.of(text), lockWaitSeconds);
  }

  /** Builds the op from a text without a word about the lock. */
  public RestoreIptables(NetnsName netns, IpFamily family, boolean noFlush, String text) {
    this(netns, family, noFlush, text, 0);
  }

  /** Returns the text that is fed. */
  public String text() {
    return script.text();
  }

  @Override
  public String recordedName() {
    return family == IpFamily.V4 ? "iptables-restore" : "ip6tables-restore";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
