package peerlab.engine.protocol;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;

/**
 * One protocol as one run uses it: it makes the peers' instances, and it judges from outside what they do.
 * It lives as long as the run and is used by that run alone.
 */
public interface Deployment {

    /** The instance for a peer that comes up. */
    Protocol create(PeerSetup setup);

    /**
     * Gives the instances of {@code start: 'converged'} the state that joining would have led to.
     *
     * @param population those who are up at 0 s; the others do not exist yet
     */
    default void converge(Population population, RandomSource random) {
        throw new IllegalArgumentException("this protocol has no converged state to start from");
    }

    /** What became of a request. Called once for each, when its answer is given. */
    default Outcome judge(Request request, Object answer, Population population) {
        return answer instanceof Failure failure ? Outcome.failure(failure.reason())
                : Outcome.success(answer);
    }

    /** Receives, before the run, the meter for the metrics that this protocol declares. */
    default void measureWith(Meter meter) {
    }

    /** Metrics that are folded over the peers. */
    default List<Gauge> gauges() {
        return List.of();
    }

    /** Metrics that need a look at all peers together. */
    default List<Survey> surveys() {
        return List.of();
    }

    /** Statements that scenarios may name. */
    default List<NamedProperty> properties() {
        return List.of();
    }

    /** What theory says of its metrics, once the run is over. */
    default List<Theory> theory(Premises premises) {
        return List.of();
    }

    /** Why a request failed, a sentence a line: whom it asked, who was down, who could have answered. */
    default List<String> explain(Request request, Object answer, Population population) {
        return List.of();
    }

    /** What a peer is called on the wire, as hexadecimal digits; empty where its name is all there is. */
    default String identity(PeerId peer) {
        return "";
    }

    /** How many bytes a message takes on the wire. */
    default int size(Message message) {
        return MessageSize.ofDescription(message);
    }

    /**
     * One of the {@link ProtocolProvider#misbehaviours} that the protocol declares, for one peer; empty for
     * any other name.
     */
    default Optional<Behaviour> misbehaviour(String name, Population population) {
        return Optional.empty();
    }

    /**
     * Whether a message asks something of its receiver, so that one who serves nobody would ignore it. An
     * answer does not.
     */
    default boolean isRequest(Message message) {
        return true;
    }

    /**
     * A message that costs its receiver work and means nothing to its sender; empty where a peer that floods
     * had better repeat itself.
     */
    default Optional<Message> nuisance(RandomSource random) {
        return Optional.empty();
    }

    /**
     * What a receiver takes a message for that was changed on its way, and whose checksum fits all the same:
     * a message as good as any other. Empty where there is none; the receiver then notices.
     *
     * @param members whom a message can name
     * @param random decides what changes
     */
    default Optional<Message> corrupt(Message message, List<PeerId> members, RandomSource random) {
        return new Alteration(members, random).of(message);
    }

    /** The peers whose place is closest to a key, closest first, among those who are up. */
    default List<PeerId> closest(String key, int count, Population population) {
        throw new IllegalArgumentException("this protocol gives keys no place among its peers");
    }
}
