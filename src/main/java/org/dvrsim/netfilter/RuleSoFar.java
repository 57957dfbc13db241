package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/**
 * What an extension may look at while a rule is being read: the options that stood before its own.
 *
 * @param protocol 0 if none was given yet
 * @param warnings gets what is printed to standard error
 */
record RuleSoFar(IpFamily family, int protocol, boolean protocolInverted, StringBuilder warnings) {}
