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
   * <p>Where there is no table yet, the same one comes of it each time; so it is remembered.
   */
  static final class Commit {
    private final TableName table;
    private final List<TableCommand> commands;
    private final int line;
    private TableTemplate template;
    private boolean doneOnce;

    /**
     * Builds it.
     *
     * @param line where in the text it ends
     */
    Commit(TableName table, List<TableCommand> commands, int line) {
      this.table = table;
      this.commands = List.copyOf(commands);
      this.line = line;
    }

    TableName table() {
      return table;
    }

    List<TableCommand> commands() {
      return commands;
    }

    int line() {
      return line;
    }

    /** Returns the table that it makes where there is none, null if that isn't known. */
    TableTemplate template() {
      return template;
    }

    /** Notes what it made where there was no table; what comes of it once is not worth keeping. */
    void made(Table result) {
      if (doneOnce && isSilent()) {
        template = new TableTemplate(result);
      }
      doneOnce = true;
    }

    private boolean isSilent() {
      for (TableCommand command : commands) {
        if (command.verbose()) {
          return false;
        }
      }
      return true;
    }
  }
}
