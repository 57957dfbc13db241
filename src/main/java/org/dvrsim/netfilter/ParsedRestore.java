package org.dvrsim.netfilter;

import java.util.List;

/**
 * What iptables-restore is to do, as read from a text without a mistake.
 *
 * @param tables in the order of the text; a table may be there more than once
 */
record ParsedRestore(List<Commit> tables) {
  ParsedRestore {
    tables = List.copyOf(tables);
  }

  /**
   * What takes effect together.
   *
   * @param line where in the text it ends
   */
  record Commit(TableName table, List<TableCommand> commands, int line) {
    Commit {
      commands = List.copyOf(commands);
    }
  }
}
