/**
 * The operation: what changes a host, as a value, and the one door through which it goes.
 *
 * <p>Entry types: {@link org.dvrsim.ops.Op} and its records; {@link org.dvrsim.ops.Host}, a kernel
 * and a disk behind that door; {@link org.dvrsim.ops.OpCommandLine} and {@link
 * org.dvrsim.ops.OpJson}, which write them; {@link org.dvrsim.ops.OpJsonReader}; {@link
 * org.dvrsim.ops.Trace}, {@link org.dvrsim.ops.Faults} and {@link org.dvrsim.ops.Workers}, which
 * hook in.
 */
package org.dvrsim.ops;
