package org.dvrsim.net;

/**
 * The name of a network namespace as iproute2 knows it: a file name in /run/netns.
 *
 * <p>Models: iproute2 ip/ipnetns.c:netns_add(), which makes a file of that name; no slash, not
 * empty, not {@code .} or {@code ..}, at most 255 bytes. The namespace that a host starts with has
 * no such file; {@link #ROOT} stands for it, with empty text.
 */
public record NetnsName(String text) implements Comparable<NetnsName> {
  /** The host's own, first namespace, where the integration bridge is. */
  public static final NetnsName ROOT = new NetnsName("");

  /** Checks that it can be a file's name, or is empty for the root namespace. */
  public NetnsName {
    if (!text.isEmpty() && !isValid(text)) {
      throw new IllegalArgumentException("not a namespace name: " + text);
    }
  }

  /** Tells whether {@code text} can name a namespace. */
  public static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= 255
        && text.indexOf('/') < 0
        && text.indexOf('\0') < 0
        && !text.equals(".")
        && !text.equals("..");
  }

  /** Tells whether this is the host's first namespace. */
  public boolean isRoot() {
    return text.isEmpty();
  }

  @Override
  public int compareTo(NetnsName other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetnsName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
