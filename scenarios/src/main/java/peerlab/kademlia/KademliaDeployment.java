package peerlab.kademlia;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Gauge;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Premises;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Survey;
import peerlab.engine.protocol.Theory;

/** A Kademlia network as one run uses it: the ids of all its peers, and the judge of what they answer. */
final class KademliaDeployment implements Deployment {

    /** The number of a call whose answer nobody waits for. */
    static final int NO_CALL = 0;

    private final Directory directory;
    private final IdSpace space;
    private final int bits;
    private final Map<String, Settings> settings = new LinkedHashMap<>();
    private final Map<String, Tables> tables = new LinkedHashMap<>();
    private final MessageDigest sha1 = sha1();
    private Judge judge;

    KademliaDeployment(List<Member> members, Hooks hooks, RandomSource random) {
        for (Member member : members) {
            if (!settings.containsKey(member.group())) {
                settings.put(member.group(), Settings.of(member.parameters()));
            }
        }
        this.bits = commonBits();
        this.directory = new IdDraw(bits, random.stream("ids"), this::place).of(members);
        this.space = new IdSpace(directory.contacts());
        settings.keySet().forEach(group -> tables.put(group, tables(hooks, group)));
        this.judge = new Judge(space, Optional.empty());
    }

    @Override
    public Protocol create(PeerSetup setup) {
        Member member = setup.member();
        return new Kademlia(
                this, contact(member.id()), settings.get(member.group()), setup, tables.get(member.group()));
    }

    /** Where each hop halves the distance at least. */
    @Override
    public List<Theory> theory(Premises premises) {
        int peers = directory.contacts().size();
        if (peers < 2) {
            return List.of();
        }
        int most = 32 - Integer.numberOfLeadingZeros(peers - 1);
        return List.of(new Theory(KademliaProvider.HOPS.name(), most,
                "at most ⌈log₂ " + peers + "⌉ = " + most,
                "Maymounkov and Mazières 2002, section 3"));
    }

    private Tables tables(Hooks hooks, String group) {
        Optional<Supplier<?>> table = hooks.of(KademliaProvider.ROUTING_TABLE, group);
        Optional<Supplier<?>> proximity = hooks.of(KademliaProvider.CLOSEST, group);
        Settings own = settings.get(group);
        if (table.isEmpty() && proximity.isEmpty()) {
            return new BucketTrees(
                    directory, new BucketLayout(own.k(), own.probe().nanos()), own.relaxed());
        }
        Supplier<RoutingTable> player = () -> {
            RoutingTable played = table.isPresent() ? (RoutingTable) table.get().get()
                    : new KBuckets(own.relaxed());
            return proximity.isPresent()
                    ? new ChosenByProximity(played, (Proximity) proximity.get().get())
                    : played;
        };
        return new PlayedTables(directory, own.k(), own.probe(), player);
    }

    @Override
    public void converge(Population population, RandomSource random) {
        List<Contact> up = new ArrayList<>();
        for (PeerId peer : population.members()) {
            if (population.isUp(peer)) {
                up.add(contact(peer));
            }
        }
        IdSpace present = up.size() == space.size() ? space : new IdSpace(up);
        new Convergence(present, random)
                .fill(number -> (Kademlia) population.protocol(directory.peer(number)).orElseThrow());
    }

    @Override
    public Outcome judge(Request request, Object answer, Population population) {
        if (answer instanceof Answer told) {
            return judge.judge(told, population);
        }
        return answer instanceof Failure failure
                ? Outcome.failure(failure.reason())
                : Outcome.success(answer);
    }

    @Override
    public void measureWith(Meter meter) {
        judge = new Judge(space, Optional.of(meter));
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                new Gauge(KademliaProvider.LARGEST, Gauge.Fold.MAX,
                        peer -> ((Kademlia) peer).largest()),
                new Gauge(KademliaProvider.CONTACTS, Gauge.Fold.SUM,
                        peer -> ((Kademlia) peer).size()));
    }

    @Override
    public List<Survey> surveys() {
        return List.of(
                new Survey(KademliaProvider.STALE, KademliaDeployment::staleShare),
                new Survey(KademliaProvider.BYZANTINE, KademliaDeployment::byzantineShare));
    }

    @Override
    public List<String> explain(Request request, Object answer, Population population) {
        return answer instanceof Answer told ? new Explanation(space, population).of(told) : List.of();
    }

    @Override
    public String identity(PeerId peer) {
        return contact(peer).key().toString();
    }

    @Override
    public int size(Message message) {
        return Krpc.size(message);
    }

    @Override
    public Optional<Message> corrupt(Message message, List<PeerId> members, RandomSource random) {
        Garbling garbling = new Garbling(bits, directory, random);
        Optional<Message> changed = message instanceof Nodes answer
                ? garbling.ofContacts(answer) : Optional.empty();
        return changed.or(() -> Deployment.super.corrupt(Garbling.changeable(message), members, random)
                .map(other -> garbling.wellFormed(other, message)));
    }

    @Override
    public Optional<Behaviour> misbehaviour(String name, Population population) {
        return Lies.of(name, this, population);
    }

    @Override
    public boolean isRequest(Message message) {
        return message instanceof FindNode || message instanceof FindValue || message instanceof Store
                || message instanceof Ping;
    }

    /** A lookup's question for a random point: it has to search its table, and sends k contacts back. */
    @Override
    public Optional<Message> nuisance(RandomSource random) {
        return Optional.of(new FindNode(NO_CALL, Key.random(random).first(bits)));
    }

    @Override
    public List<PeerId> closest(String key, int count, Population population) {
        return space.closest(place(key), count, population::isUp).stream().map(Contact::peer).toList();
    }

    Contact contact(PeerId peer) {
        return directory.contact(directory.number(peer));
    }

    Directory directory() {
        return directory;
    }

    /** The point that a key stands for: the SHA-1 of its UTF-8 text, shortened to the length of the ids. */
    Key place(String key) {
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(key.getBytes(StandardCharsets.UTF_8)));
        return new Key(digest.getLong(), digest.getLong(), digest.getInt()).first(bits);
    }

    private int commonBits() {
        List<Integer> lengths = settings.values().stream().map(Settings::bits).distinct().toList();
        if (lengths.size() > 1) {
            throw new IllegalArgumentException(
                    "ids are equally long for all peers of a network, found bits: " + lengths);
        }
        return lengths.isEmpty() ? Key.BITS : lengths.get(0);
    }

    private static double staleShare(Population population) {
        return shareOfContacts(population, peer -> true, peer -> !population.isUp(peer));
    }

    private static double byzantineShare(Population population) {
        return shareOfContacts(population, population::isHonest, peer -> !population.isHonest(peer));
    }

    /**
     * Which share of all that some peers know is meant. Looks into the tables only where somebody is: those
     * of a million peers take seconds to read.
     */
    private static double shareOfContacts(
            Population population, Predicate<PeerId> isAsked, Predicate<PeerId> isMeant) {
        if (population.members().stream().noneMatch(isMeant)) {
            return 0;
        }
        long known = 0;
        long meant = 0;
        for (PeerId peer : population.members()) {
            Optional<Protocol> protocol = population.protocol(peer);
            if (protocol.isPresent() && isAsked.test(peer)) {
                for (PeerId contact : protocol.get().neighbours()) {
                    known++;
                    meant += isMeant.test(contact) ? 1 : 0;
                }
            }
        }
        return known == 0 ? 0 : (double) meant / known;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
