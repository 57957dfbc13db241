package org.dvrsim.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Hash values as CPython gives them with {@code PYTHONHASHSEED=0}: the seed with which the real
 * agent was recorded.
 *
 * <p>The real agent walks sets in the order of these values, so they decide which of two addresses
 * is configured first, and which of two operations a fault hits.
 *
 * <p>Models: CPython 3.13 Python/pyhash.c:siphash13(), Objects/tupleobject.c:tuplehash()
 */
final class PyHash {
  /** The hash of text. */
  static final ToLongFunction<String> TEXT = PyHash::text;

  private static final long TUPLE_PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long TUPLE_PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long TUPLE_PRIME_5 = 0x27D4EB2F165667C5L;

  private PyHash() {}

  /** Returns {@code hash(text)}; text outside ASCII is taken as Latin-1 or wider, as str is. */
  static long text(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    long hash = sipHash13(isLatin1(text) ? text : new String(text.getBytes(UTF_16LE), ISO_8859_1));
    return hash == -1 ? -2 : hash;
  }

  /** Returns the hash of a tuple whose items have these hashes. */
  static long tuple(List<Long> items) {
    long acc = TUPLE_PRIME_5;
    for (long item : items) {
      acc += item * TUPLE_PRIME_2;
      acc = Long.rotateLeft(acc, 31) * TUPLE_PRIME_1;
    }
    acc += items.size() ^ (TUPLE_PRIME_5 ^ 3527539L);
    return acc == -1 ? 1546275796L : acc;
  }

  private static boolean isLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x100) {
        return false;
      }
    }
    return true;
  }

  /** Hashes characters of a byte each. */
  private static long sipHash13(String in) {
    Sip sip = new Sip();
    int whole = in.length() & ~7;
    for (int at = 0; at < whole; at += 8) {
      sip.absorb(littleEndian(in, at, 8));
    }
    sip.absorb((long) in.length() << 56 | littleEndian(in, whole, in.length() - whole));
    return sip.finish();
  }

  private static long littleEndian(String in, int at, int count) {
    long word = 0;
    for (int i = count - 1; i >= 0; i--) {
      word = word << 8 | in.charAt(at + i);
    }
    return word;
  }

  /** The state of SipHash with a key of zeros, one round a word and three at the end. */
  private static final class Sip {
    private long v0 = 0x736f6d6570736575L;
    private long v1 = 0x646f72616e646f6dL;
    private long v2 = 0x6c7967656e657261L;
    private long v3 = 0x7465646279746573L;

    void absorb(long word) {
      v3 ^= word;
      round();
      v0 ^= word;
    }

    long finish() {
      v2 ^= 0xff;
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
