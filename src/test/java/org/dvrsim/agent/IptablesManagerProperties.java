package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.RestoreLine;
import org.dvrsim.ops.RestoreIptables;

/**
 * Whatever is remembered between one {@code apply} and the next: what is sent is what the saved
 * texts call for, worked out anew each time as Neutron does.
 */
class IptablesManagerProperties {
  private static final String WRAP = IptablesManager.BINARY_NAME;
  private static final NetnsName[] NAMESPACES = {new NetnsName("one"), new NetnsName("two")};
  private static final String[] CHAINS = {"INPUT", "FORWARD", "local", "scope", "POSTROUTING"};
  private static final String[] RULES = {
    "-s 10.0.0.1/32 -j DROP",
    "-s 10.0.0.2/32 -j DROP",
    "-d 10.0.0.12/32 -p tcp -m tcp --dport 80 -j ACCEPT",
    "-d 10.0.0.13/32 -p tcp -m tcp --dport 443 -j ACCEPT",
    "-m mac --mac-source fa:16:3e:00:00:01 -j RETURN",
    "-j $local",
    "-j $scope"
  };
  private static final String[] MISCHIEF = {
    "-I INPUT 1 -s 10.9.9.9/32 -j ACCEPT",
    "-F " + WRAP + "-INPUT",
    "-A " + WRAP + "-local -j RETURN",
    "-D FORWARD 1",
    "-I " + WRAP + "-scope 1 -s 10.0.0.1/32 -j DROP",
    "-A FORWARD -s 10.0.0.2/32 -j DROP"
  };

  /** Two namespaces of a host and their managers, of which the second may be made anew. */
  private static final class World {
    final FakeHost host = new FakeHost();
    final IptablesManager[] managers = new IptablesManager[NAMESPACES.length];

    World() {
      for (int i = 0; i < managers.length; i++) {
        host.addNetns(NAMESPACES[i]);
        managers[i] = new IptablesManager(host, NAMESPACES[i], true);
      }
    }
  }

  @Property(tries = 200)
  void apply_afterAnything_sendsWhatTheTextsCallFor(
      @ForAll @Size(max = 40) List<@IntRange(max = 9_999_999) Integer> choices) {
    World world = new World();
    World other = new World();
    for (int choice : choices) {
      int which = choice % 2;
      if (choice / 2 % 12 < 4) {
        assertEquals(applyByText(other, which), apply(world, which));
      } else {
        change(world, which, choice / 24);
        change(other, which, choice / 24);
      }
    }
  }

  private static void change(World world, int which, int choice) {
    IpFamily family = choice % 2 == 0 ? IpFamily.V4 : IpFamily.V6;
    IptablesTable table = world.managers[which].getTables().get(family, "filter");
    String chain = CHAINS[choice / 2 % CHAINS.length];
    String rule = RULES[choice / 10 % RULES.length];
    String tag = choice / 70 % 3 == 0 ? "tag" : "";
    boolean wrap = choice / 210 % 4 > 0;
    switch (choice / 840 % 13) {
      case 0 -> table.addChain(chain);
      case 1 -> table.addChain("shared-" + chain, choice / 10 % 2 == 0);
      case 2, 3, 4, 5 -> {
        table.addChain(chain);
        table.addRule(chain, rule, wrap, choice / 70 % 2 == 0, tag, "");
      }
      case 6 -> table.removeRule(chain, rule, wrap, choice / 70 % 2 == 0, "");
      case 7 -> table.emptyChain(chain, wrap);
      case 8, 9 -> table.clearRulesByTag("tag");
      case 10 -> table.removeChain(chain, wrap);
      case 11 -> restore(world, which, family, "*filter\n" + MISCHIEF[choice % 6] + "\nCOMMIT\n");
      default -> world.managers[which] = new IptablesManager(world.host, NAMESPACES[which], true);
    }
  }

  /** Does what somebody else does to the packet filter; what iptables refuses changes nothing. */
  private static void restore(World world, int which, IpFamily family, String text) {
    try {
      world.host.netfilter(NAMESPACES[which], family).orElseThrow().restore(text, true);
    } catch (IptablesException e) {
      // The same in the other world.
    }
  }

  private static List<String> apply(World world, int which) {
    int before = world.host.ops().size();
    List<String> sent = new ArrayList<>();
    String refusal = "";
    try {
      world.managers[which].apply();
    } catch (ProcessExecutionError e) {
      refusal = e.getMessage();
    }
    for (int i = before; i < world.host.ops().size(); i++) {
      RestoreIptables restore = (RestoreIptables) world.host.ops().get(i);
      String text = restore.family() + "\n" + restore.text();
      if (!sent.contains(text)) {
        // Where iptables ran out of something, the agent sends the same once more.
        sent.add(text);
      }
    }
    sent.add(refusal.isEmpty() ? "" : "refused");
    for (IpFamily family : IpFamily.values()) {
      sent.add(installed(world, which, family).saveLines().toString());
    }
    return sent;
  }

  private static Netfilter installed(World world, int which, IpFamily family) {
    return world.host.netfilter(NAMESPACES[which], family).orElseThrow();
  }

  private static List<String> applyByText(World world, int which) {
    List<String> sent = new ArrayList<>();
    String refusal = "";
    for (IpFamily family : IpFamily.values()) {
      Netfilter installed = installed(world, which, family);
      StringBuilder text = new StringBuilder();
      for (IptablesTable table : world.managers[which].getTables().of(family)) {
        text.append(section(installed, table));
      }
      if (!text.isEmpty() && refusal.isEmpty()) {
        sent.add(family + "\n" + text);
        try {
          installed.restore(text.toString(), true);
        } catch (IptablesException e) {
          refusal = "refused";
        }
      }
      if (!refusal.isEmpty()) {
        break;
      }
    }
    sent.add(refusal);
    for (IpFamily family : IpFamily.values()) {
      sent.add(installed(world, which, family).saveLines().toString());
    }
    return sent;
  }

  private static String section(Netfilter installed, IptablesTable table) {
    List<String> old = installed.save(table.name());
    List<RestoreLine> lines =
        IptablesDiff.generatePathBetweenRules(old, IptablesDiff.modifyRules(old, table, WRAP));
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return lines.isEmpty()
        ? ""
        : "# Generated by iptables_manager\n*"
            + table.name()
            + "\n"
            + text
            + "COMMIT\n# Completed by iptables_manager\n";
  }
}
