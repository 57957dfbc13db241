/**
 * The command line: arguments, wiring, exit statuses. The only package that prints or exits.
 *
 * <p>Entry type: {@link org.dvrsim.cli.Main}.
 */
package org.dvrsim.cli;
