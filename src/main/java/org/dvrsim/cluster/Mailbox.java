package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a host's messages pass, and where they may be lost, doubled, held back and turned round.
 */
final class Mailbox {
  private final Consumer<AgentMessage> reader;
  private final Consumer<MessageFault> watcher;
  private final List<AgentMessage> held = new ArrayList<>();
  private MessageFault fault = MessageFault.NONE;

  /**
   * Makes a mailbox that treats messages well.
   *
   * @param reader gets the messages
   * @param watcher told of each message that something happens to, and with {@link
   *     MessageFault#NONE} before those arrive that were held back
   */
  Mailbox(Consumer<AgentMessage> reader, Consumer<MessageFault> watcher) {
    this.reader = reader;
    this.watcher = watcher;
  }

  /** Sets what happens to messages from now on; reversed ones arrive when that ends. */
  void mistreat(MessageFault next) {
    boolean reversed = fault == MessageFault.REVERSED;
    fault = next;
    if (reversed) {
      Collections.reverse(held);
      deliverHeld();
    }
  }

  void deliver(AgentMessage message) {
    if (fault != MessageFault.NONE) {
      watcher.accept(fault);
    }
    switch (fault) {
      case NONE -> reader.accept(message);
      case LOST -> {}
      case TWICE -> {
        reader.accept(message);
        reader.accept(message);
      }
      case LATE, REVERSED -> held.add(message);
    }
  }

  /** Hands over what was held back, unless more is being held back. */
  void deliverHeld() {
    if (fault == MessageFault.NONE && !held.isEmpty()) {
      List<AgentMessage> late = List.copyOf(held);
      held.clear();
      watcher.accept(MessageFault.NONE);
      late.forEach(reader);
    }
  }
}
