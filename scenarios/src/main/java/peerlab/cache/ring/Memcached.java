package peerlab.cache.ring;

import java.nio.charset.StandardCharsets;

import peerlab.engine.protocol.Message;

/**
 * How many bytes a message takes in memcached's binary protocol: a header, extras, the key, the value. What
 * memcached has no word for, members and digests, is counted as a value. Nothing is encoded; lengths add up.
 * {@link MemcachedFormat} encodes what memcached has words for.
 */
final class Memcached {

    static final int HEADER = 24;
    static final int FLAGS = 4;
    static final int FLAGS_AND_EXPIRY = 8;
    private static final int MEMBER = 32;
    private static final int LONG = 8;

    private Memcached() {
    }

    static int size(Message message) {
        if (message instanceof Get get) {
            return HEADER + bytes(get.key());
        } else if (message instanceof Found found) {
            return HEADER + FLAGS + Math.toIntExact(found.item().size());
        } else if (message instanceof Set set) {
            return HEADER + FLAGS_AND_EXPIRY + bytes(set.key()) + Math.toIntExact(set.item().size());
        } else if (message instanceof Members members) {
            return HEADER + MEMBER * members.members().size();
        } else if (message instanceof Hello) {
            return HEADER + MEMBER;
        } else if (message instanceof Digest) {
            return HEADER + LONG;
        }
        return HEADER;
    }

    private static int bytes(CacheKey key) {
        String text = key.text();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return text.length();
    }
}
