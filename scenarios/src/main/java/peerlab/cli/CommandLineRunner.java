package peerlab.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.Culprit;
import peerlab.engine.trace.BrokenTraceException;
import peerlab.reports.RunDirectoryException;
import peerlab.reports.stored.StoredRunException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Does what a command line says. It never ends the process: it gives back the exit code. */
final class CommandLineRunner {

    private static final String HELP = "help";

    private final Session session;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final CommandSpec root;

    CommandLineRunner(Session session) {
        this.session = session;
        for (Command command : List.of(
                new RunCommand(), new CheckCommand(), new TraceCommand(), new TopologyCommand(),
                new ExportCommand(), new ReportCommand(), new ListCommand(), new NewCommand(),
                new ConvertCommand(), new ExplainCommand(), new SchemaCommand(), new ReplayCommand(),
                new PlaceCommand(), new MemcachedCommand(), new BenchCommand(), new VersionCommand())) {
            commands.put(command.spec().name(), command);
        }
        this.root = rootSpec();
    }

    /** Does it, and answers with the exit code. */
    int run(String... arguments) {
        ExitCode code;
        try {
            code = dispatch(arguments);
        } catch (WrongUse wrong) {
            session.terminal().complain(wrong);
            code = ExitCode.WRONG;
        } catch (RunDirectoryException e) {
            session.terminal().warn("peerlab: " + Losses.inLines(e));
            code = Losses.code(e);
        } catch (BrokenTraceException e) {
            session.terminal().warn("peerlab: " + Losses.inLines(e));
            code = ExitCode.WRONG;
        } catch (StoredRunException e) {
            session.terminal().complain(new WrongUse(e.getMessage(), Optional.empty()));
            code = ExitCode.WRONG;
        } catch (Interruption.Interrupted e) {
            code = ExitCode.FAULT;
        } catch (OutOfMemoryError e) {
            session.terminal().complain(new WrongUse("the memory of the JVM is used up",
                    "give it more: PEERLAB_JAVA_OPTS=-Xmx8g peerlab " + String.join(" ", arguments)));
            code = ExitCode.FAULT;
        } catch (FaultInRun fault) {
            code = report(fault.getCause(), fault.circumstances(), arguments);
        } catch (Exception | Error fault) {
            code = refuse(fault).orElseGet(() -> report(fault, "", arguments));
        }
        session.interruption().over();
        return told(code).number();
    }

    /** The exit code, where all that was said could be written. */
    private ExitCode told(ExitCode code) {
        Optional<IOException> failure = session.terminal().out().failure();
        failure.ifPresent(e -> session.terminal().complain(new WrongUse(
                "cannot write the output: " + e.getMessage(), "send it elsewhere")));
        return failure.isPresent() ? ExitCode.UNWRITTEN : code;
    }

    private ExitCode dispatch(String... arguments) throws IOException {
        CommandLine line = new CommandLine(root);
        ParseResult words;
        try {
            words = line.parseArgs(arguments);
        } catch (ParameterException e) {
            throw new Misreading(root).of(e);
        }
        if (words.matchedOptionValue("--version", false)) {
            return dispatch("version");
        }
        if (!words.hasSubcommand()) {
            usage(line, words);
            return words.isUsageHelpRequested() ? ExitCode.PASS : ExitCode.WRONG;
        }
        ParseResult inner = words.subcommand();
        if (inner.isUsageHelpRequested()) {
            usage(line.getSubcommands().get(inner.commandSpec().name()), inner);
            return ExitCode.PASS;
        }
        if (inner.commandSpec().name().equals(HELP)) {
            return help(line, inner);
        }
        return commands.get(inner.commandSpec().name()).run(inner, session);
    }

    private ExitCode help(CommandLine line, ParseResult words) {
        List<String> names = Options.words(words);
        if (names.isEmpty()) {
            usage(line, words);
            return ExitCode.PASS;
        }
        CommandLine about = line.getSubcommands().get(names.get(0));
        if (about == null) {
            throw new Misreading(root).unknownCommand(names.get(0));
        }
        usage(about, words);
        return ExitCode.PASS;
    }

    private void usage(CommandLine line, ParseResult words) {
        boolean isColoured = words.commandSpec() != root && Options.isColoured(words, session.terminal());
        String text = line.getUsageMessage(isColoured ? Ansi.ON : Ansi.OFF)
                .replace(System.lineSeparator(), "\n");
        boolean isAsked = words.isUsageHelpRequested() || words.commandSpec() != root;
        (isAsked ? session.terminal().out() : session.terminal().err()).print(text);
        session.terminal().err().flush();
    }

    private CommandSpec rootSpec() {
        CommandSpec spec = Options.command("peerlab",
                "Runs scenarios of peer-to-peer and distributed systems.");
        spec.addOption(Options.flag("--version", "show the version"));
        spec.addOption(CommandLine.Model.OptionSpec.builder("-h", "--help").usageHelp(true)
                .description("show this help").build());
        commands.forEach((name, command) -> spec.addSubcommand(name, command.spec()));
        CommandSpec help = Options.command(HELP, "Shows help, for one command or for all.");
        help.addPositional(Options.words("COMMAND", "the command to show"));
        spec.addSubcommand(HELP, Options.withCommon(help));
        spec.usageMessage().footerHeading("%n").footer(
                "Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 the scenario or the command line is wrong,",
                "4 a fault of Peerlab, or of the disk that it writes to.");
        return spec;
    }

    /** What somebody's class throws when it is asked what it is, before any run; empty where we threw. */
    private Optional<ExitCode> refuse(Throwable thrown) {
        return Culprit.of(thrown).filter(blamed -> !blamed.frames().get(0).startsWith("peerlab."))
                .map(blamed -> {
                    session.terminal().complain(new WrongUse("a class that was brought along threw "
                            + CrashReport.nameOf(blamed.thrown()),
                            "look at " + String.join("\n                   ", blamed.frames())));
                    return ExitCode.WRONG;
                });
    }

    private ExitCode report(Throwable fault, String circumstances, String... arguments) {
        if (session.interruption().hasHappened()) {
            return ExitCode.FAULT;
        }
        CrashReport crash = new CrashReport(session.terminal(), Version.ofThisJvm());
        session.terminal().warn(crash.write(fault, circumstances, List.of(arguments)));
        if (List.of(arguments).contains(Options.DEBUG)) {
            fault.printStackTrace(session.terminal().err());
            session.terminal().err().flush();
        }
        return ExitCode.FAULT;
    }
}
