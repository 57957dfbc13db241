/**
 * What must be true of a host that runs DVR: one small class for each property.
 *
 * <p>Entry types: {@link org.dvrsim.invariant.Invariants}, the list of all; {@link
 * org.dvrsim.invariant.HostView}, what they read; {@link org.dvrsim.invariant.Violation}, what they
 * say. Invariants read and never change anything. What should be on a host is worked out from the
 * server's payloads ({@link org.dvrsim.invariant.ServerTruth}) and not by asking the agent, so that
 * a mistake of the agent does not hide itself.
 *
 * <p>Every invariant says what it looks at: one of each namespace ({@code NetnsInvariant}) which
 * {@code Aspect}s of it and which {@code WantedPart}s, one of a whole host ({@code HostInvariant})
 * which {@code HostPart}s. {@link org.dvrsim.invariant.InvariantChecker} asks it again only when
 * one of them changed.
 *
 * <p>Models the outcome that Neutron 26.0.3 (OpenStack 2025.1) aims at on a DVR host.
 */
package org.dvrsim.invariant;
