package peerlab.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/**
 * Networks as somebody measured them, by name, each with its sources. Times are one way: half of a round trip
 * where that was measured. What was fitted, and what the source does not say, its sources say.
 */
public final class NetworkProfiles {

    /** The mean rates of the world's mobile networks, in bits a second. */
    private static final Bandwidth MOBILE_UP = new Bandwidth(11_220_000);
    private static final Bandwidth MOBILE_DOWN = new Bandwidth(35_960_000);
    private static final Bandwidth SATELLITE_UP = new Bandwidth(2_960_000);
    private static final Bandwidth SATELLITE_DOWN = new Bandwidth(18_750_000);

    private static final LatencySpec PLANE = new LatencySpec.Plane(
            "internet-2d", 0.485, Span.micros(11_670), Span.micros(67_360));
    private static final LatencySpec GLOBE = new LatencySpec.Globe(
            "globe", Span.micros(2_281), Span.millis(11));
    private static final JitterSpec HOME_LINES = new JitterSpec.Tail(
            Span.micros(175), 1.4, Ratio.percent(99));

    private static final String WITTGENSTEIN =
            "ConsenSys, Wittgenstein, the simulator of consensus protocols (2019), its class of latencies";
    private static final String JITTER_SOURCE =
            "jitter: generalised Pareto of the round trip over ADSL2+, shape 1.4, location -0.3 ms, scale "
                    + "0.35 ms, cut off at its 99% quantile as in Wittgenstein; the location is part of the "
                    + "latency here";

    /** Round trips in ms between regions, above the diagonal: from each to those after it. */
    private static final List<String> AWS_REGIONS = List.of("oregon", "virginia", "mumbai", "seoul",
            "singapore", "sydney", "tokyo", "canada", "frankfurt", "ireland", "london");
    private static final int[][] AWS_ROUND_TRIPS = {
            {81, 216, 126, 165, 138, 97, 64, 164, 131, 141},
            {182, 181, 232, 195, 167, 13, 88, 80, 75},
            {152, 62, 223, 123, 194, 111, 122, 113},
            {97, 133, 35, 184, 259, 254, 264},
            {169, 69, 218, 162, 174, 171},
            {105, 210, 282, 269, 271},
            {156, 235, 222, 234},
            {101, 78, 87},
            {24, 13},
            {12}};

    private static final List<NetworkSpec> ALL = List.of(
            profile("lan", "a data centre: a quarter of a millisecond there and back, 1 Gbps",
                    "latency: Guo et al., Pingmesh, SIGCOMM 2015, round trips between servers of one data "
                            + "centre: median 268 us, 99% 1.34 ms (as quoted, not read there again); two "
                            + "draws of one lognormal law (fit), of which 80% come to less than 0.47 ms; E. "
                            + "Jones, Network Latencies in the Data Center, 2021, measured about 0.5 ms for "
                            + "as many",
                    "bandwidth: 1 Gbps, as 1000BASE-T has it (IEEE 802.3ab), on every line (assumed)")
                    .with(drawn(new Distribution.LogNormal(Span.nanos(113_500), 0.897), false))
                    .withLines(List.of(line(new Bandwidth(1_000_000_000), new Bandwidth(1_000_000_000)))),
            profile("wan", "sites of one company, from one end of a continent to across an ocean",
                    "latency: Verizon's service levels for dedicated lines, round trips of at most 45 ms "
                            + "within the United States and 90 ms between New York and London; each pair of "
                            + "sites lies somewhere between (assumed)",
                    "loss: the same, 99.5% of packets delivered")
                    .with(drawn(new Distribution.Uniform(Span.micros(22_500), Span.millis(45)), true))
                    .with(new LossSpec(Ratio.percent(0.5))),
            profile("mobile", "phones, each message as the radio has time for it",
                    "latency: Speedtest Global Index, September 2020, mobile networks of the world: mean "
                            + "round trip 40 ms; 10 ms one way are always there, as much as ITU-R M.2134 "
                            + "allows a network without load, and the rest is exponential (both assumed)",
                    "order: 3GPP TS 36.322, radio links put what they received in order before they hand "
                            + "it on; that the rest of the way keeps it is assumed",
                    "bandwidth: the same index, 35.96 Mbps down and 11.22 Mbps up")
                    .with(drawn(new Distribution.Fixed(Span.millis(10)), false))
                    .with(new JitterSpec.Drawn(new Distribution.Exponential(Span.millis(10))))
                    .inOrder(true)
                    .withLines(List.of(line(MOBILE_UP, MOBILE_DOWN))),
            profile("satellite", "homes that see the world through a geostationary satellite",
                    "latency: Ookla, Speedtest Intelligence, United States, fourth quarter of 2021: median "
                            + "round trips of three providers from 613 ms (SES) to 725 ms (HughesNet); each "
                            + "link lies somewhere between (assumed); 478 ms of it are the way to orbit",
                    "bandwidth: the same, third quarter of 2021, median of Viasat: 18.75 Mbps down, 2.96 up")
                    .with(drawn(new Distribution.Uniform(Span.micros(306_500), Span.micros(362_500)), true))
                    .withLines(List.of(line(SATELLITE_UP, SATELLITE_DOWN))),
            profile("bitcoin-2018", "between nodes of Bitcoin, each link with a latency of its own",
                    "Gencer et al., Decentralization in Bitcoin and Ethereum Networks, Financial "
                            + "Cryptography 2018: round trips of 92, 125, 152, 200 and 276 ms for 10, 33, "
                            + "50, "
                            + "67 and 90% of pairs; lognormal, median 157 ms, sigma 0.44 (fit)")
                    .with(drawn(new Distribution.LogNormal(Span.micros(78_500), 0.44), true)),
            profile("internet-2d", "hosts of the Internet as points of a plane",
                    "OverSim, SimpleUnderlay: points made from CAIDA's Skitter data, one way 15.5, 69.8, 157 "
                            + "and 249 ms for 10, 50, 90 and 99% of pairs; two normal distributions (fit)",
                    "jitter: the same, 10% of the latency")
                    .with(PLANE)
                    .with(new JitterSpec.Relative(Ratio.percent(10))),
            profile("distance", "peers anywhere on the globe, a time for each mile between them",
                    "latency: round trip of 0.022 ms a mile and 4.862 ms; " + WITTGENSTEIN
                            + "; peers on a sphere, not on its flat map",
                    JITTER_SOURCE)
                    .with(GLOBE).with(HOME_LINES),
            profile("aws-2019", "eleven regions of a cloud, as many peers in each",
                    "latency: round trips between regions of AWS at the end of January 2019, in "
                            + WITTGENSTEIN + "; 0.5 ms one way within a region",
                    JITTER_SOURCE)
                    .with(HOME_LINES)
                    .withRegions(awsRegions(), awsLatencies()));

