/**
 * Finds the sequence of events that breaks an invariant, and makes it small.
 *
 * <p>Entry types: {@link org.dvrsim.fuzz.Campaign}, random sequences from one seed; {@link
 * org.dvrsim.fuzz.Shrinker}, which makes a failing one small; {@link org.dvrsim.fuzz.Found}, what a
 * campaign found, as a scenario that can be run again; {@link org.dvrsim.fuzz.Distinct}, which
 * tells failures apart; {@link org.dvrsim.fuzz.Aftermath}, what known ones lead to later; {@link
 * org.dvrsim.fuzz.Explorer}, everything within bounds.
 *
 * <p>Sequences are drawn while they are played, from what the server knows at that moment, so that
 * they are valid as the Neutron server would send them. One seed gives one campaign, whatever the
 * number of workers.
 */
package org.dvrsim.fuzz;
