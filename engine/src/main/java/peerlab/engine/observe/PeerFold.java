package peerlab.engine.observe;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Gauge;

/** A gauge folded over the peers that are up, kept current peer by peer as they are touched. */
public final class PeerFold implements PeerFollower {

    private final Gauge gauge;
    private final IntToDoubleFunction contribution;
    private final double[] parts;
    private double sum;
    private int present;
    private double extreme;
    private boolean isExtremeKnown;
    private long version;

    /** @param contribution of a peer by index; NaN while it has none */
    public PeerFold(Gauge gauge, int peers, IntToDoubleFunction contribution) {
        this.gauge = gauge;
        this.contribution = contribution;
        this.parts = new double[peers];
        Arrays.fill(parts, Double.NaN);
        touchAll();
    }

    @Override
    public void touchAll() {
        for (int peer = 0; peer < parts.length; peer++) {
            touch(peer);
        }
    }

    @Override
    public void touch(int peer) {
        double before = parts[peer];
        double after = contribution.applyAsDouble(peer);
        if (before == after || Double.isNaN(before) && Double.isNaN(after)) {
            return;
        }
        parts[peer] = after;
        version++;
        if (!Double.isNaN(before)) {
            sum -= before;
            present--;
            isExtremeKnown &= before != extreme;
        }
        if (!Double.isNaN(after)) {
            sum += after;
            present++;
            if (isExtremeKnown && isBeyond(after, extreme)) {
                extreme = after;
            }
        }
    }

    private boolean isBeyond(double value, double other) {
        return gauge.fold() == Gauge.Fold.MAX ? value > other : value < other;
    }

    @Override
    public double at(long nanos) {
        if (present == 0) {
            return Double.NaN;
        }
        return switch (gauge.fold()) {
            case SUM -> sum;
            case MEAN -> sum / present;
            case MAX, MIN -> extreme();
        };
    }

    private double extreme() {
        if (!isExtremeKnown) {
            extreme = Double.NaN;
            for (double part : parts) {
                if (!Double.isNaN(part) && (Double.isNaN(extreme) || isBeyond(part, extreme))) {
                    extreme = part;
                }
            }
            isExtremeKnown = true;
        }
        return extreme;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Unit unit() {
        return gauge.metric().unit();
    }
}
