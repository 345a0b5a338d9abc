package peerlab.engine.protocol;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.RandomSource;

/**
 * Introduces a protocol: its name, what can be set, asked, measured and replaced. Found by
 * {@link java.util.ServiceLoader}, or by its class name in {@code run:}.
 */
public interface ProtocolProvider {

    /** As a scenario says it after {@code run:}. */
    String name();

    /** One line for lists. */
    String summary();

    default List<Parameter> parameters() {
        return List.of();
    }

    default List<Operation> operations() {
        return List.of();
    }

    /** Metrics beyond those that every run and every declared operation has. */
    default List<MetricSpec> metrics() {
        return List.of();
    }

    default List<String> properties() {
        return List.of();
    }

    default List<Hook> hooks() {
        return List.of();
    }

    /** The ways to lie that only this protocol knows, beside {@link Misbehaviour#OF_ALL}. */
    default List<Misbehaviour> misbehaviours() {
        return List.of();
    }

    /**
     * What is wrong with options that are allowed one by one.
     *
     * @param parties the groups that run it
     */
    default List<Objection> objections(List<Party> parties) {
        return List.of();
    }

    /** What {@code cache} says to its peers; nothing where they have none. */
    default Optional<CacheTerms> cache() {
        return Optional.empty();
    }

    /** The protocol's message types, for {@code messages['FindNode'].sent} and for completion. */
    default List<Class<? extends Message>> messages() {
        return List.of();
    }

    /** How its messages look on a real wire; empty where nobody outside knows them. */
    default Optional<WireFormat> wire() {
        return Optional.empty();
    }

    /** True where {@code start: 'converged'} has a meaning. */
    default boolean canStartConverged() {
        return false;
    }

    /**
     * True where keys have a place among the peers, so that somebody is closest to one: {@link
     * Deployment#closest} answers.
     */
    default boolean hasPlaces() {
        return false;
    }

    /** True where some peers lead others, and show {@code leader} of themselves while they do. */
    default boolean hasLeaders() {
        return false;
    }

    /** Makes the protocol ready for one run among these members. */
    Deployment deploy(List<Member> members, Hooks hooks, RandomSource random);
}
