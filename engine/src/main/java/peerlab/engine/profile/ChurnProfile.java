package peerlab.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Durations;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.base.Weibull;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.Lives.PeerClass;

/**
 * How long the peers of a network stayed, and stayed away.
 *
 * @param remark what else is to be known of it; empty where nothing is
 */
public record ChurnProfile(String name, String summary, String source, List<Measured> classes, String remark)
        implements Profile {

    static final String THREE_CLASSES = "three-classes";
    /** How long the shortest-lived peers of {@code three-classes} stay, where nothing else is said. */
    private static final Span SHORTEST = Span.minutes(10);

    private static final List<ChurnProfile> ALL = List.of(
            new ChurnProfile("kad-2009", "eMule's KAD, as watched for half a year",
                    "Steiner, En-Najjary, Biersack: Long Term Study of Peer Behavior in the KAD DHT,"
                            + " IEEE/ACM Transactions on Networking 17(5), 2009",
                    List.of(new Measured(Ratio.ALL, weibull(0.61511, 10_172_310),
                            Optional.of(weibull(0.47648, 24_820_590)),
                            Optional.of(weibull(0.54512, 21_462_912)))),
                    "who comes up for the first time stays longer, by a law of its own"),
            bittorrent("debian", "a Debian release", 0.38, 2_544_000),
            bittorrent("redhat", "a Red Hat release", 0.34, 1_278_000),
            bittorrent("flatout", "the game FlatOut", 0.59, 2_514_000),
            new ChurnProfile("ipfs-2022", "the DHT of IPFS, as crawled",
                    "ProbeLab: Request for Measurement 2, 2022",
                    List.of(new Measured(Ratio.ALL, weibull(0.608, 13_176_000), Optional.empty(),
                            Optional.empty())),
                    "fitted to its figures: 50% of the sessions last up to 2 h, 80% up to 8 h"),
            threeClasses(SHORTEST),
            new ChurnProfile("stress", "sessions so short that overlays break",
                    "Rhea, Geels, Roscoe, Kubiatowicz: Handling Churn in a DHT, USENIX ATC 2004",
                    List.of(new Measured(Ratio.ALL,
                            new Distribution.Exponential(Span.millis(121_186)), Optional.empty(),
                            Optional.empty())),
                    "a median of 1.4 min, the shortest of the study; there a fresh peer came for each that"
                            + " went"));

    public ChurnProfile {
        classes = List.copyOf(classes);
    }

    /** Peers of one kind, as far as they were measured. */
    public record Measured(Ratio share, Distribution session, Optional<Distribution> downtime,
            Optional<Distribution> first) {
    }

    /** All of them. */
    public static List<ChurnProfile> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(ChurnProfile::name).toList();
    }

    public static Optional<ChurnProfile> named(String name) {
        return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    private static ChurnProfile bittorrent(String swarm, String what, double shape, long scaleMillis) {
        return new ChurnProfile("bittorrent-2006-" + swarm, "a BitTorrent swarm around " + what,
                "Stutzbach, Rejaie: Understanding Churn in Peer-to-Peer Networks, IMC 2006",
                List.of(new Measured(Ratio.ALL, weibull(shape, scaleMillis), Optional.empty(),
                        Optional.empty())), "");
    }

    /**
     * Half of the peers are transient, 40 % stay ten times and 10 % a hundred times as long. They are away so
     * long that 10 % of all are away: 7 % of the transient ones, 15 % of the normal, 5 % of the lasting.
     *
     * @param shortest how long the transient ones stay on average
     */
    public static ChurnProfile threeClasses(Span shortest) {
        return new ChurnProfile(THREE_CLASSES, "transient, normal and lasting peers",
                "PeerfactSim.KOM, the simulator of TU Darmstadt: its exponential churn model",
                List.of(exponential(50, shortest, 1, 0.93), exponential(40, shortest, 10, 0.85),
                        exponential(10, shortest, 100, 0.95)),
                "its unit, how long transient peers stay on average, is yours to choose");
    }

    private static Measured exponential(int percent, Span unit, int times, double up) {
        double session = (double) unit.nanos() * times;
        return new Measured(Ratio.percent(percent), new Distribution.Exponential(nanos(session)),
                Optional.of(new Distribution.Exponential(nanos(session * (1 - up) / up))), Optional.empty());
    }

    private static Distribution weibull(double shape, long scaleMillis) {
        return Weibull.ofScale(shape, Span.millis(scaleMillis));
    }

    private static Span nanos(double nanos) {
        return Span.nanos(Distribution.whole(nanos));
    }

    @Override
    public Kind kind() {
        return Kind.CHURN;
    }

    /** Whether it was measured how long peers stay away. */
    public boolean hasDowntime() {
        return classes.stream().allMatch(each -> each.downtime().isPresent());
    }

    /**
     * Peers that come and go by this profile; what is said beside it wins.
     *
     * @param text how a step says it
     * @param up the share of the peers that is to be up in the long run, from which downtimes follow
     * @throws IllegalArgumentException where nobody says how long peers stay away
     */
    public Lives.Drawn lives(String text, Optional<Distribution> downtime, Optional<Ratio> up,
            Optional<Distribution> first) {
        List<PeerClass> all = new ArrayList<>();
        for (Measured each : classes) {
            Distribution away = downtime.or(() -> up.map(share -> downtime(each.session(), share)))
                    .or(each::downtime).orElseThrow(() -> new IllegalArgumentException(
                            name + " does not say how long peers stay away"));
            all.add(new PeerClass(each.share(), each.session(), away, first.or(each::first)));
        }
        return new Lives.Drawn(text, Optional.of(source), all);
    }

    /** How long peers stay away, memoryless, so that a share of them is up in the long run. */
    public static Distribution downtime(Distribution sessions, Ratio up) {
        return new Distribution.Exponential(
                nanos(sessions.meanNanos() * (1 - up.value()) / up.value()));
    }

    @Override
    public List<String> figures() {
        List<String> figures = new ArrayList<>();
        for (Measured each : classes) {
            String whose = classes.size() == 1 ? "" : each.share() + " of the peers: ";
            figures.add(whose + "sessions " + figure(each.session()));
            each.downtime().ifPresent(law -> figures.add(whose + "downtimes " + figure(law)));
            each.first().ifPresent(law -> figures.add(whose + "first sessions " + figure(law)));
        }
        if (!hasDowntime()) {
            figures.add("downtimes were not measured: say 'downtime', or 'up' for the share that is up");
        }
        if (!remark.isEmpty()) {
            figures.add(remark);
        }
        return figures;
    }

    private static String figure(Distribution law) {
        return law + ": mean " + Durations.brief(law.meanNanos()) + ", median "
                + Durations.brief(law.medianNanos());
    }
}
