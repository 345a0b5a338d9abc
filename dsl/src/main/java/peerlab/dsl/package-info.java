/** Scenario text to specification; {@link peerlab.dsl.ScenarioLoader} is the entrance. */
package peerlab.dsl;
