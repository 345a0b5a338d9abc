package peerlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that does not read as one, put into words. */
final class Misreading {

    private final CommandSpec root;

    Misreading(CommandSpec root) {
        this.root = root;
    }

    WrongUse of(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            return word.startsWith("-") ? unknownOption(word, command) : superfluous(word, command);
        }
        if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return new WrongUse(((OptionSpec) twice.getOverwritten()).longestName()
                    + " is given twice", "leave one of them out");
        }
        return new WrongUse(wrong.getMessage().toLowerCase(Locale.ROOT), help(command));
    }

    WrongUse unknownCommand(String word) {
        List<String> names = List.copyOf(root.subcommands().keySet());
        return new WrongUse("unknown command '" + word + "'",
                Suggestion.remedy(word, names, "the commands are " + String.join(", ", names)));
    }

    private WrongUse superfluous(String word, CommandSpec command) {
        return command == root ? unknownCommand(word)
                : new WrongUse("peerlab " + command.name() + " has no use for '" + word + "'", help(command));
    }

    private WrongUse unknownOption(String word, CommandSpec command) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        List<String> names = new ArrayList<>();
        command.options().forEach(option -> names.addAll(List.of(option.names())));
        String where = command == root ? "" : " of peerlab " + command.name();
        return new WrongUse("unknown option '" + name + "'" + where,
                Suggestion.remedy(name, names, help(command)));
    }

    private static WrongUse missing(ArgSpec value) {
        String name = ((OptionSpec) value).longestName();
        return new WrongUse(name + " needs a value", "write " + name + " " + value.paramLabel());
    }

    private String help(CommandSpec command) {
        return Optional.of(command).filter(c -> c != root).map(c -> "see peerlab help " + c.name())
                .orElse("see peerlab help");
    }
}
