package peerlab.dsl.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import peerlab.engine.spec.Expression.Function;

/** The ways to write who is meant, which keys, and what is asked of all peers. */
public final class Forms {

    private static final Map<String, String> FUNCTIONS = Map.of(
            "count", "how many peers that are up satisfy the condition",
            "forAll", "whether every peer that is up satisfies the condition",
            "exists", "whether at least one peer that is up satisfies the condition",
            "sum", "the values of all peers that are up, added",
            "max", "the largest of the values of all peers that are up",
            "min", "the smallest of the values of all peers that are up",
            "mean", "the mean of the values of all peers that are up");

    private Forms() {
    }

    /** Who. */
    public static List<Form> selectors() {
        return List.of(
                new Form("all", "all", "all", "every peer that the verb can mean"),
                new Form("one", "one", "one", "one peer, by chance"),
                new Form("any", "any(3)", "any 3", "so many peers, by chance"),
                new Form("any", "any(30.percent)", "any 30%", "that share of the peers, by chance"),
                new Form("any", "any(peer)", "any peer", "one peer, chosen afresh each time"),
                new Form("any", "any(2, of: 'edge')", "any 2 of edge", "so many of a group, by chance"),
                new Form("any", "any('edge')", "any edge", "one of a group, by chance"),
                new Form("minority", "minority", "minority", "the largest number that is less than half"),
                new Form("majority", "majority", "majority", "the smallest number that is more than half"),
                new Form("leader", "leader", "leader", "who leads, where the protocol has leaders"),
                new Form("others", "others", "others", "all that the other sides do not name"),
                new Form("peers", "peers(1..5)", "peers 1..5", "p1 to p5"),
                new Form("name", "'p7'", "p7", "a peer, a group, or those whom a step's 'as' has named"),
                new Form("closest", "closest(3, to: 'key-17')", "closest 3 to key-17",
                        "so many peers whose places are closest to a key"),
                new Form("except", "all.except('p1')", "all except p1", "some without others"),
                new Form("except", "except('p1')", "except p1", "everybody else"),
                new Form("down", "down", "down", "the peers that are down"),
                new Form("down", "any(2, of: down)", "any 2 of down", "so many of those that are down"),
                new Form("where", "where { up }", "where { up }",
                        "the peers for which a condition over what they show holds"));
    }

    /** Which keys. */
    public static List<Form> keys() {
        return List.of(
                new Form("keys", "keys(100)", "100 keys", "so many fresh keys: key-1, key-2 and so on"),
                new Form("any", "any(key)", "any key", "one that was put, each as likely as the others"),
                new Form("random", "random(key)", "random key", "a fresh one from the whole key space"),
                new Form("zipf", "zipf(0.9)", "zipf(0.9)",
                        "one that was put, by popularity: the n-th with weight 1/n to that power"),
                new Form("zipf", "zipf(0.9, of: 1000)", "zipf(0.9, of: 1000)",
                        "one of key-1 to key-1000, put or not, by popularity"),
                new Form("zipf", "zipf(0.9, of: 1000, shift: 100, every: 10.s)",
                        "zipf(0.9, of: 1000, shift: 100, every: 10s)",
                        "the same, where now and then the most popular become the least popular"),
                new Form("uniform", "uniform(1000)", "uniform(1000)",
                        "one of key-1 to key-1000, each as likely as the others"),
                new Form("hotspot", "hotspot(1000, keys: 10.percent, requests: 90.percent)",
                        "hotspot(1000, keys: 10%, requests: 90%)",
                        "one of key-1 to key-1000, most of the time one of a few"),
                new Form("scan", "scan(1000)", "scan(1000)", "key-1 to key-1000 in turn, and again"),
                new Form("name", "'key-17'", "key-17", "this key"));
    }

    /** What is asked of all peers that are up: a word and what it answers. */
    public static List<Form> functions() {
        return Arrays.stream(Function.values()).map(Forms::function).toList();
    }

    private static Form function(Function function) {
        boolean isTruth = List.of(Function.COUNT, Function.FOR_ALL, Function.EXISTS).contains(function);
        String call = function.word() + (isTruth ? " { up }" : " { load }");
        String whole = function == Function.FOR_ALL || function == Function.EXISTS ? call : call + " >= 1";
        String otherwise = function.word().toLowerCase(Locale.ROOT) + " over all peers that are up";
        return new Form(function.word(), whole, whole, FUNCTIONS.getOrDefault(function.word(), otherwise));
    }
}
