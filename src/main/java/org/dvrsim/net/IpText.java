package org.dvrsim.net;

import java.nio.charset.StandardCharsets;

/**
 * Address text, read as inet_pton(3) reads it and written as inet_ntop(3) writes it: IPv6 in lower
 * case, the longest run of two or more zero groups shortened, mapped and compatible IPv4 addresses
 * with a dotted tail.
 */
final class IpText {
  /** The length of eight groups of four digits. */
  private static final int LONGEST = 39;

  private static final int LONGEST_V4 = 15;

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
    byte[] out = new byte[LONGEST];
    int n = 0;
    int last = dottedTail ? 6 : 8;
    for (int i = 0; i < last; i++) {
      if (i == bestStart) {
        out[n++] = ':';
        out[n++] = ':';
        i += Math.min(bestLength, last - i) - 1;
        continue;
      }
      if (n > 0 && out[n - 1] != ':') {
        out[n++] = ':';
      }
      n = putHexadecimal(groups[i], out, n);
    }
    if (dottedTail) {
      if (out[n - 1] != ':') {
        out[n++] = ':';
      }
      n = putV4((long) groups[6] << 16 | groups[7], out, n);
    }
    return text(out, n);
  }

  private static String formatV4(long bits) {
    byte[] out = new byte[LONGEST_V4];
    return text(out, putV4(bits, out, 0));
  }

  private static String text(byte[] out, int length) {
    return new String(out, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Writes a dotted quad from {@code n} on; returns where it ends. */
  private static int putV4(long bits, byte[] out, int n) {
    int end = n;
    for (int shift = 24; shift >= 0; shift -= 8) {
      int value = (int) (bits >>> shift) & 0xff;
      if (value >= 100) {
        out[end++] = (byte) ('0' + value / 100);
      }
      if (value >= 10) {
        out[end++] = (byte) ('0' + value / 10 % 10);
      }
      out[end++] = (byte) ('0' + value % 10);
      if (shift > 0) {
        out[end++] = '.';
      }
    }
    return end;
  }

  /** Writes a group without leading zeros from {@code n} on; returns where it ends. */
  private static int putHexadecimal(int group, byte[] out, int n) {
    int end = n;
    for (int shift = 12; shift >= 0; shift -= 4) {
      if (group >>> shift != 0 || shift == 0) {
        out[end++] = (byte) Character.forDigit(group >>> shift & 0xf, 16);
      }
    }
    return end;
  }
}
