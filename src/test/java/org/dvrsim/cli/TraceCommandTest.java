package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  private String scenario = SCENARIO;
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int trace(String... options) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, scenario);
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
    assertTrue(text.contains("  qrouter(r1) on c1, in by qr(r1,t4)\n"), text);
    assertTrue(text.contains("rule 32768: from 10.0.0.10/32 lookup 16"), text);
    assertTrue(text.contains("in step 1 (associate: {floating-ip: web, instance: vm1})"), text);
    assertTrue(text.endsWith("answered, via fip; the far end sees 203.0.113.100\n"), text);
  }

  @Test
  void trace_beforeTheFloatingIp_saysWhatIsMissing() throws IOException {
    assertEquals(1, trace("--at", "0", "--from", "vm1", "--to", "outside:198.51.100.9"));
    String text = out.toString();
    assertTrue(text.contains("ends: nobody on the wire takes it"), text);
    assertTrue(text.contains("to go on it needs: a port with that MAC address"), text);
  }

  @Test
  void trace_tcpAsJson_holdsOrigins() throws IOException {
    assertEquals(0, trace("--json", "--from", "outside:203.0.113.7", "--to", "web:80"));
    assertTrue(out.toString().contains("\"via\" : \"fip\""));
    assertTrue(out.toString().contains("\"method\" : \"DvrLocalRouter.floating_ip_added_dist\""));
  }

  @Test
  void trace_iptablesRule_namesTheMethodThatWantedIt() throws IOException {
    assertEquals(0, trace("--from", "vm1", "--to", "outside:198.51.100.9"));
    String text = out.toString();
    assertTrue(
        text.contains(
            "--to-source 203.0.113.100 --random-fully\n"
                + "        put there by DvrLocalRouter.process_floating_ip_nat_rules in step 1 "),
        text);
    assertTrue(text.contains("put there by FipNamespace.create in step 0 (the agents start)"));
    assertFalse(text.contains("IptablesManager"), text);
  }

  @Test
  void trace_levels_tellMoreAndMore() throws IOException {
    trace("--detail", "1", "--from", "vm1", "--to", "web");
    int places = out.toString().length();
    assertFalse(out.toString().contains("put there"));
    out.getBuffer().setLength(0);
    trace("--detail", "2", "--from", "vm1", "--to", "web");
    int deciders = out.toString().length();
    assertFalse(out.toString().contains("iptables-restore"));
    out.getBuffer().setLength(0);
    trace("--detail", "3", "--from", "vm1", "--to", "web");
    assertTrue(out.toString().contains("IptablesManager._apply_synchronized, iptables-restore: "));
    assertTrue(places < deciders && deciders < out.toString().length());
  }

  @Test
  void trace_noRoute_namesTheTablesThatWereAsked() throws IOException {
    scenario = scenario.replace("gateway: public, ", "");
    assertEquals(1, trace("--at", "0", "--from", "vm1", "--to", "198.51.100.9"));
    assertTrue(
        out.toString()
            .contains(
                "to go on it needs: a route to 198.51.100.9; asked in turn: tables local, main"),
        out.toString());
  }

  @Test
  void trace_json_hasRolesOriginsAndNeeds() throws IOException {
    assertEquals(1, trace("--json", "--from", "outside:203.0.113.7", "--to", "10.0.0.10"));
    JsonNode json = new ObjectMapper().readTree(out.toString());
    JsonNode last = json.get("steps").get(json.get("steps").size() - 1);
    assertFalse(json.get("answered").booleanValue());
    assertEquals("request", json.get("steps").get(0).get("role").textValue());
    assertTrue((last.has("end") && last.has("needs")) || json.toString().contains("needs"));
  }

  @Test
  void trace_unknownInstance_exits2() throws IOException {
    assertEquals(2, trace("--from", "vm7", "--to", "web"));
    assertTrue(err.toString().contains("there is no instance vm7"), err.toString());
  }
}
