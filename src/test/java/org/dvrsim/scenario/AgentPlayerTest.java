package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
