package peerlab.cache.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Ratio;
import peerlab.engine.protocol.Parameter;

/** All policies that one can ask for by name, the simple ones first. */
public final class Policies {

    private static final String TEXTBOOK = "textbooks";
    private static final List<PolicyEntry> ALL = all(new ArrayList<>());

    private Policies() {
    }

    public static List<PolicyEntry> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(PolicyEntry::name).toList();
    }

    public static Optional<PolicyEntry> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static List<PolicyEntry> all(List<PolicyEntry> all) {
        simple(all);
        segmented(all);
        adaptive(all);
        offline(all);
        return List.copyOf(all);
    }

    private static void simple(List<PolicyEntry> all) {
        all.add(online("fifo", "what came in first goes first", TEXTBOOK, List.of(),
                (given, random, future) -> new Fifo()));
        all.add(online("lru", "the least recently used goes", TEXTBOOK, List.of(),
                (given, random, future) -> new Lru()));
        all.add(online("lfu", "the least frequently used goes, of several the least recently used; "
                + "counts are forgotten on eviction", "libCacheSim", List.of(),
                (given, random, future) -> new Lfu()));
        all.add(online("clock", "a queue in which what was used goes round again",
                "Corbato 1968; libCacheSim",
                List.of(Parameter.integer("bits", 1, 1, 16, "bits that count uses since the last round")),
                (given, random, future) -> new Clock(given.integer("bits"))));
        all.add(online("random", "any entry goes, each as likely as the others", TEXTBOOK, List.of(),
                (given, random, future) -> new RandomChoice(random)));
        all.add(online("gdsf", "what is rarely used and large goes, and so does what was popular once",
                "Cherkasova 1998; libCacheSim", List.of(), (given, random, future) -> new Gdsf()));
    }

    private static void segmented(List<PolicyEntry> all) {
        all.add(online("slru", "segments of LRU; a hit lifts an entry to the one above",
                "Karedla, Love and Wherry 1994; segments and cold start as in libCacheSim",
                List.of(Parameter.integer("segments", 4, 1, 16, "segments of equal shares")),
                (given, random, future) -> new Slru(given.integer("segments"))));
        all.add(online("2q", "a queue for newcomers, and LRU for what comes back after it left the queue",
                "Johnson and Shasha 1994; shares as in the paper and in libCacheSim",
                List.of(share("queue", 25, "of the capacity for newcomers"),
                        share("ghosts", 50, "of the capacity, for keys of those that left the queue")),
                (given, random, future) -> new TwoQ(given.ratio("queue"), given.ratio("ghosts"))));
        all.add(online("sieve", "a queue that a hand sifts: it takes the first entry not used since",
                "Zhang et al., NSDI 2024", List.of(), (given, random, future) -> new Sieve()));
        all.add(online("s3-fifo", "a small queue for newcomers, a main one, and ghosts",
                "Yang et al., SOSP 2023; libCacheSim",
                List.of(share("small", 10, "of the capacity for newcomers"),
                        share("ghosts", 90, "of the capacity, for keys of those that left the small queue"),
                        Parameter.integer("promotion", 2, 1, 100,
                                "uses in the small queue that lead to the main one")),
                (given, random, future) -> new S3Fifo(given.ratio("small"), given.ratio("ghosts"),
                        given.integer("promotion"))));
    }

    private static void adaptive(List<PolicyEntry> all) {
        all.add(new PolicyEntry("arc", "used once and used again, and ghosts of both that move the border",
                "Megiddo and Modha, FAST 2003; libCacheSim", List.of(), false, true,
                (given, random, future) -> new Arc()));
        all.add(online("lirs", "keeps what comes back soon, by a stack of recency with ghosts",
                "Jiang and Zhang, SIGMETRICS 2002; share as in the paper, stack limit as in libCacheSim",
                List.of(share("queue", 1, "of the capacity for what does not come back soon")),
                (given, random, future) -> new Lirs(given.ratio("queue"))));
        all.add(online("w-tinylfu", "a window, then a main part that admits by frequency",
                "Einziger, Friedman and Manes, TOS 2017; Caffeine's simulator",
                List.of(share("window", 1, "of the capacity for newcomers"),
                        share("kept", 80, "of the main part, for what was used there")),
                (given, random, future) -> new WTinyLfu(given.ratio("window"), given.ratio("kept"),
                        random)));
    }

    private static void offline(List<PolicyEntry> all) {
        all.add(new PolicyEntry("opt", "what will be used last goes: it knows the future",
                "Belady 1966; Mattson et al. 1970", List.of(), true, false,
                (given, random, future) -> new Opt(future, false)));
        all.add(new PolicyEntry("opt-bypass", "opt, which keeps out what will be used later than all it has",
                "Belady 1966; McFarling 1992", List.of(), true, false,
                (given, random, future) -> new Opt(future, true)));
    }

    private static PolicyEntry online(String name, String summary, String source,
            List<Parameter> parameters, PolicyEntry.Maker maker) {
        return new PolicyEntry(name, summary, source, parameters, false, false, maker);
    }

    private static Parameter share(String name, double percent, String summary) {
        return new Parameter(name, Parameter.Type.RATIO, Ratio.percent(percent), Ratio.NONE, Ratio.ALL,
                List.of(), summary);
    }
}
