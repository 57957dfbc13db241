package org.dvrsim.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.TraceEntry;
import org.dvrsim.scenario.Finding;
import org.dvrsim.scenario.HostOps;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.StepOutcome;

/**
 * Writes the outcomes of scenarios as JSON for programs: exact names, every step, every op as a
 * command line.
 */
public final class RunJson {
  private RunJson() {}

  /** Returns the report, indented, with a newline at its end. */
  public static String of(List<Outcome> outcomes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeArrayFieldStart("scenarios");
      for (Outcome outcome : outcomes) {
        write(json, outcome);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStartObject();
    if (outcome.scenario().file().isPresent()) {
      json.writeStringField("file", outcome.scenario().file().get());
    }
    json.writeStringField("scenario", outcome.scenario().title());
    json.writeStringField("verdict", outcome.verdict().name().toLowerCase(Locale.ROOT));
    if (outcome.reason().isPresent()) {
      json.writeStringField("reason", String.valueOf(outcome.reason().get().getMessage()));
    }
    json.writeNumberField("ops", outcome.opCount());
    json.writeArrayFieldStart("steps");
    for (StepOutcome step : outcome.steps()) {
      write(json, step);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, StepOutcome step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", step.number());
    if (step.place().isPresent()) {
      json.writeNumberField("line", step.place().get().line());
    }
    json.writeStringField("step", step.what());
    json.writeBooleanField("passed", step.passed());
    if (step.problem().isPresent()) {
      json.writeStringField("problem", step.problem().get());
    }
    write(json, "violations", step.violations());
    write(json, "expected", step.expected());
    json.writeArrayFieldStart("ops");
    for (HostOps host : step.hostOps()) {
      for (TraceEntry entry : host.ops()) {
        json.writeStartObject();
        json.writeStringField("host", host.host());
        json.writeStringField("asked_by", entry.askedBy());
        json.writeStringField("command", OpCommandLine.of(entry.op()));
        if (entry.refusal().isPresent()) {
          json.writeStringField("refusal", String.valueOf(entry.refusal().get().getMessage()));
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, List<Finding> findings)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(field);
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("invariant", finding.invariant());
      json.writeStringField("host", finding.host());
      json.writeStringField("detail", finding.violation().detail());
      json.writeStringField("netns", finding.violation().netns().text());
      json.writeArrayFieldStart("objects");
      for (String object : finding.violation().objects()) {
        json.writeString(object);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
