package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpFamily;

/**
 * The address-scope mark of each device, for each family that the device has addresses of; in the
 * order in which devices were first put in. A handful, so they are looked through.
 */
final class ScopeMarks {
  private final List<ScopeMark> v4 = new ArrayList<>();
  private final List<ScopeMark> v6 = new ArrayList<>();

  List<ScopeMark> of(IpFamily family) {
    return family == IpFamily.V4 ? v4 : v6;
  }

  /** Puts a device's mark for a family in, in place of the one that it may have. */
  void put(IpFamily family, ScopeMark mark) {
    List<ScopeMark> marks = of(family);
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).device().equals(mark.device())) {
        marks.set(i, mark);
        return;
      }
    }
    marks.add(mark);
  }

  /** Takes over the marks of {@code other}, which win where both name a device. */
  void update(ScopeMarks other) {
    for (ScopeMark mark : other.v4) {
      put(IpFamily.V4, mark);
    }
    for (ScopeMark mark : other.v6) {
      put(IpFamily.V6, mark);
    }
  }
}
