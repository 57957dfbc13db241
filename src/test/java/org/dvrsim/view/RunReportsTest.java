package org.dvrsim.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.invariant.Violation;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Attribution;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.TraceEntry;
import org.dvrsim.scenario.Finding;
import org.dvrsim.scenario.HostOps;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.Place;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.StepOutcome;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class RunReportsTest {
  private static final Map<String, String> CONSEQUENCES = Map.of("some-rule", "All is lost.");

  private final Cluster cluster = new Cluster();
  private final String netns;

  RunReportsTest() {
    cluster.server().createRouter("r1");
    netns = cluster.names().toExact("qrouter(r1)", "");
  }

  private Outcome failed() {
    Scenario scenario =
        ScenarioFile.reader()
            .read("a<b>.yaml", "scenario: t & u\nhosts: {c1: dvr}\nsteps: [{create-router: r1}]\n");
    TraceEntry first =
        new TraceEntry(
            1,
            new CreateNetns(new NetnsName(netns)),
            "RouterNamespace.create",
            Attribution.NONE,
            Optional.empty());
    TraceEntry second =
        new TraceEntry(
            2,
            new CreateNetns(new NetnsName(netns)),
            "RouterNamespace.create",
            Attribution.NONE,
            Optional.of(ErrnoException.of(Errno.EEXIST, "netns add " + netns)));
    Violation violation =
        new Violation("some-rule", new NetnsName(netns), List.of(netns), netns + " is odd");
    StepOutcome step =
        new StepOutcome(
            1,
            "create-router: r1",
            Optional.of(new Place("a<b>.yaml", 3, 9)),
            List.of(new HostOps("c1", List.of(first, second))),
            List.of(new Finding("c1", violation)),
            List.of(),
            Optional.empty());
    return new Outcome(
        scenario, Outcome.Verdict.FAILED, List.of(step), cluster.names(), Optional.empty());
  }

  @Test
  void details_failure_tellsStepInvariantObjectsAndOps() {
    List<String> lines = new RunText(CONSEQUENCES, false).details(failed());
    assertEquals(
        List.of(
            "  step 1 (a<b>.yaml:3): create-router: r1",
            "  violates some-rule on c1: qrouter(r1) is odd",
            "    what breaks: All is lost.",
            "    qrouter(r1)",
            "  ops since the last good state:",
            "    c1: RouterNamespace.create",
            "      ip netns add qrouter(r1)",
            "      ip netns add qrouter(r1)"),
        lines.subList(0, 8));
    assertTrue(lines.get(8).startsWith("      # refused: "), lines.get(8));
  }

  @Test
  void details_exactNames_areTheHosts() {
    assertTrue(
        String.join("\n", new RunText(CONSEQUENCES, true).details(failed()))
            .contains("ip netns add " + netns));
  }

  @Test
  void junitXml_failure_isWellFormedAndCounted() throws Exception {
    String xml = JunitXml.of(List.of(failed()), new RunText(CONSEQUENCES, false));
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertEquals("1", suite.getAttribute("failures"));
    Element testcase = (Element) suite.getElementsByTagName("testcase").item(0);
    assertEquals("t & u", testcase.getAttribute("name"));
    assertEquals("a<b>.yaml", testcase.getAttribute("classname"));
    assertTrue(
        suite.getElementsByTagName("failure").item(0).getTextContent().contains("some-rule"));
  }

  @Test
  void runJson_failure_hasExactNames() throws Exception {
    JsonNode scenario =
        new ObjectMapper().readTree(RunJson.of(List.of(failed()))).get("scenarios").get(0);
    assertEquals("failed", scenario.get("verdict").asText());
    JsonNode step = scenario.get("steps").get(0);
    assertEquals(3, step.get("line").asInt());
    assertEquals(netns, step.get("violations").get(0).get("netns").asText());
    assertEquals("ip netns add " + netns, step.get("ops").get(0).get("command").asText());
    assertEquals("RouterNamespace.create", step.get("ops").get(0).get("asked_by").asText());
  }
}
