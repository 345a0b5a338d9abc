package peerlab.kademlia;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.Population;

/**
 * Decides, with all ids before it, whether an answer is right, and measures how it came about. Only what
 * clients asked for is judged, and so only that is measured: lookups for joining, refreshing and
 * republishing are not.
 */
final class Judge {

    private final IdSpace space;
    private final Optional<Meter> meter;
    private final Meter.Samples hops;
    private final Meter.Samples messages;
    private final Meter.Samples rounds;
    private final Meter.Counter exact;

    Judge(IdSpace space, Optional<Meter> meter) {
        this.space = space;
        this.meter = meter;
        this.hops = samples(KademliaProvider.HOPS.name());
        this.messages = samples(KademliaProvider.MESSAGES.name());
        this.rounds = samples(KademliaProvider.ROUNDS.name());
        this.exact = meter.map(m -> m.counter(KademliaProvider.EXACT.name())).orElse(amount -> { });
    }

    Outcome judge(Answer answer, Population population) {
        Findings findings = answer.findings();
        messages.record(findings.requests());
        rounds.record(findings.rounds());
        if (answer instanceof Answer.Located) {
            return judgeLookup(findings, population);
        } else if (answer instanceof Answer.Read read) {
            hops.record(read.hops());
            return Outcome.success(read.value());
        } else if (answer instanceof Answer.Written written) {
            recordHops(findings, 0);
            return written.holders() > 0
                    ? Outcome.success(null)
                    : Outcome.failure("none of the closest peers confirmed that it holds the value");
        }
        return Outcome.failure("not found");
    }

    private Outcome judgeLookup(Findings findings, Population population) {
        PeerId asker = findings.asker();
        List<Contact> truth = space.closest(
                findings.target(), findings.wanted(), peer -> !peer.equals(asker) && population.isUp(peer));
        if (truth.equals(findings.closest())) {
            exact.add(1);
        }
        if (truth.isEmpty()) {
            return Outcome.success(null);
        }
        int place = findings.closest().indexOf(truth.get(0));
        if (place < 0) {
            return Outcome.failure("did not find " + truth.get(0) + ", the closest peer that is up");
        }
        recordHops(findings, place);
        return Outcome.success(null);
    }

    private void recordHops(Findings findings, int place) {
        if (place < findings.depths().size()) {
            hops.record(findings.depths().get(place));
        }
    }

    private Meter.Samples samples(String name) {
        return meter.map(m -> m.samples(name)).orElse(value -> { });
    }
}
