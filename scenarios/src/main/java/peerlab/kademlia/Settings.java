package peerlab.kademlia;

import java.util.List;

import peerlab.engine.base.Span;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;

/** The parameters of Kademlia for one group of peers. */
record Settings(
        int k, int alpha, int bits, Span refresh, Span republish, Span expiry, Span timeout, Span probe,
        boolean handover, boolean relaxed) {

    static final String NEAR = "near";
    static final String ANYWHERE = "anywhere";

    static final List<Parameter> DECLARED = List.of(
            Parameter.integer("k", 20, 1, 256, "contacts in a bucket, and replicas of a value"),
            Parameter.integer("alpha", 3, 1, 64, "requests that a lookup keeps in flight"),
            Parameter.integer("bits", Key.BITS, 1, Key.BITS, "length of ids; the same for all peers"),
            Parameter.span("refresh", Span.hours(1), Span.seconds(1), null,
                    "a bucket without a lookup for so long is refreshed"),
            Parameter.span("republish", Span.hours(1), Span.seconds(1), null,
                    "a value not stored again for so long is republished by its holder"),
            Parameter.span("expiry", Span.hours(24), Span.seconds(1), null,
                    "a value lives for so long after it was published"),
            Parameter.span("timeout", Span.seconds(1), Span.millis(1), null, "an answer may take so long"),
            Parameter.span("probe", Span.minutes(15), Span.ZERO, null,
                    "a full bucket pings its oldest contact for a newcomer at most once in this span"),
            Parameter.word(NEAR, ANYWHERE, List.of(),
                    "a key or, by its name, a peer: ids are chosen close to it, as an attacker does;"
                            + " else by chance"),
            Parameter.flag("handover", false,
                    "whether a peer that leaves first stores its values where they then belong; the paper's"
                            + " peers leave without a word"),
            Parameter.flag("relaxed", false,
                    "whether a table keeps all contacts of the smallest subtree around its peer that holds"
                            + " k of them, as the paper has it for highly unbalanced trees"));

    static Settings of(Parameters given) {
        return new Settings(
                given.integer("k"), given.integer("alpha"), given.integer("bits"), given.span("refresh"),
                given.span("republish"), given.span("expiry"), given.span("timeout"), given.span("probe"),
                given.flag("handover"), given.flag("relaxed"));
    }
}
