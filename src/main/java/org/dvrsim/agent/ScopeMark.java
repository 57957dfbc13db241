package org.dvrsim.agent;

import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;

/** The address-scope mark of a device, and the rules that come of it. */
final class ScopeMark {
  private final IfName device;
  private final Fwmark mark;
  private final String marking;
  private final String blocking;

  ScopeMark(IfName device, Fwmark mark) {
    this.device = device;
    this.mark = mark;
    String name = device.text();
    String text = mark.toString();
    this.marking = "-i " + name + " -j MARK --set-xmark " + text;
    this.blocking = "-o " + name + " -m mark ! --mark " + text + " -j DROP";
  }

  IfName device() {
    return device;
  }

  Fwmark mark() {
    return mark;
  }

  /** Returns the rule that marks what comes in by the device. */
  String marking() {
    return marking;
  }

  /** Returns the rule that drops what is to go out by the device with another mark. */
  String blocking() {
    return blocking;
  }
}
