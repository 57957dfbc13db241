package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.junit.jupiter.api.Test;

class AgentPlayerTest {
  private final Recording recording = RecordingReader.read(Recordings.files().get(0));
  private final ObjectNode conf = recording.document().putObject("conf");

  @Test
  void conf_unknownOption_isRefused() {
    conf.put("ha_vrrp_advert_int", 2);
    NotModelledException e =
        assertThrows(NotModelledException.class, () -> Replay.agent(recording));
    assertEquals("not modelled: agent configuration ha_vrrp_advert_int", e.getMessage());
  }

  @Test
  void conf_gatewayThatIsNoAddress_isRefused() {
    conf.put("ipv6_gateway", "nowhere");
    assertThrows(InputException.class, () -> Replay.agent(recording));
  }

  @Test
  void conf_optionsWithDefaults_changeNothing() {
    conf.put("handle_internal_only_routers", true).put("ipv6_gateway", "");
    assertEquals(0, Replay.agent(recording).differences().size());
  }

  private String played(String part) {
    return Replay.agent(recording).document().get("events").get(0).get(part).toString();
  }

  @Test
  void strikes_atOpsAndCalls_happenThere() {
    ObjectNode event = (ObjectNode) recording.document().get("events").get(0);
    event.remove("fault");
    event.putArray("strikes").addObject().put("op", 1);
    assertTrue(played("ops").startsWith("[[\""), () -> played("ops"));
    assertTrue(played("ops").contains("\"INJECTED\""), () -> played("ops"));
    event.putArray("strikes").addObject().put("call", 1).put("error", "MessagingTimeout");
    assertTrue(played("errors").contains("[\"MessagingTimeout\""), () -> played("errors"));
  }

  @Test
  void strikes_ofNeitherOpNorCall_areRefused() {
    ObjectNode event = (ObjectNode) recording.document().get("events").get(0);
    event.putArray("strikes").addObject().put("call", 1);
    assertThrows(InputException.class, () -> Replay.agent(recording));
    event.putArray("strikes").addObject().put("op", 1).put("errno", "ENOTHING");
    InputException refusal = assertThrows(InputException.class, () -> Replay.agent(recording));
    assertTrue(
        refusal.getMessage().endsWith("no error is called 'ENOTHING'; expected one as EEXIST"),
        refusal::getMessage);
  }
}
