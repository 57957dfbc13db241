package org.dvrsim.netfilter;

/** What an iptables command line asks for. */
enum CommandKind {
  APPEND('A'),
  CHECK('C'),
  DELETE('D'),
  DELETE_NUMBER('D'),
  INSERT('I'),
  REPLACE('R'),
  LIST('L'),
  LIST_RULES('S'),
  FLUSH('F'),
  ZERO('Z'),
  ZERO_NUMBER('Z'),
  NEW_CHAIN('N'),
  DELETE_CHAIN('X'),
  RENAME_CHAIN('E'),
  POLICY('P');

  private final char letter;

  CommandKind(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  /** Tells whether the command line describes a rule. */
  boolean hasRule() {
    return switch (this) {
      case APPEND, CHECK, DELETE, INSERT, REPLACE -> true;
      default -> false;
    };
  }

  boolean isList() {
    return this == LIST || this == LIST_RULES;
  }

  boolean isZero() {
    return this == ZERO || this == ZERO_NUMBER;
  }
}
