package org.dvrsim.view;

import java.util.List;
import org.dvrsim.scenario.Outcome;

/**
 * Writes the outcomes of scenarios as a JUnit XML report, as build servers read it: a test suite
 * with a test case for each scenario. It holds no times, so that the same run gives the same file.
 */
public final class JunitXml {
  private JunitXml() {}

  /** Returns the report. */
  public static String of(List<Outcome> outcomes, RunText text) {
    int failures = 0;
    int errors = 0;
    StringBuilder cases = new StringBuilder();
    for (Outcome outcome : outcomes) {
      cases
          .append("  <testcase classname=\"")
          .append(escape(outcome.scenario().file().orElse("scenario")))
          .append("\" name=\"")
          .append(escape(outcome.scenario().title()))
          .append('"');
      if (outcome.verdict() == Outcome.Verdict.PASSED) {
        cases.append("/>\n");
        continue;
      }
      boolean failed = outcome.verdict() == Outcome.Verdict.FAILED;
      failures += failed ? 1 : 0;
      errors += failed ? 0 : 1;
      String element = failed ? "failure" : "error";
      cases
          .append(">\n    <")
          .append(element)
          .append(" message=\"")
          .append(escape(RunText.line(outcome)))
          .append("\">")
          .append(escape(String.join("\n", text.details(outcome))))
          .append("</")
          .append(element)
          .append(">\n  </testcase>\n");
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<testsuite name=\"dvrsim\" tests=\""
        + outcomes.size()
        + "\" failures=\""
        + failures
        + "\" errors=\""
        + errors
        + "\" skipped=\"0\">\n"
        + cases
        + "</testsuite>\n";
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> {
                  boolean allowed =
                      c >= 0x20 && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff;
                  out.appendCodePoint(allowed ? c : '?');
                }
              }
            });
    return out.toString();
  }
}
