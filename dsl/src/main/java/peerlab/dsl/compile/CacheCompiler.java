package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.protocol.CacheTerms;
import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.GroupSpec;

/** Compiles {@code cache}: what the caches of all groups are like, or of one. */
final class CacheCompiler {

    private static final String ON = "on";

    private final Protocols protocols;
    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final Diagnostics diagnostics;

    CacheCompiler(Protocols protocols, Vocabulary vocabulary, StatementReader reader,
            Diagnostics diagnostics) {
        this.protocols = protocols;
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    /** What one statement says, and of whom. */
    private record Said(Phrase statement, Optional<String> on, Map<String, Object> options) {
    }

    /**
     * The groups with what is said of their caches; what is said of one group wins over what is said of all.
     *
     * @param areAllGroupsKnown false where a statement may be about a group which is wrong
     */
    List<GroupSpec> groups(List<Phrase> statements, List<GroupSpec> groups, boolean areAllGroupsKnown) {
        GroupNames names = new GroupNames(groups, diagnostics);
        Map<String, Said> counting = new LinkedHashMap<>();
        for (Phrase statement : statements) {
            Optional<Given> given = reader.given(vocabulary.blocks().get("cache"), statement);
            if (given.isPresent() && areAllGroupsKnown) {
                Said said = said(statement, given.get());
                boolean isOfSomebody = said.on().isEmpty()
                        || names.isKnown(said.on().get(), reader.placeOf(statement, ON));
                if (isOfSomebody && isRight(said, groups)) {
                    count(said, counting);
                }
            }
        }
        List<GroupSpec> with = new ArrayList<>();
        for (GroupSpec group : groups) {
            Said said = counting.getOrDefault(group.name(), counting.get(""));
            boolean isMeant = said != null && terms(group).isPresent();
            with.add(isMeant ? group.withCache(said.options()) : group);
        }
        return with;
    }

    private static Said said(Phrase statement, Given given) {
        Map<String, Object> options = new LinkedHashMap<>(given.values());
        options.remove(ON);
        return new Said(statement, given.find(ON, String.class), options);
    }

    private void count(Said said, Map<String, Said> counting) {
        Said before = counting.put(said.on().orElse(""), said);
        if (before != null
                && before.statement().place().file().equals(said.statement().place().file())) {
            diagnostics.error(said.statement().place(), said.on().isPresent()
                    ? "two caches for '" + said.on().get() + "'" : "two caches for all peers",
                    "keep one of them, or say on: for which group each is");
        }
    }

    private boolean isRight(Said said, List<GroupSpec> groups) {
        List<GroupSpec> meant = groups.stream()
                .filter(group -> said.on().isEmpty() || said.on().get().equals(group.name()))
                .filter(group -> terms(group).isPresent()).toList();
        if (meant.isEmpty()) {
            List<String> with = protocols.all().stream().filter(p -> p.cache().isPresent())
                    .map(ProtocolProvider::name).toList();
            diagnostics.error(said.statement().place(), said.on().isPresent()
                    ? "the peers of '" + said.on().get() + "' have no caches" : "no peer here has a cache",
                    with.isEmpty() ? "leave 'cache' out" : "those that run " + String.join(" or ", with)
                            + " have one");
            return false;
        }
        boolean isRight = true;
        for (String protocol : meant.stream().map(GroupSpec::protocol).distinct().toList()) {
            isRight &= isRight(said, protocols.find(protocol).orElseThrow());
        }
        return isRight;
    }

    private boolean isRight(Said said, ProtocolProvider protocol) {
        CacheTerms terms = protocol.cache().orElseThrow();
        boolean isRight = true;
        for (String option : said.options().keySet()) {
            Optional<Parameter> parameter = terms.parameters().stream()
                    .filter(p -> p.name().equals(option)).findFirst();
            if (parameter.isEmpty()) {
                diagnostics.error(reader.placeOf(said.statement(), option), "the caches of "
                        + protocol.name() + " know no '" + Spelling.of(said.statement().place()).word(option)
                        + "'", "leave it out");
                isRight = false;
            } else {
                isRight &= isAllowed(parameter.get(), said);
            }
        }
        if (isRight) {
            for (Objection objection : terms.judge().objections(said.options())) {
                diagnostics.error(reader.placeOf(said.statement(), objection.option()), objection.sentence(),
                        objection.remedy());
                isRight = false;
            }
        }
        return isRight;
    }

    private boolean isAllowed(Parameter parameter, Said said) {
        Object value = said.options().get(parameter.name());
        Optional<String> complaint = parameter.complaintAbout(value);
        complaint.ifPresent(words -> diagnostics.error(reader.placeOf(said.statement(), parameter.name()),
                "'" + parameter.name() + "' " + words + ", found " + value, parameter.summary()));
        return complaint.isEmpty();
    }

    private Optional<CacheTerms> terms(GroupSpec group) {
        return protocols.find(group.protocol()).flatMap(ProtocolProvider::cache);
    }
}
