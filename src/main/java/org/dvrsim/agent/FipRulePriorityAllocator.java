package org.dvrsim.agent;

import java.nio.file.Path;

/**
 * Hands out the priorities of floating IPs' routing rules.
 *
 * <p>Models: neutron/agent/l3/fip_rule_priority_allocator.py:FipRulePriorityAllocator
 */
class FipRulePriorityAllocator extends ItemAllocator<FipPriority> {

  /** Hands out the priorities from {@code start} to {@code end - 1}. */
  FipRulePriorityAllocator(
      HostAccess host, Path stateFile, int start, int end, AllocationPolicy policy) {
    super(
        host,
        stateFile,
        "<class 'neutron.agent.l3.fip_rule_priority_allocator.FipPriority'>",
        new ItemPool<>(
            end - start,
            index -> new FipPriority(Integer.toString(start + index)),
            priority -> index(priority, start, end),
            FipPriority::new),
        policy);
  }

  private static int index(FipPriority priority, int start, int end) {
    String text = priority.index();
    if (text.length() > 9 || text.isEmpty() || text.charAt(0) == '0') {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number >= start && number < end ? number - start : -1;
  }
}
