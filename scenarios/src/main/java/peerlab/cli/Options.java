package peerlab.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share, and the reading of their values. */
final class Options {

    static final String SEED = "--seed";
    static final String SET = "--set";
    static final String WITH = "--with";
    static final String COLOR = "--color";
    static final String JSON = "--json";
    static final String DEBUG = "--debug";
    static final String PATIENCE = "--patience";

    private static final int USAGE_WIDTH = 100;
    private static final List<String> COLOR_WISHES = List.of("auto", "always", "never");
    private static final double LONGEST_PATIENCE_SECONDS = 86_400;

    private Options() {
    }

    /** A command with a name, what it is for, and the options that every command has. */
    static CommandSpec command(String name, String summary) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(summary).width(USAGE_WIDTH).sortOptions(false).sortSynopsis(false)
                .synopsisHeading("").descriptionHeading("%n").parameterListHeading("%n").optionListHeading("")
                .commandListHeading("%n");
        return spec;
    }

    /** The options that every command has; last, so that help shows them last. */
    static CommandSpec withCommon(CommandSpec spec) {
        return spec
                .addOption(value(COLOR, "WHEN",
                        "auto (on a terminal), always or never; NO_COLOR is respected"))
                .addOption(flag(DEBUG, "show the stack trace when Peerlab itself fails"))
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help")
                        .build());
    }

    static OptionSpec value(String name, String label, String summary) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).description(summary).build();
    }

    static OptionSpec repeated(String name, String label, String summary) {
        return OptionSpec.builder(name).paramLabel(label).type(List.class).auxiliaryTypes(String.class)
                .description(summary).build();
    }

    static OptionSpec flag(String name, String summary) {
        return OptionSpec.builder(name).type(boolean.class).description(summary).build();
    }

    static OptionSpec seed() {
        return value(SEED, "N", "run with this seed, whatever the file says");
    }

    static OptionSpec set() {
        return repeated(SET, "NAME=VALUE", "give a parameter another value; may be repeated");
    }

    static OptionSpec with() {
        return repeated(WITH, "PATH", "bring classes along: a jar, or a folder of classes or of .java files");
    }

    /** The paths that the command line brings along. */
    static List<String> with(ParseResult words) {
        return words.matchedOptionValue(WITH, List.of());
    }

    static OptionSpec json() {
        return flag(JSON, "write JSON for programs");
    }

    static OptionSpec patience() {
        return value(PATIENCE, "SECONDS", "how long a single event may take before the run is given up (10)");
    }

    static PositionalParamSpec words(String label, String summary) {
        return PositionalParamSpec.builder().index("0..*").arity("0..*").paramLabel(label).type(List.class)
                .auxiliaryTypes(String.class).description(summary).build();
    }

    /** What stands behind the command without an option. */
    static List<String> words(ParseResult words) {
        return words.matchedPositionalValue(0, List.of());
    }

    /** What stands behind a command that needs at least one. */
    static List<String> files(ParseResult words) {
        List<String> files = words(words);
        if (files.isEmpty()) {
            String name = words.commandSpec().name();
            throw new WrongUse("peerlab " + name + " needs a scenario", "write peerlab " + name + " FILE");
        }
        return files;
    }

    static OptionalLong seed(ParseResult words) {
        String written = words.matchedOptionValue(SEED, null);
        if (written == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(written));
        } catch (NumberFormatException e) {
            throw new WrongUse("--seed takes a whole number, found '" + written + "'", "write --seed 42");
        }
    }

    static Map<String, String> set(ParseResult words) {
        return pairs(words, SET, "n=128");
    }

    /** The values of an option that takes name=value, in the order given. */
    static Map<String, String> pairs(ParseResult words, String option, String example) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String written : words.<List<String>>matchedOptionValue(option, List.of())) {
            int sign = written.indexOf('=');
            if (sign <= 0 || sign == written.length() - 1) {
                throw new WrongUse(option + " takes a name and a value, found '" + written + "'",
                        "write " + option + " " + example);
            }
            String name = written.substring(0, sign).strip();
            if (pairs.put(name, written.substring(sign + 1).strip()) != null) {
                throw new WrongUse(option + " gives '" + name + "' twice", "leave one of them out");
            }
        }
        return pairs;
    }

    static Duration patience(ParseResult words, Duration usual) {
        String written = words.matchedOptionValue(PATIENCE, null);
        if (written == null) {
            return usual;
        }
        try {
            double seconds = Double.parseDouble(written);
            if (seconds > 0 && seconds <= LONGEST_PATIENCE_SECONDS) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongUse("--patience takes seconds, more than 0 and at most a day, found '" + written + "'",
                "write --patience 30");
    }

    static boolean isColoured(ParseResult words, Terminal terminal) {
        String wish = words.matchedOptionValue(COLOR, "auto");
        if (!COLOR_WISHES.contains(wish)) {
            throw new WrongUse("--color is one of auto, always, never, found '" + wish + "'",
                    "write --color never");
        }
        return terminal.isColoured(wish);
    }

    static boolean isSet(ParseResult words, String flag) {
        return words.matchedOptionValue(flag, false);
    }
}
