package peerlab.kademlia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Party;

/**
 * What is wrong with a place that ids are to be chosen {@code near}. A name of the form that peers have means
 * a peer, as it does wherever peers are named: one that does not exist is a slip, and no key.
 */
final class Neighbourhoods {

    /** What peers of no named group are called before their number. */
    private static final String UNNAMED = "p";

    private static final Pattern PEER = Pattern.compile("(.*?)([1-9]\\d*)");

    private final List<Party> parties;

    private Neighbourhoods(List<Party> parties) {
        this.parties = parties;
    }

    static List<Objection> objections(List<Party> parties) {
        List<Objection> all = new ArrayList<>();
        for (int group = 0; group < parties.size(); group++) {
            int own = group;
            new Neighbourhoods(parties).complaint(near(parties.get(group)))
                    .ifPresent(words -> all.add(new Objection(own, Settings.NEAR, words.sentence(),
                            words.remedy())));
        }
        return all;
    }

    private record Words(String sentence, String remedy) {
    }

    private Optional<Words> complaint(String place) {
        Optional<Party> group = party(place);
        if (group.isPresent() && !place.equals(UNNAMED)) {
            return Optional.of(new Words("'" + place + "' is a group, and ids are chosen near one place",
                    "name one of its peers, " + place + "1, or a key"));
        }
        Matcher peer = PEER.matcher(place);
        if (!peer.matches()) {
            return Optional.empty();
        }
        Optional<Party> home = party(peer.group(1));
        boolean isPeer = home.isPresent() && isAtMost(peer.group(2), home.get().count());
        if (!isPeer && (home.isPresent() || peer.group(1).equals(UNNAMED))) {
            return Optional.of(new Words("no peer is called '" + place + "'", "the peers are " + peers()
                    + "; a key needs another name"));
        }
        if (isPeer && !near(home.get()).equals(Settings.ANYWHERE)) {
            return Optional.of(new Words("'" + place + "' chooses its own id near something",
                    "name a key, or a peer whose id is drawn by chance"));
        }
        return Optional.empty();
    }

    private Optional<Party> party(String name) {
        return parties.stream().filter(party -> party.name().equals(name)).findFirst();
    }

    private static boolean isAtMost(String digits, int count) {
        return digits.length() < 10 && Integer.parseInt(digits) <= count;
    }

    private static String near(Party party) {
        return party.options().word(Settings.NEAR);
    }

    private String peers() {
        return parties.stream().map(party -> party.name() + "1.." + party.name() + party.count())
                .collect(Collectors.joining(", "));
    }
}
