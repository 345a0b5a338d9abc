package peerlab.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import peerlab.engine.base.Numerals;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Premises;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Survey;
import peerlab.engine.protocol.Theory;

/** A flooding network as one run uses it: who is whose neighbour, and the numbers of the rumours. */
final class FloodDeployment implements Deployment {

    private static final int HEADER = 28;

    private final PeerId[][] neighbours;
    private final int[] places;
    private Meter.Counter messages = amount -> { };
    private Meter.Samples rounds = value -> { };
    private final List<String> started = new ArrayList<>();

    FloodDeployment(List<Member> members, RandomSource random) {
        List<PeerId> peers = members.stream().map(Member::id).toList();
        int degree = members.stream()
                .mapToInt(member -> member.parameters().integer("degree"))
                .max().orElse(0);
        this.neighbours = new Neighbourhood(peers.size(), degree, random.stream("neighbours")).of(peers);
        this.places = new int[peers.stream().mapToInt(PeerId::index).max().orElse(-1) + 1];
        for (int i = 0; i < peers.size(); i++) {
            places[peers.get(i).index()] = i;
        }
    }

    @Override
    public Protocol create(PeerSetup setup) {
        return new Flood(this, neighbours[places[setup.member().id().index()]]);
    }

    @Override
    public void measureWith(Meter meter) {
        messages = meter.counter(FloodProvider.MESSAGES.name());
        rounds = meter.samples(FloodProvider.ROUNDS.name());
    }

    @Override
    public List<Survey> surveys() {
        return List.of(
                new Survey(FloodProvider.COVERAGE, this::coverage),
                new Survey(FloodProvider.FORGED, this::forged));
    }

    @Override
    public Optional<Behaviour> misbehaviour(String name, Population population) {
        return switch (name) {
            case "lies" -> Optional.of(new Hearsay(false));
            case "equivocates" -> Optional.of(new Hearsay(true));
            default -> Optional.empty();
        };
    }

    /** How far peers are from each other in a random graph in which each has as many neighbours. */
    @Override
    public List<Theory> theory(Premises premises) {
        int peers = neighbours.length;
        double degree = Arrays.stream(neighbours).mapToInt(known -> known.length).average().orElse(0);
        if (degree <= 2 || degree >= peers - 1) {
            return List.of();
        }
        double path = StrictMath.log(peers / degree) / StrictMath.log(degree - 1) + 1;
        String mean = Numerals.of(StrictMath.rint(degree * 10) / 10);
        return List.of(new Theory(FloodProvider.ROUNDS.name() + ".mean", path,
                "shortest paths, ln(N/z) / ln(z-1) + 1 with N = " + peers + ", z = " + mean + ": "
                        + Numerals.of(StrictMath.rint(path * 100) / 100),
                "Newman, Strogatz, Watts: Random graphs with arbitrary degree distributions, 2001"));
    }

    /** An IP and UDP header and the text. */
    @Override
    public int size(Message message) {
        return HEADER + ((Rumour) message).text().length();
    }

    Rumour start(String text) {
        started.add(text);
        return new Rumour(started.size() - 1, text, 0);
    }

    /** Whether a rumour is still what was started. */
    boolean isTrue(Rumour rumour) {
        return rumour.number() < started.size() && started.get(rumour.number()).equals(rumour.text());
    }

    void passedOn(int hops, int sent) {
        rounds.record(hops);
        messages.add(sent);
    }

    private double coverage(Population population) {
        return shareOf(population, peer -> peer.hasHeard(latest()) && !peer.hasMisheard(latest()));
    }

    private double forged(Population population) {
        return shareOf(population, peer -> peer.hasMisheard(latest()));
    }

    private int latest() {
        return started.size() - 1;
    }

    private double shareOf(Population population, Predicate<Flood> isMeant) {
        if (started.isEmpty()) {
            return Double.NaN;
        }
        int up = 0;
        int meant = 0;
        for (PeerId member : population.members()) {
            Protocol protocol = population.protocol(member).orElse(null);
            if (protocol != null) {
                up++;
                meant += isMeant.test((Flood) protocol) ? 1 : 0;
            }
        }
        return up == 0 ? Double.NaN : (double) meant / up;
    }
}
