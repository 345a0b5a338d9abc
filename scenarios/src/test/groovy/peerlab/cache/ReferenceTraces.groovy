package peerlab.cache

import java.security.MessageDigest

import peerlab.cache.trace.GeneratedTrace
import peerlab.cache.trace.KeySource
import peerlab.cache.trace.KnownFuture
import peerlab.cache.trace.Popularity
import peerlab.cache.trace.Trace
import peerlab.cache.trace.TraceWriter
import peerlab.cache.trace.ValueSizes
import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span

/**
 * The requests that other simulators were asked about, generated again from their seeds. What those said lies
 * in the resources, beside the fingerprints of these traces.
 */
class ReferenceTraces {

    static final int REQUESTS = 30_000

    static final List<String> NAMES = ['zipf', 'shifting', 'hot-spot', 'scans', 'loop', 'bursts']

    /** From the beginning, each time. */
    static Trace open(String name) {
        def random = new RandomSource(2026).stream(name)
        def draws = random.stream('keys')
        GeneratedTrace.of(keys(name, draws), REQUESTS).every(Span.millis(100)).sized(sizes(name, random))
    }

    /** As oracleGeneral, the form in which others read it. */
    static byte[] bytes(String name) {
        def out = new ByteArrayOutputStream()
        TraceWriter.oracleGeneral(open(name), new KnownFuture(open(name)), out)
        out.toByteArray()
    }

    static String sha256(byte[] bytes) {
        MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex()
    }

    private static KeySource keys(String name, RandomSource draws) {
        switch (name) {
            case 'zipf': return Popularity.zipf(2_000, 0.9).source(draws)
            case 'shifting': return Popularity.zipf(3_000, 1.0).shifting(draws, 2_000, 60)
            case 'hot-spot': return Popularity.hotSpot(5_000, 0.05, 0.8).source(draws)
            case 'loop': return Popularity.scan(700)
            case 'scans': return scans(draws)
            default: return bursts(draws)
        }
    }

    /** Popular keys, and now and then a hundred in a row that are never asked for again. */
    private static KeySource scans(RandomSource draws) {
        def popular = Popularity.zipf(1_500, 0.8).source(draws)
        int left = 0
        long fresh = 1_000_000
        return { ->
            if (left == 0 && draws.nextInt(400) == 0) {
                left = 100
            }
            return left > 0 && left-- > 0 ? fresh++ : popular.next()
        } as KeySource
    }

    /** Popular keys, and now and then a few others that are asked for several times within a short while. */
    private static KeySource bursts(RandomSource draws) {
        def popular = Popularity.zipf(20_000, 1.1).source(draws)
        long burst = 0
        int left = 0
        return { ->
            if (left == 0 && draws.nextInt(50) == 0) {
                burst = 1_000_000 + draws.nextInt(3_000) * 10
                left = 30
            }
            return left > 0 && left-- > 0 ? burst + left % 10 : popular.next()
        } as KeySource
    }

    private static ValueSizes sizes(String name, RandomSource random) {
        name in ['zipf', 'loop', 'scans'] ? ValueSizes.uniform(new Bytes(1), new Bytes(100), random)
                : logNormal(random)
    }

    /**
     * Of a median of 200 bytes. Box and Muller's transform made the bell curve of these traces; other sizes
     * would be other requests than those that were answered.
     */
    private static ValueSizes logNormal(RandomSource random) {
        def draws = random.stream('sizes')
        long root = draws.key()
        return { long key ->
            draws.reseed(RandomSource.combine(root, key))
            double radius = StrictMath.sqrt(-2 * StrictMath.log(draws.nextPositiveDouble()))
            double bell = radius * StrictMath.cos(2 * StrictMath.PI * draws.nextDouble())
            Math.max(1L, StrictMath.round(200 * StrictMath.exp(1.2d * bell)))
        } as ValueSizes
    }
}
