package peerlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import peerlab.cache.Cache;
import peerlab.cache.Capacity;
import peerlab.cache.policy.Policies;
import peerlab.cache.policy.PolicyEntry;
import peerlab.cache.real.Contender;
import peerlab.cache.real.MemcachedServers;
import peerlab.cache.real.SideBySide;
import peerlab.cache.trace.Sizes;
import peerlab.cache.trace.Trace;
import peerlab.cache.trace.TraceException;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.RandomSource;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab memcached TRACE}: real memcached servers beside simulated caches, on the same requests. */
final class MemcachedCommand implements Command {

    private static final String SERVERS = "--servers";
    private static final String MEMORY = "--memory";
    private static final String PORT = "--port";
    private static final int USUAL_SERVERS = 2;
    private static final int MOST_SERVERS = 64;
    private static final int USUAL_PORT = 21_211;
    private static final int MOST_PORT = 65_535;
    private static final String USUAL_MEMORY = "4MiB";
    private static final String USUAL_POLICY = "lru";
    private static final int MEBIBYTE = 1 << 20;
    /** An item may be half of the memory, and a MiB large. */
    private static final int LEAST_MEBIBYTES = 2;
    private static final int MOST_MEBIBYTES = 65_536;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("memcached",
                "Sends requests to real memcached servers and to simulated caches, and counts the hits.");
        spec.addPositional(Options.words("TRACE", "time,key,size as CSV, or oracleGeneral; "
                + "or a workload: zipf(0.9), uniform, hot-spot, scan, shifting(0.9)"));
        spec.addOption(Options.value(SERVERS, "N", "how many servers share the keys (" + USUAL_SERVERS + ")"))
                .addOption(Options.value(MEMORY, "SIZE",
                        "the memory of each, in whole MiB (" + USUAL_MEMORY + ")"))
                .addOption(Options.value(PORT, "N", "where the first listens, on 127.0.0.1 (" + USUAL_PORT
                        + "); the keys of each depend on it"))
                .addOption(Options.value(CacheChoice.POLICY, "NAMES",
                        "what the simulated caches do: lru,fifo and so on (" + USUAL_POLICY + ")"));
        return Options.withCommon(RequestSource.withOptions(spec).addOption(Options.json()));
    }

    @Override
    public ExitCode run(ParseResult words, Session session) throws IOException {
        Amounts amounts = new Amounts(words);
        List<PolicyEntry> policies = policies(amounts);
        int servers = bounded(amounts, SERVERS, USUAL_SERVERS, MOST_SERVERS);
        int port = bounded(amounts, PORT, USUAL_PORT, MOST_PORT - servers + 1);
        int mebibytes = mebibytes(amounts, words);
        RandomSource random = new RandomSource(Options.seed(words).orElse(1));
        RequestSource source = new RequestSource(session.terminal(), words, trace(words), random);
        String version = MemcachedServers.version();
        if (version.isEmpty()) {
            throw new WrongUse("there is no memcached on this machine",
                    "install it: Debian and Ubuntu call the package memcached");
        }
        quietClient();
        try (Trace trace = source.open(Sizes.WHERE_KNOWN);
                MemcachedServers real = started(servers, port, mebibytes)) {
            SideBySide both = new SideBySide(real);
            for (PolicyEntry policy : policies) {
                RandomSource own = random.stream(policy.name());
                both.add(policy.name(), () -> new Cache(
                        Capacity.bytes(new Bytes((long) mebibytes * MEBIBYTE)), policy.make(Map.of(), own)));
            }
            SideBySide.Comparison comparison = both.run(trace, sent -> progress(sent, session.terminal()));
            return tell(comparison, real.names(), version, mebibytes, words, session.terminal());
        } catch (TraceException wrong) {
            throw new WrongUse(wrong.getMessage(), wrong.remedy());
        }
    }

    private static MemcachedServers started(int servers, int port, int mebibytes) throws IOException {
        try {
            return MemcachedServers.start(servers, port, mebibytes);
        } catch (IOException e) {
            throw new WrongUse("the servers cannot be started: " + e.getMessage(),
                    "where ports " + port + " to " + (port + servers - 1) + " are in use, name others: "
                            + PORT + " " + (port + 1_000 > MOST_PORT ? USUAL_PORT : port + 1_000));
        }
    }

    private static String trace(ParseResult words) {
        List<String> traces = Options.words(words);
        if (traces.size() != 1) {
            throw new WrongUse(traces.isEmpty() ? "peerlab memcached needs a trace"
                    : "peerlab memcached takes one trace, found " + String.join(" ", traces),
                    "write peerlab memcached zipf(0.9) --requests 100000 --sizes 1KiB");
        }
        return traces.get(0);
    }

    private static List<PolicyEntry> policies(Amounts amounts) {
        List<String> names = amounts.several(CacheChoice.POLICY, "lru,fifo");
        List<PolicyEntry> policies = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(USUAL_POLICY) : names) {
            PolicyEntry entry = Policies.named(name).orElseThrow(() -> new WrongUse(
                    "there is no policy '" + name + "'",
                    Suggestion.remedy(name, Policies.names(), "see peerlab list policies")));
            if (entry.knowsFuture() || entry.needsUnitSizes()) {
                throw new WrongUse("'" + name + "' cannot stand beside a server: it "
                        + (entry.knowsFuture() ? "knows the future" : "counts entries, and a server bytes"),
                        "leave it out");
            }
            policies.add(entry);
        }
        return policies;
    }

    private static int bounded(Amounts amounts, String option, int usual, int most) {
        long count = amounts.count(option, usual);
        if (count > most) {
            throw new WrongUse(option + " is at most " + most + ", found " + count, "write fewer");
        }
        return (int) count;
    }

    private static int mebibytes(Amounts amounts, ParseResult words) {
        String written = words.matchedOptionValue(MEMORY, USUAL_MEMORY);
        long bytes = amounts.bytes(MEMORY, written).count();
        long mebibytes = bytes / MEBIBYTE;
        if (bytes % MEBIBYTE != 0 || mebibytes < LEAST_MEBIBYTES || mebibytes > MOST_MEBIBYTES) {
            throw new WrongUse("a server's memory is in whole MiB, from " + LEAST_MEBIBYTES + " to "
                    + MOST_MEBIBYTES + ", found " + written,
                    "write " + MEMORY + " " + USUAL_MEMORY);
        }
        return (int) mebibytes;
    }

    /** The client library writes to the standard error what nobody asked for. */
    private static void quietClient() {
        System.setProperty("net.spy.log.LoggerImpl", "net.spy.memcached.compat.log.SLF4JLogger");
    }

    private static void progress(long sent, Terminal terminal) {
        if (terminal.errIsTerminal() && sent % 100_000 == 0) {
            terminal.warn("  " + sent + " requests sent");
        }
    }

    private static ExitCode tell(SideBySide.Comparison comparison, List<String> servers, String version,
            int mebibytes, ParseResult words, Terminal terminal) throws IOException {
        List<Contender> all = comparison.contenders();
        if (Options.isSet(words, Options.JSON)) {
            json(all, servers, terminal);
        } else {
            terminal.say(version + ", " + servers.size() + (servers.size() == 1 ? " server" : " servers")
                    + " of " + mebibytes + " MiB; keys by ketama");
            table(all, servers).lines("").forEach(terminal::say);
            for (int i = 0; i < servers.size(); i++) {
                Bytes taken = comparison.memory().get(i);
                if (taken.count() > (long) mebibytes * MEBIBYTE) {
                    terminal.say(servers.get(i) + " took " + taken.count() / MEBIBYTE + " MiB: each class of "
                            + "sizes has a page of its own, whatever the limit");
                }
            }
        }
        return terminal.isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }

    private static Table table(List<Contender> all, List<String> servers) {
        Table table = new Table();
        table.row("server", "cache", "requests", "hits", "hit ratio");
        for (int i = 0; i < servers.size(); i++) {
            for (Contender one : all) {
                row(table, servers.get(i), one.name(), one.requests().get(i), one.hits().get(i));
            }
        }
        for (Contender one : servers.size() > 1 ? all : List.<Contender>of()) {
            row(table, "all", one.name(), one.allRequests(), one.allHits());
        }
        return table;
    }

    private static void row(Table table, String server, String cache, long requests, long hits) {
        table.row(server, cache, Long.toString(requests), Long.toString(hits),
                requests == 0 ? "-" : String.format(Locale.ROOT, "%.4f", (double) hits / requests));
    }

    private static void json(List<Contender> all, List<String> servers, Terminal terminal)
            throws IOException {
        try (JsonGenerator json = Json.on(terminal)) {
            json.writeStartArray();
            for (int i = 0; i < servers.size(); i++) {
                for (Contender one : all) {
                    json.writeStartObject();
                    json.writeStringField("server", servers.get(i));
                    json.writeStringField("cache", one.name());
                    json.writeNumberField("requests", one.requests().get(i));
                    json.writeNumberField("hits", one.hits().get(i));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        }
    }
}
