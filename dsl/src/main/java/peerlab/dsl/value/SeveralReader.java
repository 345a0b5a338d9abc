package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.base.SourcePlace;

/** Reads values of which each makes a run of its own: a list, or a range of whole numbers. */
final class SeveralReader {

    private final Site site;
    private final ValueReader values;

    SeveralReader(Site site, ValueReader values) {
        this.site = site;
        this.values = values;
    }

    /** What a parameter is one after another. */
    List<Object> values() {
        List<Object> all = listed("a list of values", "write " + site.slot() + ": [16, 64]");
        for (Object value : all) {
            boolean areNumbers = value instanceof Number && all.get(0) instanceof Number;
            if (!areNumbers && !Quantity.areAlike(value, all.get(0))) {
                throw site.complaint("has values of different kinds: " + all.get(0) + " and " + value,
                        "give all of them the same unit");
            }
        }
        return all;
    }

    List<Long> seeds() {
        boolean isGroovy = site.spelling() == Spelling.GROOVY;
        List<Long> seeds = new ArrayList<>();
        String example = isGroovy ? "write seeds 1..20, or seed 42 for one run"
                : "write seeds: 1..20, or seed: 42 for one run";
        for (Object value : listed("a range or a list of whole numbers", example)) {
            if (!(value instanceof Long seed)) {
                throw site.needs("whole numbers", example);
            }
            seeds.add(seed);
        }
        return seeds;
    }

    private List<Object> listed(String noun, String example) {
        List<Object> all = new ArrayList<>();
        if (site.value() instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> all.add(values.anything(site.slot(), item)));
        } else {
            Tree tree = site.expression();
            if (tree instanceof Tree.Listed list) {
                list.items().forEach(item -> all.add(new WordReader(site).constant(item)));
            } else if (tree instanceof Tree.Range range) {
                all.addAll(range(range));
            } else if (tree instanceof Tree.Known known && known.value() instanceof List<?> list) {
                list.forEach(item -> all.add(new WordReader(site).constant(
                        new Tree.Known(item, tree.place()))));
            }
        }
        if (all.isEmpty()) {
            throw site.needs(noun, example);
        }
        requireFew(all.size(), site.place());
        if (new LinkedHashSet<>(all).size() < all.size()) {
            throw site.complaint("has a value twice", "keep one of them");
        }
        return all;
    }

    private List<Object> range(Tree.Range range) {
        QuantityReader numbers = new QuantityReader(site);
        long first = numbers.integer(range.from(), Long.MIN_VALUE, Long.MAX_VALUE);
        long last = numbers.integer(range.to(), Long.MIN_VALUE, Long.MAX_VALUE);
        if (first > last) {
            throw new Complaint(range.place(), "the range " + first + ".." + last + " is reversed",
                    "write " + last + ".." + first);
        }
        BigDecimal count = BigDecimal.valueOf(last).subtract(BigDecimal.valueOf(first)).add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(Vocabulary.MOST_RUNS)) > 0) {
            throw tooMany(count.toPlainString(), range.place());
        }
        List<Object> all = new ArrayList<>();
        for (long value = first; value <= last; value++) {
            all.add(value);
        }
        return all;
    }

    private static void requireFew(int count, SourcePlace place) {
        if (count > Vocabulary.MOST_RUNS) {
            throw tooMany(Integer.toString(count), place);
        }
    }

    private static Complaint tooMany(String count, SourcePlace place) {
        return new Complaint(place, count + " runs of one scenario", "the limit is " + Vocabulary.MOST_RUNS);
    }
}
