package my;

import static peerlab.engine.script.Words.*;

import peerlab.engine.Simulation;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.script.Scenario;
import peerlab.engine.spec.ScenarioSpec;

/** Goes on until nobody finds a value any more: what no timeline can say, which is written beforehand. */
final class LastCopy {

    private LastCopy() {
    }

    static ScenarioSpec scenario(int copies, long seed) {
        return Scenario.titled("A value outlives all but the last of those who hold it")
                .seed(seed)
                .peers(group(50, "kademlia").with("k", copies).converged())
                .latency(millis(20), millis(80))
                .stopAt(minutes(10))
                .spec();
    }

    /** How many peers crash, the closest to the key first, until it is not found. */
    static int crashesUntilGone(int copies, long seed) {
        Simulation simulation = Simulation.of(scenario(copies, seed), Protocols.installed());
        simulation.start();
        simulation.perform(at(seconds(1), put(key("song"))));
        simulation.runFor(seconds(5));
        int crashes = 0;
        while (simulation.view().metric("gets.failed") == 0) {
            simulation.perform(crash(closest(1, "song")));
            simulation.perform(get(key("song")));
            simulation.runFor(seconds(20));
            crashes++;
        }
        return crashes;
    }
}
