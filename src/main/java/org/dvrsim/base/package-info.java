/**
 * What every other package stands on: errno and the exception that carries it, the refusals of what
 * is not modelled and of what cannot be used, virtual time and seeded chance.
 *
 * <p>Entry types: {@link org.dvrsim.base.ErrnoException}, {@link
 * org.dvrsim.base.NotModelledException}, {@link org.dvrsim.base.InputException}, {@link
 * org.dvrsim.base.SimClock}, {@link org.dvrsim.base.SimRandom}.
 */
package org.dvrsim.base;
