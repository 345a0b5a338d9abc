package peerlab.dsl.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Entry.Timing;
import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Forms;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.value.Quantity;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Protocols;

/** The language on one page, as Markdown: an entry for each word, with both spellings. */
public final class Reference {

    private final Protocols protocols;
    private final Vocabulary vocabulary;
    private final Samples samples;
    private final Page page = new Page();

    public Reference(Protocols protocols) {
        this.protocols = protocols;
        this.vocabulary = new Vocabulary(protocols);
        this.samples = new Samples(protocols);
    }

    /** The whole page. */
    public String markdown() {
        page.line("# Reference of the scenario language");
        page.paragraph("Made from the grammar that reads scenarios and from the protocols that are",
                "installed; do not edit. Each example is loaded in both languages by a test, which",
                "compares what they mean.");
        page.paragraph("A space in a YAML key is camel case in Groovy: `at end`, `atEnd`. In Groovy a",
                "parameter is used by its name, `n`; in YAML with a dollar, `$n`. Where a number is",
                "due, arithmetic over parameters will do: `n / 2`, `$n / 2`. A Groovy condition",
                "stands in braces, a YAML condition does not.");
        contents();
        words("Blocks", "The top level of a file, in the order in which they are usually written.",
                vocabulary.blocks().values(), entry -> List.of(samples.block(entry)));
        words("Network", "Inside `network`. In YAML a word with options is a map, in which the value has a "
                + "name of its own: it stands in the first row.",
                vocabulary.network().values(), samples::network);
        timeline();
        forms("Who", "Chosen when the step runs, from a random stream of that step's own, among those "
                + "whom the verb can mean: `join` the peers outside, `restart` the ones down, all others "
                + "the ones up.",
                Forms.selectors());
        forms("Keys", "Which keys an operation is about.", Forms.keys());
        values();
        conditions();
        operators();
        words("Record", "Inside `record`: what the run keeps. In YAML also a list of words: `record: "
                + "[trace, messages]`.",
                vocabulary.record().values(), entry -> List.of(samples.word("record", entry)));
        new ProtocolPages(page).write(protocols.all());
        return page.text();
    }

    private void contents() {
        for (String title : List.of("Blocks", "Network", "Timeline", "Who", "Keys", "Values", "Conditions",
                "Expectations", "Record", "Protocols")) {
            page.item("[" + title + "](#" + title.toLowerCase(java.util.Locale.ROOT) + ")");
        }
        page.line("");
    }

    private void timeline() {
        page.title("Timeline");
        page.paragraph("A step says when and what. Peers that some `join` names begin outside; all",
                "others are up from 0 s. A fault under `at` lasts `for` a span, or to the end; under",
                "`during` it ends with the window. An operation in a window needs `every`. Steps at",
                "one instant run in the order of the file.");
        page.table(List.of("when", "Groovy", "YAML", "meaning"));
        for (Entry<?> entry : vocabulary.occasions().values()) {
            SampleValues values = new SampleValues("");
            Slot slot = entry.argument().orElseThrow();
            page.row(code(entry.word()),
                    code(entry.word() + "(" + values.of(slot, Spelling.GROOVY) + ") { ... }"),
                    code("{ " + entry.word() + ": " + values.of(slot, Spelling.YAML) + ", ... }"),
                    entry.summary());
        }
        page.line("");
        vocabulary.actions().values()
                .forEach(entry -> entry(entry, List.of(samples.step(entry)), timing(entry)));
    }

    private static String timing(Entry<?> entry) {
        return entry.timing() == Timing.INSTANT ? "Stands under `at`."
                : entry.timing() == Timing.HELD ? "Stands under `at` or `during`."
                : entry.timing() == Timing.REPEATED ? "Stands under `at`, or under `during` with `every`."
                : "Stands under `at`, or under `during`.";
    }

    private void words(String title, String about, Collection<? extends Entry<?>> entries,
            Function<Entry<?>, List<Sample>> shown) {
        page.title(title);
        page.paragraph(about);
        entries.forEach(entry -> entry(entry, shown.apply(entry), ""));
    }

    private void entry(Entry<?> entry, List<Sample> shown, String remark) {
        page.subtitle(code(entry.word()));
        page.paragraph(sentence(entry.summary()) + (remark.isEmpty() ? "" : " " + remark));
        shown.forEach(sample -> page.both(sample.groovy(), sample.yaml()));
        List<Slot> slots = new ArrayList<>(entry.argument().stream().toList());
        slots.addAll(entry.options());
        slots.addAll(entry.further().stream().toList());
        if (slots.isEmpty()) {
            return;
        }
        page.table(List.of("option", "takes", "meaning"));
        entry.argument().ifPresent(slot -> row(vocabulary.network().containsValue(entry)
                && !entry.options().isEmpty() ? "the value, in YAML " + code(slot.name()) : "the value",
                        slot));
        entry.options().forEach(slot -> row(name(slot.name()), slot));
        entry.further().ifPresent(slot -> row("each, by its name", slot));
        page.line("");
    }

