package org.dvrsim.scenario;

import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.cluster.Via;
import org.dvrsim.datapath.PacketEnd;
import org.dvrsim.datapath.ProbeResult;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Payload;

/**
 * Sends a packet and looks what becomes of it: {@code ping} an echo request, {@code connect} the
 * opening of a connection.
 *
 * @param isPing whether it is an echo request
 * @param protocol {@code tcp} or {@code udp}, if it is none
 * @param size bytes of data, 0 for as many as usual
 * @param via the way it must take; {@code none}: no answer may come back
 * @param source the source address that the far end must see
 * @param sendFrom a source address to send from that need not be the sender's
 * @param flow the name of a connection that this opens, or continues if it is open
 * @param ends how the request's way must end, such as {@code no_route}
 */
public record TrafficAction(
    boolean isPing,
    String from,
    String to,
    int port,
    int size,
    String protocol,
    Optional<Via> via,
    Optional<IpAddress> source,
    Optional<IpAddress> sendFrom,
    Optional<String> flow,
    Optional<String> ends)
    implements Action {
  private static final int DEFAULT_PORT = 80;

  static TrafficAction readPing(Fields fields) {
    return read(fields, true);
  }

  static TrafficAction readConnect(Fields fields) {
    return read(fields, false);
  }

  private static TrafficAction read(Fields fields, boolean isPing) {
    return new TrafficAction(
        isPing,
        fields.text("from"),
        fields.text("to"),
        isPing ? 0 : fields.integer("port", DEFAULT_PORT),
        fields.integer("size", 0),
        isPing ? "icmp" : fields.optionalText("proto").orElse("tcp"),
        fields.node("via").map(node -> Fields.parsed(node, Via::parse)),
        fields.optionalAddress("source"),
        fields.optionalAddress("send-from"),
        fields.optionalText("flow"),
        fields.optionalText("ends"));
  }

  @Override
  public String keyword() {
    return isPing ? "ping" : "connect";
  }

  @Override
  public Object arguments() {
    Arguments arguments = new Arguments().with("from", from).with("to", to);
    if (!isPing) {
      arguments.with("port", port).with("proto", protocol);
    }
    if (size != 0) {
      arguments.with("size", size);
    }
    return arguments
        .with("via", via)
        .with("source", source)
        .with("send-from", sendFrom)
        .with("flow", flow)
        .with("ends", ends)
        .toMap();
  }

  private int protocolNumber() {
    return switch (protocol) {
      case "tcp" -> Payload.TCP;
      case "udp" -> Payload.UDP;
      default -> Payload.ICMP;
    };
  }

  @Override
  public void perform(Cluster cluster) {
    Traffic.Report report =
        cluster
            .traffic()
            .send(new Traffic.Request(from, to, protocolNumber(), port, size, sendFrom, flow));
    String seen = report.source().map(address -> ", seen from " + address).orElse("");
    if (via.isEmpty() && !report.isAnswered() && ends.isEmpty()) {
      throw failed(report, "expected an answer, but none came");
    }
    if (via.isPresent() && via.get() != report.via()) {
      throw failed(
          report, "expected via " + via.get() + ", but it went via " + report.via() + seen);
    }
    if (source.isPresent() && !source.equals(report.source())) {
      throw failed(report, "expected the far end to see " + source.get() + seen);
    }
    if (ends.isPresent()) {
      PacketEnd end = report.result().request();
      if (end == null || !end.how().key().equals(ends.get())) {
        throw failed(report, "expected the packet's way to end as " + ends.get());
      }
    }
  }

  private static ExpectationFailedException failed(Traffic.Report report, String what) {
    ProbeResult result = report.result();
    StringBuilder text = new StringBuilder(what);
    if (result.refused() != null) {
      text.append("\nit could not be sent: ").append(result.refused().message());
    }
    if (result.request() != null) {
      text.append("\nthe request: ").append(describe(result.request()));
    }
    if (result.answer() != null) {
      text.append("\nthe answer: ").append(describe(result.answer()));
    }
    return new ExpectationFailedException(text.toString());
  }

  private static String describe(PacketEnd end) {
    String where = end.netns() == null ? "" : " in " + end.netns();
    return end.packet() + ": " + end.how() + where + ": " + end.text();
  }
}
