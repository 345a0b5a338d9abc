package peerlab.dsl.reference;

import java.util.List;
import java.util.Map;

/** What each temporal operator means, drawn over time: {@code #} where the condition holds. */
final class Pictures {

    private static final Map<String, List<String>> BY_OPERATOR = Map.of(
            "always", List.of(
                    "0 s                              end",
                    "|################################|  pass",
                    "|###########.....################|  fail, at the first event where it is false"),
            "never", List.of(
                    "0 s                              end",
                    "|................................|  pass",
                    "|...........#####................|  fail, at the first event where it is true"),
            "eventually", List.of(
                    "      after       within         end",
                    "|.......|.....##....|............|  pass: once is enough",
                    "|.......|...........|###.........|  fail, at after + within",
                    "|.....##|###........|............|  inconclusive: it held already, did you mean "
                    + "settles?",
                    "|.......|......|  the run ended before the deadline: inconclusive"),
            "settles", List.of(
                    "      after       within         end",
                    "|.......|.....######|############|  pass",
                    "|.......|..##...####|############|  pass: what happens before the deadline does "
                    + "not count",
                    "|.......|...........|..##########|  fail, at after + within",
                    "|.......|.....######|####..######|  fail, at the relapse"),
            "leadsTo", List.of(
                    "when      |...####..........###......|",
                    "           ...[within]......[within]",
                    "condition |......##............#.....|  pass",
                    "condition |......##..................|  fail, at the second deadline",
                    "a deadline after the end: inconclusive; no instant at which 'when' starts to "
                    + "hold: inconclusive"),
            "atEnd", List.of(
                    "0 s                              end",
                    "|...............................#|  pass",
                    "|###############################.|  fail"));

    private Pictures() {
    }

    /** The lines; none for an operator that has no picture. */
    static List<String> of(String operator) {
        return BY_OPERATOR.getOrDefault(operator, List.of());
    }
}
