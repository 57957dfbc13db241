/**
 * How packets go: which route one takes, made here or received.
 *
 * <p>Entry types: {@link org.dvrsim.datapath.Ip4Router}, whose answers are {@link
 * org.dvrsim.datapath.RouteDecision}s. Modelled: Linux 6.18.
 */
package org.dvrsim.datapath;
