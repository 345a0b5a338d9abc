package peerlab.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import peerlab.cache.placement.Placement;
import peerlab.cache.placement.PlacementEntry;
import peerlab.cache.placement.Placements;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Parameter;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab place KEYFILE}: which peers keys belong to, and what moves when one of them goes. */
final class PlaceCommand implements Command {

    private static final String BY = "--by";
    private static final String ON = "--on";
    private static final String REPLICAS = "--replicas";
    private static final String WITHOUT = "--without";
    private static final String EXAMPLE_PEERS = "10.0.0.1:11211,10.0.0.2:11211";
    private static final String USUAL_PLACEMENT = "ring";
    private static final String KEYS_REMEDY = "name a text with a key on each line";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("place",
                "Shows which peers keys belong to, and what moves when a peer goes.");
        spec.addPositional(Options.words("KEYFILE", "a text with a key on each line"));
        spec.addOption(Options.value(BY, "NAME",
                        String.join(", ", Placements.names()) + " (" + USUAL_PLACEMENT + ")"))
                .addOption(Options.value(ON, "PEERS", "the peers: " + EXAMPLE_PEERS))
                .addOption(Options.value(REPLICAS, "N", "on how many peers each key is (1)"))
                .addOption(Options.value(WITHOUT, "PEERS", "what moves when these go"))
                .addOption(Options.repeated(Options.SET, "NAME=VALUE",
                        "give a parameter of the placement another value: virtualNodes=200"));
        return Options.withCommon(spec.addOption(Options.json()));
    }

    /** Where a key is, and where it will be. */
    private record Placed(String key, List<String> peers, List<String> after) {

        boolean moves() {
            return !peers.equals(after);
        }
    }

    @Override
    public ExitCode run(ParseResult words, Session session) throws IOException {
        Amounts amounts = new Amounts(words);
        PlacementEntry entry = entry(words);
        Map<String, Object> settings = settings(entry, words);
        List<String> peers = peers(amounts);
        int replicas = replicas(amounts, peers);
        Optional<List<String>> others = without(amounts, peers, replicas);
        List<String> keys = keys(words, session.terminal());

        long total = (long) keys.size() * replicas;
        Placement placement = entry.over(peers, settings, total);
        Optional<Placement> next = others.map(left -> entry.over(left, settings, total));
        List<Placed> placed = new ArrayList<>();
        for (String key : keys) {
            List<String> before = placement.of(key, replicas);
            placed.add(new Placed(key, before, next.map(p -> p.of(key, replicas)).orElse(before)));
        }
        if (Options.isSet(words, Options.JSON)) {
            json(placed, next.isPresent(), session.terminal());
        } else if (next.isPresent()) {
            moves(placed, session.terminal());
        } else {
            places(placed, peers, session.terminal());
        }
        return session.terminal().isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }

    private static PlacementEntry entry(ParseResult words) {
        String name = words.matchedOptionValue(BY, USUAL_PLACEMENT);
        return Placements.named(name).orElseThrow(() -> new WrongUse("there is no placement '" + name + "'",
                Suggestion.remedy(name, Placements.names(), "there are "
                        + String.join(", ", Placements.names()))));
    }

    private static Map<String, Object> settings(PlacementEntry entry, ParseResult words) {
        Map<String, Object> settings = new LinkedHashMap<>();
        List<String> names = entry.parameters().stream().map(Parameter::name).toList();
        Options.pairs(words, Options.SET, "virtualNodes=200").forEach((name, written) -> {
            Parameter parameter = entry.parameters().stream().filter(p -> p.name().equals(name)).findFirst()
                    .orElseThrow(() -> new WrongUse(entry.name() + " has no parameter '" + name + "'",
                            Suggestion.remedy(name, names, names.isEmpty() ? "it has none at all"
                                    : "it has " + String.join(", ", names))));
            boolean isWhole = parameter.type() == Parameter.Type.INTEGER;
            Object value = Amounts.quantity(written)
                    .filter(q -> isWhole ? q.isInteger() : q.unit() == Unit.NUMBER)
                    .map(q -> isWhole ? q.asValue() : (Object) q.value().doubleValue())
                    .orElseThrow(() -> new WrongUse("'" + name + "' needs a "
                            + (isWhole ? "whole number" : "number") + ", found '" + written + "'",
                            "write --set " + name + "=" + parameter.initial()));
            parameter.complaintAbout(value).ifPresent(complaint -> {
                throw new WrongUse("'" + name + "' " + complaint + ", found " + written,
                        "write --set " + name + "=" + parameter.initial());
            });
            settings.put(name, value);
        });
        return settings;
    }

    private static List<String> peers(Amounts amounts) {
        List<String> peers = amounts.several(ON, EXAMPLE_PEERS);
        if (peers.isEmpty()) {
            throw new WrongUse("on which peers? no peers are available", "add --on " + EXAMPLE_PEERS);
        }
        for (String peer : peers) {
            if (peers.indexOf(peer) != peers.lastIndexOf(peer)) {
                throw new WrongUse("the peer '" + peer + "' is named twice", "leave one of them out");
            }
        }
        return peers;
    }

    private static int replicas(Amounts amounts, List<String> peers) {
        long replicas = amounts.count(REPLICAS, 1);
        if (replicas > peers.size()) {
            throw new WrongUse(replicas + " replicas do not fit on " + peers.size()
                    + (peers.size() == 1 ? " peer" : " peers"), "name more peers, or write --replicas "
                            + peers.size());
        }
        return (int) replicas;
    }

    private static Optional<List<String>> without(Amounts amounts, List<String> peers, int replicas) {
        List<String> gone = amounts.several(WITHOUT, peers.get(0));
        for (String peer : gone) {
            if (!peers.contains(peer)) {
                throw new WrongUse("'" + peer + "' is not among the peers",
                        Suggestion.remedy(peer, peers, "the peers are " + String.join(", ", peers)));
            }
        }
        List<String> left = peers.stream().filter(peer -> !gone.contains(peer)).toList();
        if (left.size() < replicas) {
            String names = "without " + String.join(", ", gone);
            throw new WrongUse(left.isEmpty() ? names + " no peers are available"
                    : names + " there are too few peers for " + replicas
                            + " replicas", "name more peers behind --on");
        }
        return gone.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private static List<String> keys(ParseResult words, Terminal terminal) {
        List<String> files = Options.words(words);
        if (files.size() != 1) {
            throw new WrongUse(files.isEmpty() ? "peerlab place needs a file of keys"
                    : "peerlab place takes one file of keys, found " + String.join(" ", files),
                    "write peerlab place keys.txt --on " + EXAMPLE_PEERS);
        }
        Path path = terminal.path(files.get(0));
        try {
            List<String> keys = Files.readAllLines(path).stream().map(String::strip)
                    .filter(key -> !key.isEmpty()).toList();
            if (keys.isEmpty()) {
                throw new WrongUse("there is no key in '" + files.get(0) + "'", "write one on each line");
            }
            return keys;
        } catch (NoSuchFileException gone) {
            throw new WrongUse("there is no file '" + files.get(0) + "'", KEYS_REMEDY);
        } catch (MalformedInputException odd) {
            throw new WrongUse("'" + files.get(0) + "' is no text in UTF-8", KEYS_REMEDY);
        } catch (IOException e) {
            throw new WrongUse("'" + files.get(0) + "' cannot be read",
                    Files.isDirectory(path) ? "it is a folder: name a file in it" : "check its permissions");
        }
    }

    private static void json(List<Placed> placed, boolean hasAfter, Terminal terminal) throws IOException {
        try (JsonGenerator json = Json.on(terminal)) {
            json.writeStartArray();
            for (Placed one : placed) {
                json.writeStartObject();
                json.writeStringField("key", one.key);
                names(json, "peers", one.peers);
                if (hasAfter) {
                    names(json, "after", one.after);
                    json.writeBooleanField("moves", one.moves());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void names(JsonGenerator json, String name, List<String> names) throws IOException {
        json.writeArrayFieldStart(name);
        for (String each : names) {
            json.writeString(each);
        }
        json.writeEndArray();
    }

    private static void places(List<Placed> placed, List<String> peers, Terminal terminal) {
        Table table = new Table();
        Map<String, Integer> loads = new LinkedHashMap<>();
        peers.forEach(peer -> loads.put(peer, 0));
        for (Placed one : placed) {
            table.row(one.key, String.join(" ", one.peers));
            one.peers.forEach(peer -> loads.merge(peer, 1, Integer::sum));
        }
        table.lines("").forEach(terminal::say);
        terminal.say("");
        Table shares = new Table();
        long all = loads.values().stream().mapToLong(Integer::longValue).sum();
        loads.forEach((peer, load) -> shares.row(peer, keys(load), percent(load, all)));
        shares.lines("").forEach(terminal::say);
    }

    private static void moves(List<Placed> placed, Terminal terminal) {
        Table table = new Table();
        placed.stream().filter(Placed::moves).forEach(one ->
                table.row(one.key, String.join(" ", one.peers) + " -> " + String.join(" ", one.after)));
        table.lines("").forEach(terminal::say);
        long moved = placed.stream().filter(Placed::moves).count();
        terminal.say(table.isEmpty() ? "no key moves" : "");
        if (!table.isEmpty()) {
            terminal.say(moved + " of " + keys(placed.size()) + (moved == 1 ? " moves" : " move") + " ("
                    + percent(moved, placed.size()) + ")");
        }
    }

    private static String keys(long count) {
        return count == 1 ? "1 key" : count + " keys";
    }

    private static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / all);
    }
}
