package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dvrsim.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
  private static final String HEAD = "scenario: x\nhosts: {c1: dvr}\n";

  private static Scenario read(String text) {
    return ScenarioFile.reader().read("f.yaml", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "steps: [{teleport: x}]|f.yaml:3:10: unknown step 'teleport'",
        "steps: [{associat: x}]|f.yaml:3:10: unknown step 'associat'",
        "steps: [{attach-interface: {router: r1}}]|f.yaml:3:28: expected the key 'subnet' here",
        "steps: 3|f.yaml:3:8: expected a list, found a whole number",
        "steps: [{note: x}]|f.yaml:3:9: expected one of create-router, delete-router,",
        "steps: [{create-router: a, delete-router: a}]|f.yaml:3:28: a step does one thing",
        "steps: [{create-router: 'a b'}]|f.yaml:3:25: expected a name of letters, digits,",
        "steps: [{expect: {host: c1}}]|f.yaml:3:18: expected something to look for",
        "steps: [{migrate: {instance: v}}]|f.yaml:3:19: expected the key 'to' here",
        "steps: [x|f.yaml:4:1: while parsing a flow sequence (line 3): expected ',' or ']'",
        "steps: [{set-snat: {router: r1, enabled: true}}]|f.yaml:3:29: unknown router 'r1': there"
            + " is none",
        "steps: [{clear-gateway: r1}, {create-router: r1}]|f.yaml:3:25: unknown router 'r1'",
        "steps: [{resync: c2}]|f.yaml:3:18: unknown host 'c2': expected one of c1",
        "steps: [{resync: c1, expect-violation: {invariant: no-such, because: b}}]|f.yaml:3:52:"
            + " there is no",
        "steps: [{with-fault: {host: c1, fault: op-fails, step: {clear-gateway: r1}}}]|f.yaml:3:72:"
            + " unknown",
        "steps: [{with-workers: {host: c1, steps: [{resync: c1}, {resync: c2}]}}]|f.yaml:3:66:"
            + " unknown host 'c2': expected one of c1",
        "steps: [{with-workers: {host: c1, steps: [{create-router: r1}, {set-snat: {router: r2,"
            + " enabled: true}}]}}]|f.yaml:3:84: unknown router 'r2'",
        "steps: [{ping: {from: 'outside:9.9.9.9', to: vm1}}]|f.yaml:3:46: unknown instance 'vm1'",
        "steps: [{tamper: {run: 'ip -n qrouter(r1) link'}}]|f.yaml:3:24: unknown router 'r1'",
        "steps: [{expect: {devices: ['qr(r1,s)']}}]|f.yaml:3:29: unknown router 'r1'",
        "routers: {r1: {gateway: n}}|f.yaml:3:25: unknown network 'n': there is none",
        "networks: {n: {subnets: {s: 10.0.0.1/24}}}|f.yaml:3:29: host bits set: 10.0.0.1/24",
        "networks: {n: {subnets: {s: {cdr: x}}}}|f.yaml:3:30: unknown key 'cdr'",
        "networks: {n: {mtu: 12, subnets: {}}}|f.yaml:3:21: expected at least 68",
        "scenario: y|f.yaml:3:1: the key 'scenario' is there twice",
      })
  void read_malformed_saysWhereAndWhat(String rest, String message) {
    String text = HEAD + rest + "\n" + (rest.startsWith("steps") ? "" : "steps: []\n");
    InputException e = assertThrows(InputException.class, () -> read(text));
    assertEquals(message, e.getMessage().substring(0, message.length()));
  }

  @Test
  void read_unknownNameInStepThatIsToBeRefused_isFine() {
    String text = HEAD + "steps: [{clear-gateway: r1, refused: there is no router}]\n";
    assertEquals(1, read(text).steps().size());
  }

  @Test
  void read_nameThatAnEarlierStepCreates_isFine() {
    String text = HEAD + "steps: [{create-router: r1}, {delete-router: r1}, {clear-gateway: r1}]\n";
    assertEquals(3, read(text).steps().size());
  }

  @Test
  void read_nameThatAWorkersEarlierStepDeletes_isFine() {
    String text =
        HEAD
            + "steps: [{create-router: r1}, {with-workers: {host: c1,"
            + " steps: [{delete-router: r1}, {clear-gateway: r1}]}}]\n";
    assertEquals(2, read(text).steps().size());
  }

  @Test
  void read_emptyFile_saysSo() {
    InputException e = assertThrows(InputException.class, () -> read(""));
    assertEquals("f.yaml:1:1: the file is empty", e.getMessage());
  }

  @Test
  void write_everyStepAndSetting_readsBackTheSame() {
    Scenario scenario =
        ScenarioFile.reader(name -> true)
            .read(
                "f.yaml",
                """
                scenario: "all: of it"
                about: |
                  Two lines,
                  with a "quote".
                hosts: {c1: dvr, n1: dvr_snat, i1: dvr_no_external}
                networks:
                  public:
                    external: true
                    subnets:
                      p4: {cidr: 203.0.113.0/24, gateway: 203.0.113.254, address-scope: s}
                      p6: {cidr: 2001:db8::/64, ipv6-mode: slaac}
                  private: {mtu: 1450, subnets: {t4: 10.0.0.0/24, u4: {cidr: 10.1.0.0/24, gateway: none}}}
                routers:
                  r1: {gateway: public, gateway-addresses: [203.0.113.9], interfaces: [t4], snat: false,
                       routes: [172.16.0.0/24 via 10.0.0.9]}
                  r2:
                instances: {vm1: {network: private, host: c1, addresses: [10.0.0.10]}, vm2: {network: private}}
                floating-ips: {f1: {network: public, address: 203.0.113.50, instance: vm1}}
                at-start: {probe: none, expect-violation: {invariant: x, because: "so it is"}}
                steps:
                  - create-router: r3
                  - delete-router: r3
                    note: "a note: with colon"
                  - attach-interface: {router: r1, subnet: u4, address: 10.1.0.1}
                  - detach-interface: {router: r1, subnet: u4}
                    refused: is needed by
                  - set-gateway: {router: r2, network: public, addresses: [203.0.113.20]}
                  - clear-gateway: r2
                    expect-violation: {invariant: [some-name, other-name], because: "it is so"}
                  - set-snat: {router: r1, enabled: true}
                  - set-router-up: {router: r1, up: false}
                  - set-interface-up: {router: r1, subnet: t4, up: false}
                  - move-snat: {router: r1, to: n1}
                  - set-routes: {router: r1, routes: []}
                  - create-instance: {name: vm3, network: private, host: c1}
                  - delete-instance: vm3
                  - migrate: {instance: vm1, to: n1}
                  - migrate: {instance: vm1, to: n1, phase: start}
                  - migrate: {instance: vm1, phase: abort}
                  - move-instance: {instance: vm2, to: c1}
                  - create-floating-ip: {name: f2, network: public, instance: vm2}
                  - associate: {floating-ip: f1, instance: vm1, fixed-address: 10.0.0.10}
                  - disassociate: f1
                  - delete-floating-ip: f1
                  - delete-network: private
                  - set-mtu: {network: public, mtu: 1400}
                  - set-subnet: {subnet: p4, gateway: none, address-scope: t}
                  - with-fault: {host: c1, fault: op-fails, nth: 3, errno: EBUSY, step: {resync: c1}}
                  - restart-agent: c1
                  - stop-agent: c1
                  - start-agent: c1
                  - resync: c1
                  - arp: {do: add, router: r1, subnet: t4, address: 10.0.0.10, mac: "fa:16:3e:00:00:01"}
                  - tamper: {host: c1, run: "ip -n qrouter(r1) link del rfp(r1)", fails: true}
                  - write-file: {host: c1, file: fip-priorities, lines: ["203.0.113.50,32768"]}
                  - expect: {ops: ["ip netns add"], exceptions: ["OSError:"], floating-ips: ["f1 ACTIVE"]}
                  - expect: {netns: qrouter(r1), rules: ["from 10.0.0.10"], sysctls: ["net.ipv4.ip_forward = 1"]}
                  - expect-none: {host: c1, bridge-ports: ["qr(r1,t4)"], files: ["fip-priorities: 1"]}
                """);
    String written = ScenarioWriter.write(scenario);
    Scenario again = ScenarioFile.reader(name -> true).read("again.yaml", written);
    assertEquals(scenario.title(), again.title());
    assertEquals(scenario.about(), again.about());
    assertEquals(scenario.cloud(), again.cloud());
    assertEquals(scenario.atStart(), again.atStart());
    assertEquals(withoutPlaces(scenario), withoutPlaces(again));
  }

  private static java.util.List<Step> withoutPlaces(Scenario scenario) {
    return scenario.steps().stream()
        .map(
            step ->
                new Step(
                    java.util.Optional.empty(),
                    step.action(),
                    step.refused(),
                    step.expectedViolations(),
                    step.note()))
        .toList();
  }
}
