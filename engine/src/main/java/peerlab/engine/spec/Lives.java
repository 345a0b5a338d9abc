package peerlab.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Durations;
import peerlab.engine.base.Numerals;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/** How peers come and go: how long each stays and how long it stays away. */
public sealed interface Lives {

    /**
     * Each peer stays and stays away in turn, each time for as long as its class draws.
     *
     * @param text how a step says it: {@code profile kad-2009}; it tells these lives from all others
     * @param source who measured it, where it is known by a name
     * @param classes the kinds of peers, with shares that are a whole together
     */
    record Drawn(String text, Optional<String> source, List<PeerClass> classes) implements Lives {

        private static final double EXACT_ENOUGH = 1e-9;

        public Drawn {
            classes = List.copyOf(classes);
            double whole = classes.stream().mapToDouble(each -> each.share().value()).sum();
            if (Math.abs(whole - 1) > EXACT_ENOUGH) {
                throw new IllegalArgumentException("the shares of all classes are 100% together, found "
                        + new Ratio(whole));
            }
        }

        /** All peers are of one kind. */
        public static Drawn of(PeerClass only) {
            return new Drawn(only.laws(), Optional.empty(), List.of(only));
        }

        /** All peers are of one kind, their first sessions as all others. */
        public static Drawn of(Distribution sessions, Distribution downtime) {
            return of(new PeerClass(Ratio.ALL, sessions, downtime, Optional.empty()));
        }

        /** The same, where who has never been up before stays for other times. */
        public Drawn first(Distribution sessions) {
            if (classes.size() != 1) {
                throw new IllegalArgumentException("'first' is for peers of one kind, found " + text);
            }
            PeerClass only = classes.get(0);
            return of(new PeerClass(only.share(), only.session(), only.downtime(), Optional.of(sessions)));
        }

        /** The share of the peers that is up in the long run. */
        public Ratio up() {
            return new Ratio(classes.stream().mapToDouble(each -> each.share().value() * each.up()).sum());
        }

        /** What the laws come to, with mean and median: of a law with a long tail the two lie far apart. */
        public List<String> figures() {
            List<String> figures = new ArrayList<>();
            for (PeerClass each : classes) {
                String whose = classes.size() == 1 ? "" : each.share() + " of the peers: ";
                figures.add(whose + "sessions " + meanAndMedian(each.session()) + ", downtimes "
                        + meanAndMedian(each.downtime()));
            }
            figures.add(Numerals.of(StrictMath.rint(up().value() * 1000) / 10)
                    + "% of the peers are up in the long run");
            return figures;
        }

        private static String meanAndMedian(Distribution law) {
            return "of " + Durations.brief(law.meanNanos()) + " on average (median "
                    + Durations.brief(law.medianNanos()) + ")";
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Peers of one kind.
     *
     * @param share of all peers, those of this kind
     * @param session how long one stays
     * @param downtime how long it stays away
     * @param first how long one stays that has never been up before; as any other where absent
     */
    record PeerClass(Ratio share, Distribution session, Distribution downtime,
            Optional<Distribution> first) {

        public PeerClass {
            requireMean("sessions", session);
            requireMean("downtimes", downtime);
        }

        private static void requireMean(String what, Distribution law) {
            if (!(law.meanNanos() > 0 && law.meanNanos() < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        what + " need a mean above 0 that is finite; " + law + " has none");
            }
        }

        /** The share of its life that one of them is up. */
        public double up() {
            return session.meanNanos() / (session.meanNanos() + downtime.meanNanos());
        }

        String laws() {
            return "sessions " + session + " downtime " + downtime
                    + first.map(law -> " first " + law).orElse("");
        }
    }

    /**
     * Each peer comes and goes as somebody recorded it.
     *
     * @param text where from: {@code trace sessions.csv}
     * @param changes in the order of time
     */
    record Recorded(String text, List<Change> changes) implements Lives {
        public Recorded {
            changes = List.copyOf(changes);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A peer came up or went down, so long after the beginning of the recording. */
    record Change(Span time, String peer, boolean isUp) {
    }
}
