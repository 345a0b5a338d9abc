package peerlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.profile.Profile;
import peerlab.engine.profile.Profiles;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.NetworkProfiles;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.ProfileSpec;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab list scenarios|protocols|profiles|policies|placements}. */
final class ListCommand implements Command {

    private static final String VERBOSE = "--verbose";
    private static final List<String> LISTS = List.of("scenarios", "protocols", "profiles", "policies",
            "placements");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("list",
                "Lists what there is: the shipped scenarios, the protocols that peers can run, networks and"
                        + " churn as somebody measured them, policies of caches, placements of keys.");
        spec.addPositional(Options.words("WHAT", "scenarios, protocols, profiles, policies or placements"));
        spec.addOption(Options.flag(VERBOSE, "with all that can be set, asked and measured"));
        return Options.withCommon(spec);
    }

    @Override
    public ExitCode run(ParseResult words, Session session) {
        List<String> lists = Options.words(words);
        String what = lists.isEmpty() ? "" : lists.get(0);
        boolean isVerbose = Options.isSet(words, VERBOSE);
        if (lists.size() == 1 && what.equals("scenarios")) {
            scenarios(session, isVerbose);
        } else if (lists.size() == 1 && what.equals("protocols")) {
            protocols(session, isVerbose);
        } else if (lists.size() == 1 && what.equals("profiles")) {
            profiles(session, isVerbose);
        } else if (lists.size() == 1 && what.equals("policies")) {
            new PolicyList(session.terminal(), isVerbose).policies();
        } else if (lists.size() == 1 && what.equals("placements")) {
            new PolicyList(session.terminal(), isVerbose).placements();
        } else {
            String found = lists.isEmpty() ? "" : ", found '" + String.join(" ", lists) + "'";
            throw new WrongUse("peerlab list takes scenarios, protocols, profiles, policies or placements"
                    + found,
                    Suggestion.remedy(what, LISTS, "write peerlab list scenarios"));
        }
        return ExitCode.PASS;
    }

    private void scenarios(Session session, boolean isVerbose) {
        Library library = session.library().map(Library::new)
                .orElseThrow(() -> new WrongUse("the shipped scenarios are not here",
                        "start Peerlab with the launcher of its folder: ./peerlab"));
        Table table = new Table();
        for (Library.Entry entry : library.entries()) {
            table.row(entry.id(), entry.title());
            if (isVerbose) {
                entry.files().forEach(file -> table.row("", file.toString()));
            }
        }
        table.lines("").forEach(session.terminal()::say);
    }

    private void protocols(Session session, boolean isVerbose) {
        Table table = new Table();
        for (ProtocolProvider protocol : session.protocols().get().all()) {
            if (isVerbose) {
                session.terminal().say(protocol.name() + ": " + protocol.summary());
                details(protocol).forEach(session.terminal()::say);
            } else {
                table.row(protocol.name(), protocol.summary());
            }
        }
        if (isVerbose) {
            session.terminal().say("every run");
            Table metrics = new Table();
            new MetricCatalog(List.of()).all().forEach(metric -> row(metrics, metric));
            section("metrics", metrics).forEach(session.terminal()::say);
            section("behaviours", behaviours(Misbehaviour.OF_ALL)).forEach(session.terminal()::say);
        }
        table.lines("").forEach(session.terminal()::say);
    }

    private void profiles(Session session, boolean isVerbose) {
        Table table = new Table();
        for (NetworkSpec network : NetworkProfiles.all()) {
            ProfileSpec profile = network.profile().orElseThrow();
            if (isVerbose) {
                session.terminal().say("network " + profile.name() + ": " + profile.summary());
                profile.sources().forEach(source -> session.terminal().say("  " + source));
                session.terminal().say("");
            } else {
                table.row("network", profile.name(), profile.summary());
            }
        }
        for (Profile profile : Profiles.all()) {
            if (isVerbose) {
                session.terminal().say(profile.kind().word() + " " + profile.name() + ": "
                        + profile.summary());
                session.terminal().say("  " + profile.source());
                profile.figures().forEach(figure -> session.terminal().say("  " + figure));
                session.terminal().say("");
            } else {
                table.row(profile.kind().word(), profile.name(), profile.summary());
            }
        }
        table.lines("").forEach(session.terminal()::say);
    }

    private static List<String> details(ProtocolProvider protocol) {
        Table parameters = new Table();
        protocol.parameters().forEach(parameter -> row(parameters, parameter));
        Table cache = new Table();
        protocol.cache().ifPresent(terms -> terms.parameters().forEach(p -> row(cache, p)));
        Table operations = new Table();
        protocol.operations().forEach(o -> operations.row(o.name(), o.summary()));
        Table metrics = new Table();
        protocol.operations()
                .forEach(o -> MetricCatalog.ofOperation(o).forEach(metric -> row(metrics, metric)));
        protocol.metrics().forEach(metric -> row(metrics, metric));
        Table properties = new Table();
        protocol.properties().forEach(properties::row);
        Table hooks = new Table();
        protocol.hooks().forEach(h -> hooks.row(h.name(), h.type().getName(), h.summary()));
        Table messages = new Table();
        protocol.messages().forEach(m -> messages.row(m.getSimpleName()));

        List<String> lines = new ArrayList<>(section("parameters", parameters));
        lines.addAll(section("cache", cache));
        lines.addAll(section("operations", operations));
        lines.addAll(section("metrics", metrics));
        lines.addAll(section("properties", properties));
        lines.addAll(section("hooks", hooks));
        lines.addAll(section("behaviours", behaviours(protocol.misbehaviours())));
        lines.addAll(section("messages", messages));
        if (protocol.canStartConverged()) {
            lines.add("  may start 'converged'");
        }
        lines.add("");
        return lines;
    }

    private static Table behaviours(List<Misbehaviour> misbehaviours) {
        Table table = new Table();
        misbehaviours.forEach(m -> table.row(m.name(), String.join(", ", m.takes()), m.summary()));
        return table;
    }

    private static List<String> section(String name, Table table) {
        List<String> lines = new ArrayList<>();
        if (!table.isEmpty()) {
            lines.add("  " + name);
            lines.addAll(table.lines("    "));
        }
        return lines;
    }

    private static void row(Table table, MetricSpec metric) {
        table.row(metric.name(), metric.kind().name().toLowerCase(Locale.ROOT), metric.summary());
    }

    private static void row(Table table, Parameter parameter) {
        table.row(parameter.name(), parameter.type().name().toLowerCase(Locale.ROOT),
                parameter.initial() == null ? "none" : String.valueOf(parameter.initial()), limits(parameter),
                parameter.summary());
    }

    private static String limits(Parameter parameter) {
        if (!parameter.choices().isEmpty()) {
            return String.join(", ", parameter.choices());
        }
        if (parameter.least() != null && parameter.most() != null) {
            return parameter.least() + " to " + parameter.most();
        }
        return parameter.least() != null ? "at least " + parameter.least()
                : parameter.most() != null ? "at most " + parameter.most() : "";
    }
}
