package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/** A command of a transcript with what it printed and how it ended; the lists may be changed. */
final class TranscriptBlock {
  final String command;
  List<String> stdout = new ArrayList<>();
  List<String> stderr = new ArrayList<>();
  String status = "";

  private TranscriptBlock(String command) {
    this.command = command;
  }

  /** Reads a transcript. */
  static List<TranscriptBlock> parse(String transcript) {
    List<TranscriptBlock> blocks = new ArrayList<>();
    TranscriptBlock block = null;
    for (String line : transcript.lines().toList()) {
      if (line.startsWith("$ ")) {
        block = new TranscriptBlock(line.substring(2).strip());
        blocks.add(block);
      } else if (block == null || !block.status.isEmpty()) {
        // Between the commands.
      } else if (line.equals("!") || line.startsWith("! ")) {
        block.stderr.add(line.length() > 1 ? line.substring(2) : "");
      } else if (line.matches("= -?\\d+")) {
        block.status = line.substring(2);
      } else {
        block.stdout.add(line);
      }
    }
    return blocks;
  }

  /** Writes the block as it was read. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$ " + command + "\n");
    stdout.forEach(line -> text.append(line).append('\n'));
    stderr.forEach(line -> text.append(line.isEmpty() ? "!" : "! " + line).append('\n'));
    return text.append("= ").append(status).append('\n').toString();
  }
}
