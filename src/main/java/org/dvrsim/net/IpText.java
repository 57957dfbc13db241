package org.dvrsim.net;

/**
 * Address text, read as inet_pton(3) reads it and written as inet_ntop(3) writes it: IPv6 in lower
 * case, the longest run of two or more zero groups shortened, mapped and compatible IPv4 addresses
 * with a dotted tail.
 */
final class IpText {
  private IpText() {}

  static IpAddress parse(String text) {
    IpAddress address = tryParse(text);
    if (address == null) {
      throw new IllegalArgumentException("not an IP address: " + text);
    }
    return address;
  }

  static IpAddress tryParse(String text) {
    if (text.indexOf(':') < 0) {
      long bits = parseV4(text, 0, text.length());
      return bits < 0 ? null : IpAddress.v4((int) bits);
    }
    return parseV6(text);
  }

  private static long parseV4(String text, int start, int end) {
    long bits = 0;
    int parts = 0;
    int digits = 0;
    int value = 0;
    for (int i = start; i <= end; i++) {
      char c = i == end ? '.' : text.charAt(i);
      if (c == '.') {
        if (digits == 0) {
          return -1;
        }
        bits = bits << 8 | value;
        parts++;
        digits = 0;
        value = 0;
      } else if (c >= '0' && c <= '9') {
        if (digits > 0 && value == 0) {
          return -1;
        }
        value = value * 10 + (c - '0');
        digits++;
        if (value > 255) {
          return -1;
        }
      } else {
        return -1;
      }
    }
    return parts == 4 ? bits : -1;
  }

  private static IpAddress parseV6(String text) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int i = 0;
    int n = text.length();
    if (n >= 2 && text.charAt(0) == ':' && text.charAt(1) == ':') {
      gap = 0;
      i = 2;
    }
    while (i < n) {
      int end = i;
      int value = 0;
      while (end < n && Character.digit(text.charAt(end), 16) >= 0 && text.charAt(end) < 0x80) {
        value = value << 4 | Character.digit(text.charAt(end), 16);
        end++;
        if (end - i > 4) {
          return null;
        }
      }
      if (end < n && text.charAt(end) == '.') {
        long bits = parseV4(text, i, n);
        if (bits < 0 || count > 6) {
          return null;
        }
        groups[count++] = (int) (bits >>> 16);
        groups[count++] = (int) (bits & 0xffff);
        i = n;
        break;
      }
      if (end == i || count == 8) {
        return null;
      }
      groups[count++] = value;
      i = end;
      if (i < n) {
        if (text.charAt(i) != ':' || i + 1 == n) {
          return null;
        }
        i++;
        if (text.charAt(i) == ':') {
          if (gap >= 0) {
            return null;
          }
          gap = count;
          i++;
        }
      }
    }
    if (gap < 0 ? count != 8 : count > 7) {
      return null;
    }
    if (gap >= 0) {
      int moved = count - gap;
      for (int k = 1; k <= moved; k++) {
        groups[8 - k] = groups[count - k];
        if (8 - k != count - k) {
          groups[count - k] = 0;
        }
      }
    }
    return IpAddress.v6(join(groups, 0), join(groups, 4));
  }

  private static long join(int[] groups, int from) {
    long bits = 0;
    for (int i = from; i < from + 4; i++) {
      bits = bits << 16 | groups[i];
    }
    return bits;
  }

  static String format(IpAddress address) {
    if (address.isV4()) {
      return formatV4(address.low());
    }
    int[] groups = new int[8];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (address.high() >>> (48 - 16 * i)) & 0xffff;
      groups[4 + i] = (int) (address.low() >>> (48 - 16 * i)) & 0xffff;
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int j = i;
      while (j < 8 && groups[j] == 0) {
        j++;
      }
      if (j - i > bestLength) {
        bestStart = i;
        bestLength = j - i;
      }
      if (j > i) {
        i = j;
      }
    }
    boolean dottedTail =
        bestStart == 0 && (bestLength == 6 || (bestLength == 5 && groups[5] == 0xffff));
    StringBuilder out = new StringBuilder(39);
    int last = dottedTail ? 6 : 8;
    for (int i = 0; i < last; i++) {
      if (i == bestStart) {
        out.append("::");
        i += Math.min(bestLength, last - i) - 1;
        continue;
      }
      if (out.length() > 0 && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(groups[i]));
    }
    if (dottedTail) {
      if (out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(formatV4((long) groups[6] << 16 | groups[7]));
    }
    return out.toString();
  }

  private static String formatV4(long bits) {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xff)
        + "."
        + (bits >>> 8 & 0xff)
        + "."
        + (bits & 0xff);
  }
}
