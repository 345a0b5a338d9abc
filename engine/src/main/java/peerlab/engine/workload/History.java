package peerlab.engine.workload;

import java.util.HashMap;
import java.util.Map;

/** Which values were written under which key, and which of them a reader may still get. */
final class History {

    private final Map<String, Record> records = new HashMap<>();

    private static final class Record {
        /** The number of each value that somebody tried to write. */
        private final Map<Object, Long> attempts = new HashMap<>();
        private long acknowledged;
    }

    /** Somebody tries to write; numbers grow with time. */
    void attempt(String key, Object value, long number) {
        records.computeIfAbsent(key, k -> new Record()).attempts.put(value, number);
    }

    /** A write succeeded. */
    void acknowledge(String key, long number) {
        Record record = records.get(key);
        record.acknowledged = Math.max(record.acknowledged, number);
    }

    /** The number of the last write of a key that was acknowledged so far; 0 where none was. */
    long acknowledged(String key) {
        Record record = records.get(key);
        return record == null ? 0 : record.acknowledged;
    }

    /** Whether a value was ever to be written under this key. */
    boolean isKnown(String key, Object value) {
        Record record = records.get(key);
        return record != null && record.attempts.containsKey(value);
    }

    /** Whether a value is older than a write that had been acknowledged when it was asked for. */
    boolean isStale(String key, Object value, long acknowledgedWhenAsked) {
        return records.get(key).attempts.get(value) < acknowledgedWhenAsked;
    }
}
