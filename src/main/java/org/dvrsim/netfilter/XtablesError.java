package org.dvrsim.netfilter;

/**
 * A message with which an iptables tool ends, without the program's name and the hint that the tool
 * adds.
 *
 * <p>Models: libxtables/xtables.c:basic_exit_err()
 */
final class XtablesError extends RuntimeException {
  static final int OTHER_PROBLEM = 1;
  static final int PARAMETER_PROBLEM = 2;
  static final int VERSION_PROBLEM = 3;
  static final int RESOURCE_PROBLEM = 4;

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean bare;

  private XtablesError(int status, boolean bare, String message) {
    super(message, null, false, false);
    this.status = status;
    this.bare = bare;
  }

  static XtablesError of(int status, String message) {
    return new XtablesError(status, false, message);
  }

  /** Returns the refusal of an argument. */
  static XtablesError parameter(String message) {
    return new XtablesError(PARAMETER_PROBLEM, false, message);
  }

  /**
   * Returns the refusal of a word that belongs to no option; its message stands without program
   * name.
   *
   * <p>Models: iptables/xshared.c:exit_tryhelp()
   */
  static XtablesError bare(String message) {
    return new XtablesError(PARAMETER_PROBLEM, true, message);
  }

  int status() {
    return status;
  }

  /**
   * Returns what the tool prints to standard error.
   *
   * @param line the line of the input that iptables-restore has come to, -1 outside of it
   */
  String stderr(Program program, int line) {
    StringBuilder out = new StringBuilder();
    if (!bare) {
      out.append(program.versioned()).append(": ");
    }
    out.append(getMessage());
    if (!bare || !getMessage().isEmpty()) {
      out.append('\n');
    }
    if (status == PARAMETER_PROBLEM) {
      if (line != -1) {
        out.append("Error occurred at line: ").append(line).append('\n');
      }
      out.append("Try `")
          .append(program.text())
          .append(" -h' or '")
          .append(program.text())
          .append(" --help' for more information.\n");
    } else if (status == VERSION_PROBLEM) {
      out.append("Perhaps ")
          .append(program.text())
          .append(" or your kernel needs to be upgraded.\n");
    }
    return out.toString();
  }
}
