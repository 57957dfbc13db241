package org.dvrsim.netfilter;

/**
 * A conntrack zone that {@code -j CT} puts a packet in.
 *
 * <p>Models: extensions/libxt_CT.c:xtables_ct_zone(), ct_parse_zone_id()
 *
 * @param id 0 to 65535; of no meaning if it is the packet's mark
 * @param original whether only the original direction was named
 * @param reply whether only the reply's direction was named
 */
record CtZone(int id, boolean isMark, boolean original, boolean reply) {
  static final CtZone NONE = new CtZone(0, false, false, false);

  /** Returns the zone that an option names, after those before it. */
  CtZone with(String text, boolean forOriginal, boolean forReply) {
    boolean mark = text.equals("mark");
    long number = mark ? 0 : CNumber.whole(text, 0, 0xffff);
    if (number < 0) {
      throw XtablesError.parameter("Cannot parse " + text + " as a zone ID");
    }
    return new CtZone((int) number, isMark || mark, original || forOriginal, reply || forReply);
  }

  boolean isNone() {
    return id == 0 && !isMark;
  }

  /** Appends the option, each of its words after {@code prefix}. */
  void write(StringBuilder out, String prefix) {
    if (isNone()) {
      return;
    }
    String direction = original == reply ? "" : original ? "-orig" : "-reply";
    out.append(' ').append(prefix).append("zone").append(direction).append(' ');
    out.append(isMark ? "mark" : Integer.toString(id));
  }
}
