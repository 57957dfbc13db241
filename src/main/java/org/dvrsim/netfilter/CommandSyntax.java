package org.dvrsim.netfilter;

import java.util.List;
import org.dvrsim.netfilter.LongOption.Arity;

/**
 * The options of iptables itself.
 *
 * <p>Models: iptables/xshared.h:IPT_OPTSTRING, iptables/xtables.c:original_opts
 */
final class CommandSyntax {
  static final String LETTERS =
      "-:A:C:D:E:F::I:L::M:N:P:R:S::VX::Z::c:d:i:j:o:p:s:t:vW::46fg:h::m:nw::x";

  static final List<LongOption> LONG_OPTIONS =
      List.of(
          LongOption.own("append", Arity.REQUIRED, 'A'),
          LongOption.own("delete", Arity.REQUIRED, 'D'),
          LongOption.own("check", Arity.REQUIRED, 'C'),
          LongOption.own("insert", Arity.REQUIRED, 'I'),
          LongOption.own("replace", Arity.REQUIRED, 'R'),
          LongOption.own("list", Arity.OPTIONAL, 'L'),
          LongOption.own("list-rules", Arity.OPTIONAL, 'S'),
          LongOption.own("flush", Arity.OPTIONAL, 'F'),
          LongOption.own("zero", Arity.OPTIONAL, 'Z'),
          LongOption.own("new-chain", Arity.REQUIRED, 'N'),
          LongOption.own("delete-chain", Arity.OPTIONAL, 'X'),
          LongOption.own("rename-chain", Arity.REQUIRED, 'E'),
          LongOption.own("policy", Arity.REQUIRED, 'P'),
          LongOption.own("source", Arity.REQUIRED, 's'),
          LongOption.own("destination", Arity.REQUIRED, 'd'),
          LongOption.own("src", Arity.REQUIRED, 's'),
          LongOption.own("dst", Arity.REQUIRED, 'd'),
          LongOption.own("protocol", Arity.REQUIRED, 'p'),
          LongOption.own("in-interface", Arity.REQUIRED, 'i'),
          LongOption.own("jump", Arity.REQUIRED, 'j'),
          LongOption.own("table", Arity.REQUIRED, 't'),
          LongOption.own("match", Arity.REQUIRED, 'm'),
          LongOption.own("numeric", Arity.NONE, 'n'),
          LongOption.own("out-interface", Arity.REQUIRED, 'o'),
          LongOption.own("verbose", Arity.NONE, 'v'),
          LongOption.own("wait", Arity.OPTIONAL, 'w'),
          LongOption.own("wait-interval", Arity.OPTIONAL, 'W'),
          LongOption.own("exact", Arity.NONE, 'x'),
          LongOption.own("fragments", Arity.NONE, 'f'),
          LongOption.own("version", Arity.NONE, 'V'),
          LongOption.own("help", Arity.OPTIONAL, 'h'),
          LongOption.own("line-numbers", Arity.NONE, '0'),
          LongOption.own("modprobe", Arity.REQUIRED, 'M'),
          LongOption.own("set-counters", Arity.REQUIRED, 'c'),
          LongOption.own("goto", Arity.REQUIRED, 'g'),
          LongOption.own("ipv4", Arity.NONE, '4'),
          LongOption.own("ipv6", Arity.NONE, '6'));

  private CommandSyntax() {}
}
