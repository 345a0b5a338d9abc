package peerlab.kademlia;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Population;

/** Tells why a request failed: whom the peer asked, who of them was down, and who could have answered. */
final class Explanation {

    private static final int MOST_NAMES = 6;

    private final IdSpace space;
    private final Population population;

    Explanation(IdSpace space, Population population) {
        this.space = space;
        this.population = population;
    }

    List<String> of(Answer answer) {
        List<String> lines = new ArrayList<>();
        String whatWasAsked = asked(answer.findings());
        if (answer instanceof Answer.NotFound) {
            lines.add(whatWasAsked + "; " + holders(answer.findings()));
        } else if (answer instanceof Answer.Located) {
            lines.add(whatWasAsked + missed(answer.findings()));
        } else if (answer instanceof Answer.Read read) {
            lines.add(source(read, whatWasAsked));
        } else {
            lines.add(whatWasAsked);
        }
        List<PeerId> byzantine = answer.findings().asked().stream()
                .filter(peer -> !population.isHonest(peer)).toList();
        if (!byzantine.isEmpty()) {
            lines.add("of those asked, " + names(byzantine)
                    + (byzantine.size() == 1 ? " does" : " do") + " not keep to the protocol");
        }
        return lines;
    }

    /** Where a value came from that nobody has put. */
    private String source(Answer.Read read, String whatWasAsked) {
        if (read.from().equals(read.findings().asker())) {
            return read.from() + " had it in its own store";
        }
        return whatWasAsked + "; " + read.from() + " answered with it"
                + (population.isHonest(read.from()) ? ", in good faith" : "");
    }

    /** "p12 asked p3, p40, p51, all down since 50 s". */
    private String asked(Findings findings) {
        String asker = findings.asker().name();
        if (findings.asked().isEmpty()) {
            return asker + " knew nobody to ask";
        }
        Map<String, List<PeerId>> silentSince = new LinkedHashMap<>();
        for (PeerId peer : findings.silent()) {
            String since = population.downSince(peer)
                    .map(time -> "down since " + time)
                    .orElse("up, but no answer came");
            silentSince.computeIfAbsent(since, s -> new ArrayList<>()).add(peer);
        }
        if (silentSince.size() == 1 && findings.silent().size() == findings.asked().size()) {
            return asker + " asked " + names(findings.asked()) + both(findings.asked())
                    + silentSince.keySet().iterator().next();
        }
        List<PeerId> answered = new ArrayList<>(findings.asked());
        answered.removeAll(findings.silent());
        List<String> parts = new ArrayList<>();
        if (!answered.isEmpty()) {
            parts.add(asker + " asked " + names(answered) + ", who answered");
        }
        silentSince.forEach((since, peers) ->
                parts.add((parts.isEmpty() ? asker + " asked " : "and ")
                        + names(peers) + both(peers) + since));
        return String.join(", ", parts);
    }

    private static String both(List<PeerId> peers) {
        return switch (peers.size()) {
            case 1 -> ", ";
            case 2 -> ", both ";
            default -> ", all ";
        };
    }

    private String holders(Findings findings) {
        Set<PeerId> asked = new HashSet<>(findings.asked());
        List<PeerId> missed = new ArrayList<>();
        List<PeerId> silent = new ArrayList<>();
        for (PeerId peer : population.members()) {
            Optional<Kademlia> kademlia = population.protocol(peer).map(Kademlia.class::cast);
            boolean isHolder = kademlia.isPresent() && kademlia.get().holdings().holds(findings.target());
            if (isHolder) {
                (asked.contains(peer) ? silent : missed).add(peer);
            }
        }
        if (missed.isEmpty() && silent.isEmpty()) {
            return "nobody who is up holds the key";
        }
        List<String> parts = new ArrayList<>();
        if (!silent.isEmpty()) {
            parts.add(holds(silent) + " and did not answer with it in time");
        }
        if (!missed.isEmpty()) {
            parts.add(holds(missed) + " and " + (missed.size() == 1 ? "was" : "were") + " never asked");
        }
        return String.join("; ", parts);
    }

    private static String holds(List<PeerId> peers) {
        return names(peers) + (peers.size() == 1 ? " holds the key" : " hold the key");
    }

    private String missed(Findings findings) {
        List<Contact> truth = space.closest(
                findings.target(), 1, peer -> !peer.equals(findings.asker()) && population.isUp(peer));
        if (truth.isEmpty() || findings.closest().contains(truth.get(0))) {
            return "";
        }
        PeerId closest = truth.get(0).peer();
        return "; " + closest + " is the closest and "
                + (findings.asked().contains(closest) ? "did not answer in time" : "was never asked");
    }

    private static String names(List<PeerId> peers) {
        String first = peers.stream().limit(MOST_NAMES).map(PeerId::name).collect(Collectors.joining(", "));
        return peers.size() <= MOST_NAMES ? first : first + " and " + (peers.size() - MOST_NAMES) + " more";
    }
}
