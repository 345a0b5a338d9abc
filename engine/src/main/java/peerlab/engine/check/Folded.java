package peerlab.engine.check;

import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Unit;
import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Expression.Function;

/**
 * A function over the peers that are up. After an event only the peer that it touched is looked at again. A
 * peer that lacks a value is passed over; where peers are up and none has the value, there is no result.
 */
final class Folded extends Part {

    private static final int FEW = 3;

    private final Function function;
    private final Part body;
    private final List<Part> shared;
    private final PeerSlot slot;
    private final View view;
    private final List<PeerId> peers;
    private final double[] values;
    private final boolean[] isUp;
    private final Tournament tournament;
    private int up;
    private int known;
    private int holding;
    private boolean hasBegun;
    private long seen;
    private Unit bodyUnit = Unit.NUMBER;

    /** @param shared what inside the body is the same for all peers */
    Folded(Expression.OverPeers expression, Part body, List<Part> shared, PeerSlot slot, View view) {
        super(expression);
        this.function = expression.function();
        this.body = body;
        this.shared = shared;
        this.slot = slot;
        this.view = view;
        this.peers = view.peers();
        this.values = new double[peers.size()];
        this.isUp = new boolean[peers.size()];
        this.tournament = tournament(function, peers.size());
        Arrays.fill(values, Double.NaN);
    }

    private static Tournament tournament(Function function, int count) {
        return switch (function) {
            case MAX -> new Tournament(count, Math::max, Double.NEGATIVE_INFINITY);
            case MIN -> new Tournament(count, Math::min, Double.POSITIVE_INFINITY);
            case SUM, MEAN -> new Tournament(count, Double::sum, 0);
            case COUNT, FOR_ALL, EXISTS -> null;
        };
    }

    @Override
    void refresh(long nanos, int touched) {
        long versions = 0;
        for (int i = 0; i < shared.size(); i++) {
            shared.get(i).refresh(nanos, touched);
            versions += shared.get(i).version();
        }
        if (touched == ALL || !hasBegun || versions != seen) {
            for (int i = 0; i < values.length; i++) {
                look(i, nanos);
            }
            hasBegun = true;
            seen = versions;
            become(result());
        } else if (touched != NOBODY) {
            look(touched, nanos);
            become(result());
        }
    }

    private void look(int index, long nanos) {
        View.PeerView peer = view.peer(peers.get(index));
        double value = Double.NaN;
        if (peer.isUp()) {
            value = valueFor(peer, nanos);
        }
        count(index, -1);
        isUp[index] = peer.isUp();
        boolean isChanged = Double.compare(values[index], value) != 0;
        values[index] = value;
        count(index, 1);
        if (tournament != null && isChanged) {
            tournament.set(index, value);
        }
    }

    private double valueFor(View.PeerView peer, long nanos) {
        slot.show(peer);
        body.refresh(nanos, NOBODY);
        if (!Double.isNaN(body.value())) {
            bodyUnit = body.unit();
        }
        return body.value();
    }

    private void count(int index, int change) {
        up += isUp[index] ? change : 0;
        Truth truth = Truth.of(values[index]);
        known += truth == Truth.UNKNOWN ? 0 : change;
        holding += truth == Truth.TRUE ? change : 0;
    }

    private double result() {
        boolean isMissing = known == 0 && up > 0;
        return switch (function) {
            case COUNT -> isMissing ? Double.NaN : holding;
            case EXISTS -> isMissing ? Double.NaN : holding > 0 ? 1 : 0;
            case FOR_ALL -> known == 0 ? Double.NaN : holding == known ? 1 : 0;
            case SUM -> isMissing ? Double.NaN : tournament.result();
            case MAX, MIN -> known == 0 ? Double.NaN : tournament.result();
            case MEAN -> known == 0 ? Double.NaN : tournament.result() / known;
        };
    }

    @Override
    long nextChange() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < shared.size(); i++) {
            next = Math.min(next, shared.get(i).nextChange());
        }
        return next;
    }

    @Override
    Unit unit() {
        return switch (function) {
            case COUNT -> Unit.NUMBER;
            case FOR_ALL, EXISTS -> Unit.TRUTH;
            case SUM, MAX, MIN, MEAN -> bodyUnit;
        };
    }

    @Override
    List<Part> operands() {
        return List.of();
    }

    /** Whether no peer that is up has the value that this function needs. */
    boolean isMissing() {
        return known == 0 && up > 0;
    }

    /**
     * The first few of those peers that made the result what it is: who is counted, who breaks a rule, who
     * is largest.
     */
    @Override
    String detail(long nanos) {
        StringBuilder text = new StringBuilder();
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (isMeant(values[i]) && found++ < FEW) {
                text.append(found == 1 ? "" : ", ").append(peers.get(i).name());
                text.append(function == Function.FOR_ALL && found == 1 ? why(i, nanos) : "");
            }
        }
        return found > FEW ? text + " and " + (found - FEW) + " more" : text.toString();
    }

    /** The first of those peers, by name; null where there is none. */
    String firstMeant() {
        for (int i = 0; i < values.length; i++) {
            if (isMeant(values[i])) {
                return peers.get(i).name();
            }
        }
        return null;
    }

    private boolean isMeant(double value) {
        return switch (function) {
            case COUNT, EXISTS -> Truth.of(value) == Truth.TRUE;
            case FOR_ALL -> Truth.of(value) == Truth.FALSE;
            case MAX, MIN -> value == value();
            case SUM, MEAN -> false;
        };
    }

    /** The values that one peer had, so that a reader sees why the rule is broken. */
    private String why(int index, long nanos) {
        valueFor(view.peer(peers.get(index)), nanos);
        List<String> shown = new java.util.ArrayList<>();
        collect(body, shown);
        return shown.isEmpty() ? "" : " (" + String.join(", ", shown) + ")";
    }

    private static void collect(Part part, List<String> shown) {
        String text = part.expression() + " " + part.figure();
        if (part instanceof OfPeer && !shown.contains(text)) {
            shown.add(text);
        }
        part.operands().forEach(operand -> collect(operand, shown));
    }
}
