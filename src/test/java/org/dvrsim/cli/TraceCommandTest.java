package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
  private static final String SCENARIO =
      """
      scenario: one router
      hosts: {c1: dvr}
      networks:
        public: {external: true, subnets: {p4: 203.0.113.0/24}}
        private: {subnets: {t4: 10.0.0.0/24}}
      routers: {r1: {gateway: public, interfaces: [t4]}}
      instances: {vm1: {network: private, host: c1, addresses: [10.0.0.10]}}
      floating-ips: {web: {network: public, address: 203.0.113.100}}
      steps:
        - associate: {floating-ip: web, instance: vm1}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int trace(String... options) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, SCENARIO);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "trace";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void trace_out_namesWhoPutTheRuleThere() throws IOException {
    assertEquals(0, trace("--from", "vm1", "--to", "outside:198.51.100.9"));
    String text = out.toString();
    assertTrue(text.contains("  qrouter(r1) on c1, by qr(r1,t4)\n"), text);
    assertTrue(text.contains("rule 32768: from 10.0.0.10/32 lookup 16"), text);
    assertTrue(text.contains("in step 1 (associate: {floating-ip: web, instance: vm1})"), text);
    assertTrue(text.endsWith("answered, via fip; the far end sees 203.0.113.100\n"), text);
  }

  @Test
  void trace_beforeTheFloatingIp_saysWhatIsMissing() throws IOException {
    assertEquals(1, trace("--at", "0", "--from", "vm1", "--to", "outside:198.51.100.9"));
    String text = out.toString();
    assertTrue(text.contains("ends: nobody on the wire takes it"), text);
    assertTrue(text.contains("to go on: a port with that MAC address"), text);
  }

  @Test
  void trace_tcpAsJson_holdsOrigins() throws IOException {
    assertEquals(0, trace("--json", "--from", "outside:203.0.113.7", "--to", "web:80"));
    assertTrue(out.toString().contains("\"via\" : \"fip\""));
    assertTrue(out.toString().contains("\"method\" : \"DvrLocalRouter.floating_ip_added_dist\""));
  }

  @Test
  void trace_unknownInstance_exits2() throws IOException {
    assertEquals(2, trace("--from", "vm7", "--to", "web"));
    assertTrue(err.toString().contains("there is no instance vm7"), err.toString());
  }
}
