package peerlab.cli.bench;

import java.util.ArrayList;
import java.util.List;

/** A scenario of many lines, as a program would write one: every line of its timeline is another step. */
final class LongScenario {

    private static final int LINES_AROUND = 25;

    private final int lines;
    private final long seed;

    /** @param seed makes it another one, so that nothing is known of it from before */
    LongScenario(int lines, long seed) {
        this.lines = lines;
        this.seed = seed;
    }

    private record Both(String groovy, String yaml) {
    }

    private int steps() {
        return lines - LINES_AROUND;
    }

    String groovy() {
        List<String> text = new ArrayList<>(List.of(
                "scenario 'A long day, in which peers crash and come back'", "",
                "seed   " + seed, "params n: 64, k: 8", "",
                "peers n, run: 'kademlia', k: k, alpha: 3, start: 'converged'", "",
                "network {", "    latency 20.ms..80.ms", "    loss    1.percent", "}", "", "timeline {"));
        for (int second = 1; second <= steps(); second++) {
            text.add("    " + step(second).groovy());
        }
        text.addAll(List.of("}", "", "expect {",
                "    always                                                { buckets.largest <= k }",
                "    settles(within: 20.s, after: 'crash 3', over: 5.s)  { gets.successRate >= 95.percent }",
                "    leadsTo(within: 30.s, when: { peers.down > 9 })     { count { contacts > 3 } >= n / 2 }",
                "    atEnd(points: 10)                                   { gets.wrong == 0 }", "}", "",
                "// the last step is over by then", "", "stop at: " + (lines + 60) + ".s"));
        return String.join("\n", text) + "\n";
    }

    String yaml() {
        List<String> text = new ArrayList<>(List.of(
                "scenario: A long day, in which peers crash and come back", "",
                "seed: " + seed, "params: { n: 64, k: 8 }", "",
                "peers: { count: $n, run: kademlia, k: $k, alpha: 3, start: converged }", "",
                "network:", "  latency: 20ms..80ms", "  loss: 1%", "", "", "timeline:"));
        for (int second = 1; second <= steps(); second++) {
            text.add("  - { " + step(second).yaml() + " }");
        }
        text.addAll(List.of("", "", "expect:",
                "  - { always: buckets.largest <= $k }",
                "  - { settles: gets.successRate >= 95%, within: 20s, after: crash 3, over: 5s }",
                "  - { leads to: 'count { contacts > 3 } >= $n / 2', when: peers.down > 9, within: 30s }",
                "  - { at end: gets.wrong == 0, points: 10 }", "", "",
                "# the last step is over by then", "", "stop: { at: " + (lines + 60) + "s }"));
        return String.join("\n", text) + "\n";
    }

    private static Both step(int second) {
        int end = second + 9;
        int round = second / 5;
        return switch (second % 5) {
            case 1 -> new Both("at(" + second + ".s)  { put keys(10) }", "at: " + second + "s, put: 10 keys");
            case 2 -> new Both(
                    "during(" + second + ".s.." + end
                            + ".s)  { get any(key), from: any(peer), every: 200.ms }",
                    "during: " + second + "s.." + end + "s, get: any key, from: any peer, every: 200ms");
            case 3 -> new Both("at(" + second + ".s)  { crash any(2), as: 'crash " + round + "' }",
                    "at: " + second + "s, crash: any 2, as: crash " + round);
            case 4 -> new Both("at(" + second + ".s)  { restart 'crash " + round + "' }",
                    "at: " + second + "s, restart: crash " + round);
            default -> new Both("during(" + second + ".s.." + end
                    + ".s)  { drop all, chance: 5.percent, type: 'FindNode' }",
                    "during: " + second + "s.." + end + "s, drop: all, chance: 5%, type: FindNode");
        };
    }
}
