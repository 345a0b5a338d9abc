package peerlab.reports.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import peerlab.engine.base.SimTime;
import peerlab.engine.check.ExpectationVerdict.Evidence;
import peerlab.engine.spec.ScenarioSpec;

/**
 * The commands that repeat a run or look closer at it, to be copied into a POSIX shell.
 *
 * @param options what the command line said beside file and seed: {@code --set n=128}, {@code --with PATH}
 */
public record Commands(List<String> options) {

    public static final Commands PLAIN = new Commands(List.of());

    public Commands {
        options = List.copyOf(options);
    }

    String again(ScenarioSpec spec) {
        return command("run", spec, Stream.empty());
    }

    String look(ScenarioSpec spec, Evidence evidence) {
        Stream<String> peer = evidence.peer().stream().flatMap(name -> Stream.of("--peer", name));
        Stream<String> around = Stream.of("--around", seconds(evidence.time()) + "s");
        return command("trace", spec, Stream.concat(around, peer));
    }

    private String command(String verb, ScenarioSpec spec, Stream<String> more) {
        String file = spec.place().isKnown() ? spec.place().file() : spec.id();
        Stream<String> whole = Stream.concat(
                Stream.of("peerlab", verb, file, "--seed", Long.toString(spec.seed())),
                Stream.concat(options.stream(), more));
        return whole.map(Commands::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        boolean isPlain = word.matches("[A-Za-z0-9_./:=@%+,\\\\-]+");
        return isPlain ? word : "'" + Visible.of(word).replace("'", "'\\''") + "'";
    }

    /** To the millisecond, which is how the cause of a failure names instants: {@code 51.480}. */
    private static String seconds(SimTime time) {
        return BigDecimal.valueOf(time.nanos(), 9).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
