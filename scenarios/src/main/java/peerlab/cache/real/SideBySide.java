package peerlab.cache.real;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import net.spy.memcached.CachedData;
import net.spy.memcached.KetamaConnectionFactory;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.transcoders.Transcoder;

import peerlab.cache.Cache;
import peerlab.cache.placement.Placement;
import peerlab.cache.placement.Placements;
import peerlab.cache.trace.Trace;
import peerlab.engine.base.Bytes;

/**
 * Sends the same requests through a ring of real memcached servers, by way of spymemcached, and through rings
 * of simulated caches. Whoever asks for a key that is absent fetches the value and puts it.
 *
 * <p>The library finds the server of a key, as it does for anybody; the simulated rings find it by the
 * {@code ketama} placement. What the servers count themselves is what is told of them.
 */
public final class SideBySide {

    private static final long PATIENCE_SECONDS = 10;

    /**
     * What came of it.
     *
     * @param contenders the servers first, then the simulated caches, in the order in which they came
     * @param memory what each server has taken for its pages
     */
    public record Comparison(List<Contender> contenders, List<Bytes> memory) {
    }

    private final MemcachedServers servers;
    private final Placement placement;
    private final Map<String, List<Cache>> simulated = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    public SideBySide(MemcachedServers servers) {
        this.servers = servers;
        List<String> names = servers.names();
        this.placement = Placements.named("ketama").orElseThrow().over(names, Map.of(), 0);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    /** Lets caches of a policy take part, one for each server. */
    public void add(String policy, Supplier<Cache> maker) {
        List<Cache> caches = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            caches.add(maker.get());
        }
        simulated.put(policy, caches);
    }

    /**
     * Sends all requests.
     *
     * @param progress is told how many were sent, now and then
     * @throws IOException where the servers stop answering
     */
    public Comparison run(Trace trace, LongConsumer progress) throws IOException {
        MemcachedClient client = new MemcachedClient(new KetamaConnectionFactory(), servers.addresses());
        try {
            long[][] requests = new long[simulated.size()][places.size()];
            long[][] hits = new long[simulated.size()][places.size()];
            long sent = 0;
            while (trace.next()) {
                request(trace, client, requests, hits);
                if (++sent % 1_000 == 0) {
                    progress.accept(sent);
                }
            }
            List<Contender> all = new ArrayList<>();
            all.add(counted(client));
            int row = 0;
            for (String policy : simulated.keySet()) {
                all.add(new Contender(policy, list(requests[row]), list(hits[row])));
                row++;
            }
            return new Comparison(all, memory(client));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            client.shutdown();
        }
    }

    private void request(Trace trace, MemcachedClient client, long[][] requests, long[][] hits)
            throws IOException, InterruptedException {
        String key = "key-" + trace.key();
        boolean isAbsent = !trace.isPut() && awaited(client.asyncGet(key, Plain.VALUES)) == null;
        long size = ItemSize.of(key, trace.size());
        if ((isAbsent || trace.isPut()) && size <= ItemSize.MOST) {
            awaited(client.set(key, 0, new byte[(int) trace.size()], Plain.VALUES));
        }
        int server = places.get(placement.of(key));
        int row = 0;
        for (List<Cache> caches : simulated.values()) {
            Cache cache = caches.get(server);
            if (trace.isPut()) {
                put(cache, trace, size);
            } else {
                requests[row][server]++;
                hits[row][server] += get(cache, trace, size) ? 1 : 0;
            }
            row++;
        }
    }

    /** What no server takes, no simulated cache takes. */
    private static void put(Cache cache, Trace trace, long size) {
        if (size <= ItemSize.MOST) {
            cache.put(trace.key(), size, trace.nanos());
        }
    }

    private static boolean get(Cache cache, Trace trace, long size) {
        return size <= ItemSize.MOST ? cache.request(trace.key(), size, trace.nanos())
                : cache.get(trace.key(), size, trace.nanos());
    }

    private static <T> T awaited(Future<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a memcached server does not answer", e);
        }
    }

    /** What the servers say of themselves. */
    private Contender counted(MemcachedClient client) throws IOException {
        Map<SocketAddress, Map<String, String>> statistics = client.getStats();
        List<Long> requests = new ArrayList<>();
        List<Long> hits = new ArrayList<>();
        for (SocketAddress address : servers.addresses()) {
            Map<String, String> its = statistics.getOrDefault(address, Map.of());
            if (!its.containsKey("cmd_get")) {
                throw new IOException("the server at " + address + " tells no statistics");
            }
            requests.add(Long.parseLong(its.get("cmd_get")));
            hits.add(Long.parseLong(its.get("get_hits")));
        }
        return new Contender("memcached", requests, hits);
    }

    /** What each server has taken of the machine for its pages. */
    private List<Bytes> memory(MemcachedClient client) {
        Map<SocketAddress, Map<String, String>> slabs = client.getStats("slabs");
        return servers.addresses().stream()
                .map(address -> slabs.getOrDefault(address, Map.of()).getOrDefault("total_malloced", "0"))
                .map(bytes -> new Bytes(Long.parseLong(bytes))).toList();
    }

    private static List<Long> list(long[] counts) {
        List<Long> list = new ArrayList<>();
        for (long count : counts) {
            list.add(count);
        }
        return list;
    }

    /** Values as they are: no flags, no compression, nothing that would change how large they are. */
    private enum Plain implements Transcoder<byte[]> {
        VALUES;

        @Override
        public boolean asyncDecode(CachedData data) {
            return false;
        }

        @Override
        public CachedData encode(byte[] value) {
            return new CachedData(0, value, getMaxSize());
        }

        @Override
        public byte[] decode(CachedData data) {
            return data.getData();
        }

        @Override
        public int getMaxSize() {
            return CachedData.MAX_SIZE;
        }
    }
}