    private void row(String name, Slot slot) {
        String takes = slot.choices().isEmpty() ? slot.kind().noun().replace("to know ", "")
                : String.join(" or ", slot.choices());
        String least = slot.least() == Long.MIN_VALUE ? "" : ", at least " + slot.least();
        String most = slot.most() == Long.MAX_VALUE ? "" : ", at most " + slot.most();
        page.row(name, takes + least + most, slot.summary() + (slot.isRequired() ? "; required" : ""));
    }

    private static String name(String option) {
        String spelled = Spelling.YAML.word(option);
        return spelled.equals(option) ? code(option) : code(option) + ", in YAML " + code(spelled);
    }

    private void forms(String title, String about, List<Form> forms) {
        page.title(title);
        page.paragraph(about);
        formTable(forms);
    }

    private void formTable(List<Form> forms) {
        page.table(List.of("Groovy", "YAML", "meaning"));
        forms.forEach(form -> page.row(code(form.groovy()), code(form.yaml()), form.summary()));
        page.line("");
    }

    private void values() {
        page.title("Values");
        page.paragraph("A bare number where a unit is due is an error. A probability is a percentage.");
        page.table(List.of("value", "Groovy", "YAML", "units"));
        page.row("a time", "`200.ms`", "`200ms`", codes(Quantity.SPANS));
        page.row("a size", "`64.KiB`", "`64KiB`", codes(Quantity.SIZES));
        page.row("a bandwidth", "`10.Mbps`", "`10Mbps`", codes(Quantity.BANDWIDTHS));
        page.row("a percentage", "`30.percent`", "`30%`", "");
        page.row("a drift", "`-50.ppm`", "`-50ppm`", "`ppm`: parts per million");
        page.row("a window of time", "`15.s..90.s`", "`15s..90s`", "");
        page.row("a truth", "`true`", "`true`", "");
        page.line("");
        page.paragraph("Where a time may vary, a range is uniform: `20.ms..80.ms`, `20ms..80ms`. Other",
                "laws:");
        page.table(List.of("law", "Groovy", "YAML"));
        Samples.laws().forEach(law -> page.row(code(law.summary()), code(law.groovy()), code(law.yaml())));
        page.line("");
        page.paragraph("In YAML put a law in quotes where an editor is to read the file as well.");
    }

    private void conditions() {
        page.title("Conditions");
        page.paragraph("The same text in both languages, in braces in Groovy. Arithmetic `+ - * /`,",
                "comparison `== != < <= > >=`, logic `and or not` (or `&& || !`), parameters, metrics",
                "by dotted name, the properties that a protocol names (`'at most one leader per",
                "term'`), and functions over the peers that are up. Within the braces of a function",
                "stand the values of one peer: `up`, `honest`, `name`, `group`, `region`, `paused`, `slow`,",
                "`clockOffset`, and what its protocol shows.",
                "`messages['FindNode'].sent` narrows a metric of messages to one type.");
        formTable(Forms.functions());
        String measures = MetricCatalog.MEASURES.stream().map(measure -> code("." + measure))
                .collect(Collectors.joining(", "));
        page.paragraph("A counter, a rate or a distribution tells of the whole run, or of the last `over:`",
                "without the instant at which that begins; a rate needs `over:` except in `atEnd`. A",
                "distribution is asked for " + measures + ".");
        page.paragraph("Metrics of every run, whatever its peers do; those of the operations and",
                "protocols follow below.");
        metrics(page, new MetricCatalog(List.of()).all());
    }

    static void metrics(Page page, List<MetricSpec> metrics) {
        page.table(List.of("metric", "kind", "in", "meaning"));
        metrics.forEach(metric -> page.row(code(metric.name()), word(metric.kind()), word(metric.unit()),
                metric.summary()));
        page.line("");
    }

    private void operators() {
        page.title("Expectations");
        page.paragraph("Inside `expect`: when a condition must hold. In the pictures time runs to the",
                "right; `#` is where the condition holds, `.` where it does not. A moment is a time",
                "or a mark, the `as` of a step; `after` a window means after its end. Verdicts are",
                "pass, fail and inconclusive.");
        for (Entry<?> entry : vocabulary.operators().values()) {
            entry(entry, List.of(samples.expectation(entry)), "");
            page.block("text", Pictures.of(entry.word()));
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    private static String codes(List<String> words) {
        return String.join(" ", words.stream().map(Reference::code).toList());
    }

    static String sentence(String summary) {
        return summary.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + summary.substring(1) + ".";
    }
}
