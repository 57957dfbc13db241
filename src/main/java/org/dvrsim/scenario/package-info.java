/**
 * Stories, and what becomes of them: scenarios in YAML, and recordings of the real agent.
 *
 * <p>Entry types for scenarios: {@link org.dvrsim.scenario.ScenarioFile} reads one (checked against
 * the JSON schema beside it, refused with line and column), {@link
 * org.dvrsim.scenario.ScenarioRunner} plays it and gives an {@link org.dvrsim.scenario.Outcome},
 * {@link org.dvrsim.scenario.ScenarioWriter} writes one that was made otherwise; an {@link
 * org.dvrsim.scenario.Action} is what a step does. For recordings: {@link
 * org.dvrsim.scenario.Replay}.
 *
 * <p>A scenario speaks of the Neutron API, in names that people use; a recording holds what one
 * agent is told, with exact ids.
 */
package org.dvrsim.scenario;
