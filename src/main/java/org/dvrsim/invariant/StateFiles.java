package org.dvrsim.invariant;

import java.util.Map;

/**
 * What the agent's state files say of a host, as far as their lines make sense.
 *
 * @param priorities the rule priority of each floating IP, as texts, in the order of the file
 * @param pairs the link-local network of each router's id, likewise
 */
record StateFiles(Map<String, String> priorities, Map<String, String> pairs) {}
