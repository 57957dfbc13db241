package org.dvrsim.net;

/**
 * The name of a network device: 1 to 15 bytes, no slash, colon or white space, not {@code .} or
 * {@code ..}.
 *
 * <p>Models: net/core/dev.c:dev_valid_name()
 */
public record IfName(String text) implements Comparable<IfName> {
  /** The loopback device of every network namespace. */
  public static final IfName LO = new IfName("lo");

  private static final int IFNAMSIZ = 16;

  /** Checks the kernel's rules for names. */
  public IfName {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a device name: " + text);
    }
  }

  /** Tells whether the kernel would take {@code text} as a device name. */
  public static boolean isValid(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      return false;
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == ':' || c == ' ' || (c >= '\t' && c <= '\r')) {
        return false;
      }
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes < IFNAMSIZ;
  }

  @Override
  public int compareTo(IfName other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IfName that && text.equals(that.text);
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
