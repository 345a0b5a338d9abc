package peerlab.engine.observe;

import peerlab.engine.base.Unit;

/** The kinds of readings: of counters, rates and distributions, cumulative or through a window. */
final class Readings {

    private Readings() {
    }

    /** A counter since the start. */
    record Total(CounterCell cell, Unit unit) implements Reading {
        @Override
        public double at(long nanos) {
            return cell.value();
        }

        @Override
        public long version() {
            return cell.value();
        }
    }

    /** How much a counter grew within a window. */
    record Growth(SlidingLog log, Unit unit) implements Reading {
        @Override
        public double at(long nanos) {
            log.passTo(nanos);
            return log.sum();
        }

        @Override
        public long version() {
            return log.version();
        }

        @Override
        public long nextExpiry(long nanos) {
            return log.nextExpiry();
        }
    }

    /** One counter over another. */
    record Rate(Reading above, Reading below, Unit unit) implements Reading {
        @Override
        public double at(long nanos) {
            double part = above.at(nanos);
            double all = below.at(nanos);
            return all == 0 ? Double.NaN : part / all;
        }

        @Override
        public long version() {
            return above.version() + below.version();
        }

        @Override
        public long nextExpiry(long nanos) {
            return Math.min(above.nextExpiry(nanos), below.nextExpiry(nanos));
        }

        @Override
        public String detail(long nanos) {
            long all = (long) below.at(nanos);
            return all - (long) above.at(nanos) + " of " + all;
        }
    }

    /** One measure of a distribution since the start. */
    record Measure(SampleCell cell, String name, Unit unit) implements Reading {
        @Override
        public double at(long nanos) {
            return cell.measure(name);
        }

        @Override
        public long version() {
            return cell.count();
        }
    }

    /** One measure of what a distribution took in within a window. */
    record WindowedMeasure(SlidingLog log, String name, Unit unit) implements Reading {
        @Override
        public double at(long nanos) {
            log.passTo(nanos);
            return SampleCell.measure(name, log);
        }

        @Override
        public long version() {
            return log.version();
        }

        @Override
        public long nextExpiry(long nanos) {
            return log.nextExpiry();
        }
    }
}
