package peerlab.dsl.value;

import java.util.List;
import java.util.Map;

import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/**
 * Puts what a script's variables hold in their place: {@code victims = any(3)} and then {@code crash victims}
 * is read as {@code crash any(3)}, and what is wrong with it stands where it was written.
 */
final class Inlining {

    private final Map<String, Object> variables;
    private final boolean isPhrase;

    private Inlining(Map<String, Object> variables, boolean isPhrase) {
        this.variables = variables;
        this.isPhrase = isPhrase;
    }

    /** A written value as a tree: an expression, or words that say who or what is meant. */
    static Tree tree(Value.Written written, boolean isPhrase) {
        return tree(written, Map.of(), isPhrase);
    }

    /** What a script computed, as a tree. */
    static Tree tree(Value.Computed computed, boolean isPhrase) {
        return new Inlining(Map.of(), isPhrase).held(computed.value(), computed.place());
    }

    private static Tree tree(Value.Written written, Map<String, Object> fixed, boolean isPhrase) {
        Text text = new Text(written.text(), written.place());
        Tree tree = isPhrase ? PhraseParser.parse(text) : ExpressionParser.parse(text);
        boolean isNeeded = !fixed.isEmpty() || written.variables().values().stream()
                .anyMatch(value -> value instanceof Value || value instanceof List);
        Map<String, Object> all = fixed.isEmpty() ? written.variables() : fixed;
        return isNeeded ? new Inlining(all, isPhrase).inlined(tree) : tree;
    }

    private Tree inlined(Tree tree) {
        if (tree instanceof Tree.Name name) {
            return name.isParam() || !variables.containsKey(name.name()) ? tree
                    : held(variables.get(name.name()), name.place());
        } else if (tree instanceof Tree.Member member) {
            return new Tree.Member(inlined(member.of()), member.name(), member.place());
        } else if (tree instanceof Tree.Indexed indexed) {
            return new Tree.Indexed(inlined(indexed.of()), inlined(indexed.by()), indexed.place());
        } else if (tree instanceof Tree.Call call) {
            return new Tree.Call(call.word(), call.receiver().map(this::inlined), all(call.arguments()),
                    call.named().stream().map(named -> new Tree.Named(named.name(), inlined(named.value()),
                            named.place())).toList(),
                    call.place());
        } else if (tree instanceof Tree.Braced braced) {
            return new Tree.Braced(braced.word(), inlined(braced.body()), braced.place());
        } else if (tree instanceof Tree.Range range) {
            return new Tree.Range(inlined(range.from()), inlined(range.to()), range.place());
        } else if (tree instanceof Tree.Listed listed) {
            return new Tree.Listed(all(listed.items()), listed.place());
        } else if (tree instanceof Tree.Binary binary) {
            return new Tree.Binary(binary.operator(), inlined(binary.left()), inlined(binary.right()),
                    binary.place());
        } else if (tree instanceof Tree.Unary unary) {
            return new Tree.Unary(unary.operator(), inlined(unary.operand()), unary.place());
        }
        return tree;
    }

    private List<Tree> all(List<Tree> trees) {
        return trees.stream().map(this::inlined).toList();
    }

    /**
     * What a variable holds; the variables of what was written into it have the values that they had then.
     */
    private Tree held(Object value, SourcePlace place) {
        if (value instanceof Value.Written written) {
            return tree(written, written.variables(), isPhrase);
        } else if (value instanceof List<?> list) {
            return new Tree.Listed(list.stream().map(item -> held(item, place)).toList(), place);
        }
        return new Tree.Known(value, place);
    }
}
