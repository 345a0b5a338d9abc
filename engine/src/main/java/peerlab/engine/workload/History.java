package peerlab.engine.workload;

import java.util.HashMap;
import java.util.Map;

import peerlab.engine.protocol.Outcome;

/** Which values were written under which key, and which of them a reader may still get. */
final class History {

    private final Map<String, Record> records = new HashMap<>();

    private long clock;

    private static final class Record {
        private final Map<Object, Write> writes = new HashMap<>();
        private long acknowledged;
    }

    /** When the write of a value began and when it was acknowledged, in numbers that grow with time. */
    private static final class Write {
        private final long began;
        private long ended = Long.MAX_VALUE;

        Write(long began) {
            this.began = began;
        }
    }

    /** Somebody tries to write. */
    void attempt(String key, Object value) {
        records.computeIfAbsent(key, k -> new Record()).writes.put(value, new Write(++clock));
    }

    /** The write of this value succeeded. */
    void acknowledge(String key, Object value) {
        Record record = records.get(key);
        Write write = record.writes.get(value);
        write.ended = Math.min(write.ended, ++clock);
        record.acknowledged = Math.max(record.acknowledged, write.began);
    }

    /** When the last of the writes of a key that were acknowledged so far began; 0 where none was. */
    long acknowledged(String key) {
        Record record = records.get(key);
        return record == null ? 0 : record.acknowledged;
    }

    /** Whether a value was ever to be written under this key. */
    boolean isKnown(String key, Object value) {
        Record record = records.get(key);
        return value == Outcome.ORIGINAL || record != null && record.writes.containsKey(value);
    }

    /**
     * Whether a value had been written before the write of another began that had been acknowledged when it
     * was asked for. Of writes that overlap, either may be the last.
     */
    boolean isStale(String key, Object value, long acknowledgedWhenAsked) {
        if (value == Outcome.ORIGINAL) {
            return acknowledgedWhenAsked > 0;
        }
        return records.get(key).writes.get(value).ended < acknowledgedWhenAsked;
    }
}
