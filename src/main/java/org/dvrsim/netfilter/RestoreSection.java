package org.dvrsim.netfilter;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.IpFamily;

/**
 * What iptables-restore is to do with one table, between comments. Its text is made when it is
 * asked for; what it means is worked out once, so that a section may be used again and again, by
 * several threads too: what they note is immutable and the same whoever works it out.
 */
public final class RestoreSection {
  private final String before;
  private final TableName table;
  private final List<RestoreLine> lines;
  private final String after;
  private boolean sufficient;
  private String text;
  private ParsedRestore.Commit parsed4;
  private ParsedRestore.Commit parsed6;

  /**
   * Makes a section.
   *
   * @param before a comment that begins with {@code #}
   * @param after likewise
   */
  public RestoreSection(String before, TableName table, List<RestoreLine> lines, String after) {
    this.before = Objects.requireNonNull(before);
    this.table = Objects.requireNonNull(table);
    this.lines = List.copyOf(lines);
    this.after = Objects.requireNonNull(after);
  }

  /** Returns the table. */
  public TableName table() {
    return table;
  }

  /** Returns the lines between the table's name and COMMIT. */
  public List<RestoreLine> lines() {
    return lines;
  }

  /**
   * Tells whether it is known that whoever wrote this finds nothing missing in the table that it
   * leads to.
   */
  public boolean isSufficient() {
    return sufficient;
  }

  /** Notes that nothing is missing in the table that this leads to, whoever restores it where. */
  public void noteSufficient() {
    sufficient = true;
  }

  /** Returns what the lines mean to one family, null if nobody has worked it out. */
  ParsedRestore.Commit parsed(IpFamily family) {
    return family == IpFamily.V4 ? parsed4 : parsed6;
  }

  void setParsed(IpFamily family, ParsedRestore.Commit parsed) {
    if (family == IpFamily.V4) {
      parsed4 = parsed;
    } else {
      parsed6 = parsed;
    }
  }

  /** Returns the section as iptables-restore reads it, each line with its end. */
  @Override
  public String toString() {
    if (text == null) {
      StringBuilder out = new StringBuilder(64 * (lines.size() + 4));
      out.append(before).append("\n*").append(table).append('\n');
      for (RestoreLine line : lines) {
        out.append(line).append('\n');
      }
      text = out.append("COMMIT\n").append(after).append('\n').toString();
    }
    return text;
  }
}
