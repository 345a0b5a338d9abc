package peerlab.dsl.value;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/** What a value may name: parameters, peers, groups, marks. */
public interface Scope {

    /** The value of a parameter, as {@link peerlab.dsl.grammar.Environment#param} gives it. */
    Optional<Object> param(String name);

    /** The names of all parameters, for suggestions. */
    List<String> params();

    /** Complains unless the name is that of a peer, a group, or a step that chose peers. */
    void requirePeers(String name, SourcePlace place);

    /** Complains unless the name is that of one peer. */
    void requirePeer(String name, SourcePlace place);

    /** Complains unless keys have a place among the peers, so that some are closest to one. */
    void requirePlaces(SourcePlace place);

    /** Complains unless some step has this mark. */
    void requireMark(String name, SourcePlace place);

    /** How many peers the unnamed group has: those that {@code peers(1..5)} counts. */
    int numberedPeers();
}