    private NetworkProfiles() {
    }

    private static NetworkSpec profile(String name, String summary, String... sources) {
        return NetworkSpec.DEFAULT.with(new ProfileSpec(name, summary, List.of(sources)));
    }

    private static LatencySpec drawn(Distribution law, boolean isPerLink) {
        return new LatencySpec.Drawn(law, isPerLink);
    }

    private static BandwidthSpec line(Bandwidth up, Bandwidth down) {
        return new BandwidthSpec(Optional.of(up), Optional.of(down), Optional.empty(), Optional.empty(),
                SourcePlace.NOWHERE);
    }

    private static List<RegionSpec> awsRegions() {
        Ratio share = new Ratio(1.0 / AWS_REGIONS.size());
        return AWS_REGIONS.stream().map(name -> new RegionSpec(name, new RegionSpec.Share(share))).toList();
    }

    private static List<BetweenSpec> awsLatencies() {
        List<BetweenSpec> between = new ArrayList<>();
        for (int from = 0; from < AWS_REGIONS.size(); from++) {
            between.add(between(from, from, Span.micros(500)));
            for (int to = from + 1; to < AWS_REGIONS.size(); to++) {
                between.add(between(from, to, Span.micros(500L * AWS_ROUND_TRIPS[from][to - from - 1])));
            }
        }
        return between;
    }

    private static BetweenSpec between(int from, int to, Span latency) {
        return new BetweenSpec(AWS_REGIONS.get(from), AWS_REGIONS.get(to), false,
                new Distribution.Fixed(latency));
    }

    /** All of them, each with its name and its sources in {@link NetworkSpec#profile}. */
    public static List<NetworkSpec> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(spec -> spec.profile().orElseThrow().name()).toList();
    }

    public static Optional<NetworkSpec> find(String name) {
        return ALL.stream().filter(spec -> spec.profile().orElseThrow().name().equals(name)).findFirst();
    }

    /** The spaces in which peers can have coordinates, by name. */
    public static List<String> spaces() {
        return List.of("internet-2d", "globe");
    }

    /** Peers at places of such a space. */
    public static LatencySpec space(String name) {
        LatencySpec space = Map.of("internet-2d", PLANE, "globe", GLOBE).get(name);
        if (space == null) {
            throw new IllegalArgumentException("no space '" + name + "'; there are " + spaces());
        }
        return space;
    }
}
