package org.dvrsim.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.datapath.Step;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.scenario.Origins;
import org.dvrsim.scenario.PlayedScenario;

/** Writes a packet's way as JSON for programs: every step, with exact names. */
public final class TraceJson {
  private TraceJson() {}

  /** Returns the report, indented, with a newline at its end. */
  public static String of(Traffic.Report report, Origins origins) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeBooleanField("answered", report.isAnswered());
      json.writeStringField("via", report.via().toString());
      if (report.source().isPresent()) {
        json.writeStringField("source", report.source().get().toString());
      }
      if (report.result().refused() != null) {
        json.writeStringField("refused", report.result().refused().name());
      }
      Map<Integer, PacketRole> roles = PacketRole.of(report.steps());
      json.writeArrayFieldStart("steps");
      for (Step step : report.steps()) {
        write(json, step, roles.get(step.packetId()), origins);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Step step, PacketRole role, Origins origins)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("packet", step.packetId());
    json.writeStringField("role", role.toString());
    json.writeStringField("kind", step.kind().name().toLowerCase(Locale.ROOT));
    if (step.netns() != null) {
      if (origins.hostOf(step.netns()).isPresent()) {
        json.writeStringField("host", origins.hostOf(step.netns()).get().name());
      } else {
        json.writeStringField("guest", origins.guestOf(step.netns()));
      }
      json.writeStringField("netns", step.netns().name().text());
    }
    field(json, "in", step.in());
    field(json, "out", step.out());
    field(json, "table", step.table());
    field(json, "chain", step.chain());
    json.writeStringField("text", step.text());
    if (step.packet() != null) {
      json.writeStringField("source", step.packet().source().toString());
      json.writeStringField("destination", step.packet().destination().toString());
      json.writeNumberField("protocol", step.packet().protocol());
      json.writeNumberField("length", step.packet().length());
      json.writeNumberField("ttl", step.packet().ttl());
      json.writeNumberField("mark", Integer.toUnsignedLong(step.mark()));
    }
    if (step.end() != null) {
      json.writeStringField("end", step.end().key());
      Optional<String> needs = step.end().isDelivered() ? Optional.empty() : TraceAdvice.of(step);
      if (needs.isPresent()) {
        json.writeStringField("needs", needs.get());
      }
    }
    json.writeArrayFieldStart("origins");
    for (Origins.Origin origin : origins.of(step.netns(), step.cause())) {
      write(json, origin);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Origins.Origin origin) throws IOException {
    json.writeStartObject();
    json.writeStringField("what", origin.what());
    if (origin.op().isPresent()) {
      PlayedScenario.PastOp past = origin.op().get();
      json.writeNumberField("step", past.step());
      json.writeStringField("action", past.what());
      json.writeStringField("method", origin.method());
      json.writeStringField("applied_by", past.entry().askedBy());
      json.writeStringField("op", OpCommandLine.of(past.entry().op()));
    }
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String name, Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
