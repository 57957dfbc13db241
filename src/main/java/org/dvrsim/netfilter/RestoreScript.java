package org.dvrsim.netfilter;

import java.util.List;
import java.util.Objects;

/**
 * What iptables-restore is fed: a text, or sections whose text nobody may ever ask for. Two are
 * equal if their texts are.
 */
public final class RestoreScript {
  private final List<RestoreSection> sections;
  private String text;

  private RestoreScript(List<RestoreSection> sections, String text) {
    this.sections = sections;
    this.text = text;
  }

  /** Returns a text as it is. */
  public static RestoreScript of(String text) {
    return new RestoreScript(List.of(), Objects.requireNonNull(text));
  }

  /** Returns sections one after the other. */
  public static RestoreScript of(List<RestoreSection> sections) {
    return sections.isEmpty() ? of("") : new RestoreScript(List.copyOf(sections), null);
  }

  /** Returns the sections; empty if only the text is known. */
  public List<RestoreSection> sections() {
    return sections;
  }

  /**
   * Does what the first sections mean, as far as that was worked out before and is not refused:
   * nothing has to be read for it.
   *
   * @return how many sections were done
   */
  int doKnown(Netfilter netfilter) {
    int done = 0;
    while (done < sections.size() && isDone(sections.get(done), netfilter)) {
      done++;
    }
    return done;
  }

  private static boolean isDone(RestoreSection section, Netfilter netfilter) {
    ParsedRestore.Commit known = section.parsed(netfilter.family());
    if (known == null) {
      return false;
    }
    try {
      netfilter.execute(known, new StringBuilder(0));
      return true;
    } catch (XtablesError | PrepareError e) {
      return false;
    }
  }

  /** Returns the text. */
  public String text() {
    if (text == null) {
      StringBuilder out = new StringBuilder();
      sections.forEach(out::append);
      text = out.toString();
    }
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof RestoreScript script && text().equals(script.text()));
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Returns {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
