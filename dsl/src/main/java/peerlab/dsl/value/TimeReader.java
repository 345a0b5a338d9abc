package peerlab.dsl.value;

import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.When;

/** Reads windows and moments. */
final class TimeReader {

    private final Site site;
    private final Scope scope;
    private final QuantityReader quantities;

    TimeReader(Site site, Scope scope) {
        this.site = site;
        this.scope = scope;
        this.quantities = new QuantityReader(site);
    }

    /** Two instants, the second later than the first. */
    When.During window() {
        Spelling spelling = site.spelling();
        if (!(site.expression() instanceof Tree.Range range)) {
            throw site.needs("a window of time", "write " + spelling.span(Span.seconds(30)) + ".."
                    + spelling.span(Span.seconds(40)));
        }
        Span from = quantities.span(range.from());
        Span to = quantities.span(range.to());
        if (from.compareTo(to) > 0) {
            throw new Complaint(range.place(), "the window ends before it begins",
                    "write " + spelling.span(to) + ".." + spelling.span(from));
        }
        if (from.equals(to)) {
            throw new Complaint(range.place(), "the window is empty", "let it end later than it begins");
        }
        return new When.During(new SimTime(from.nanos()), new SimTime(to.nanos()));
    }

    /** A time, or the mark of a step. */
    Moment moment() {
        boolean isText = site.spelling() == Spelling.YAML && site.text().isPresent();
        if (isText && (site.isQuoted() || !beginsLikeATime(site.text().get()))) {
            return mark(site.text().get().words());
        }
        Tree tree = site.expression();
        if (tree instanceof Tree.Quoted quoted) {
            return mark(quoted.text());
        }
        boolean isName = tree instanceof Tree.Name || tree instanceof Tree.Known;
        if (isName && site.constants().of(tree) instanceof String name) {
            return mark(name);
        }
        return new Moment.Time(new SimTime(quantities.span(tree).nanos()));
    }

    private static boolean beginsLikeATime(Text text) {
        String words = text.words();
        return words.startsWith("$") || words.startsWith("(") || words.startsWith("-")
                || !words.isEmpty() && Character.isDigit(words.charAt(0));
    }

    private Moment mark(String name) {
        scope.requireMark(name, site.place());
        return new Moment.Mark(name);
    }
}
