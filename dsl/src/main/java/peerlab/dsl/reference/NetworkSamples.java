package peerlab.dsl.reference;

import java.util.List;
import java.util.Map;

import peerlab.dsl.grammar.Form;

/** Each word of a network at work: some of them may be said in several ways. */
final class NetworkSamples {

    private static final Map<String, List<Form>> SAMPLES = Map.ofEntries(
            one("profile", "profile 'mobile'", "profile: mobile"),
            several("latency",
                    form("latency 20.ms..80.ms", "latency: 20ms..80ms"),
                    form("latency lognormal(median: 40.ms, sigma: 0.5), per: 'link'",
                            "latency: { time: \"lognormal(median: 40ms, sigma: 0.5)\", per: link }"),
                    form("latency matrix: 'networks/king.csv', unit: 'us', roundTrip: true",
                            "latency: { matrix: networks/king.csv, unit: us, round trip: true }"),
                    form("latency coordinates: 'internet-2d'", "latency: { coordinates: internet-2d }")),
            several("jitter",
                    form("jitter exponential(3.ms)", "jitter: exponential(3ms)"),
                    form("jitter 10.percent", "jitter: 10%")),
            one("order", "order 'fifo'", "order: fifo"),
            several("loss",
                    form("loss 1.percent", "loss: 1%"),
                    form("loss 1.percent, bursts: 200.ms, within: 50.percent",
                            "loss: { share: 1%, bursts: 200ms, within: 50% }")),
            one("duplicate", "duplicate 1.percent, by: 0.ms..50.ms",
                    "duplicate: { share: 1%, by: 0ms..50ms }"),
            one("reorder", "reorder 5.percent, by: 0.ms..100.ms", "reorder: { share: 5%, by: 0ms..100ms }"),
            one("corrupt", "corrupt 1.percent, delivered: true", "corrupt: { share: 1%, delivered: true }"),
            several("bandwidth",
                    form("bandwidth 10.Mbps", "bandwidth: 10Mbps"),
                    form("bandwidth up: 1.Mbps, down: 10.Mbps, queue: 256.KiB, on: 'edge'",
                            "bandwidth: [{ up: 1Mbps, down: 10Mbps, queue: 256KiB, on: edge }]")),
            one("connections", "connections setup: 1, idle: 60.s", "connections: { setup: 1, idle: 60s }"),
            one("nat", "nat any(30.percent), mapping: 2.min", "nat: { who: any 30%, mapping: 2min }"),
            one("regions", "regions eu: 50.percent, us: 5, asia: 'edge'",
                    "regions: { eu: 50%, us: 5, asia: edge }"),
            one("between",
                    "regions eu: 50.percent, us: 50.percent\n"
                            + "between 'eu us': 80.ms..100.ms, 'us to eu': 90.ms",
                    "regions: { eu: 50%, us: 50% }\nbetween: { eu us: 80ms..100ms, us to eu: 90ms }"));

    private NetworkSamples() {
    }

    private static Form form(String groovy, String yaml) {
        return new Form("", groovy, yaml, "");
    }

    private static Map.Entry<String, List<Form>> one(String word, String groovy, String yaml) {
        return several(word, form(groovy, yaml));
    }

    private static Map.Entry<String, List<Form>> several(String word, Form... forms) {
        return Map.entry(word, List.of(forms));
    }

    static List<Form> of(String word) {
        return SAMPLES.getOrDefault(word, List.of());
    }
}
