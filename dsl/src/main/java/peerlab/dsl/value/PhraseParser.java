package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.value.Token.Kind;

/**
 * Parses who and what is meant: {@code any 10 of cache}, {@code all except leader}, {@code 100 keys}. What
 * Groovy writes with parentheses gives the same tree, and so may be written in YAML too.
 */
final class PhraseParser {

    private static final Set<String> PAIRS = Set.of("peer", "key");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    private PhraseParser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
    }

    static Tree parse(Text text) {
        PhraseParser parser = new PhraseParser(new Cursor(text));
        Tree tree = parser.phrase();
        parser.cursor.expectEnd();
        return tree;
    }

    private Tree phrase() {
        cursor.descend();
        Token first = cursor.peek();
        Tree tree = simple();
        while (cursor.peek().isWord("except")) {
            cursor.next();
            cursor.join();
            tree = new Tree.Call("except", Optional.of(tree), List.of(simple()), List.of(),
                    cursor.placeFrom(first));
        }
        cursor.ascend();
        return tree;
    }

    private Tree simple() {
        Token token = cursor.peek();
        Token then = cursor.peek(1);
        boolean isCallOrPart = then.isSign("(") || then.isSign("{") || then.isSign("[")
                || then.isSign(".") && cursor.peek(3).isSign("(");
        if (token.isSign("[")) {
            return listed();
        }
        if (token.isSign("(")) {
            cursor.next();
            Tree inside = phrase();
            cursor.expect(")", token);
            return inside;
        }
        if (token.kind() == Kind.QUOTED || token.kind() == Kind.WORD && isCallOrPart) {
            return expressions.parts();
        }
        if (token.kind() == Kind.NUMBER || token.kind() == Kind.PARAM) {
            return amount();
        }
        return token.kind() == Kind.WORD ? words() : name();
    }

    private Tree deeper() {
        cursor.descend();
        Tree tree = simple();
        cursor.ascend();
        return tree;
    }

    private Tree listed() {
        Token open = cursor.next();
        List<Tree> items = new ArrayList<>();
        while (!cursor.peek().isSign("]")) {
            items.add(phrase());
            if (!cursor.skip(",")) {
                break;
            }
        }
        cursor.expect("]", open);
        return new Tree.Listed(items, cursor.placeFrom(open));
    }

    /** {@code 100 keys}, {@code $n keys}, or a number by itself. */
    private Tree amount() {
        Tree amount = expressions.sum();
        Token unit = cursor.peek();
        if (cursor.skipWord("keys") || cursor.skipWord("key")) {
            return call("keys", unit, List.of(amount));
        }
        return amount;
    }

    private Tree words() {
        Token word = cursor.peek();
        boolean isAlone = isStop(cursor.peek(1));
        switch (word.text()) {
            case "any":
                return isAlone ? name() : any();
            case "random":
                if (PAIRS.contains(cursor.peek(1).text())) {
                    cursor.next();
                    return call("random", word, List.of(expressions.parts()));
                }
                return name();
            case "peers":
                if (cursor.peek(1).kind() == Kind.NUMBER || cursor.peek(1).kind() == Kind.PARAM
                        || cursor.peek(2).isSign("..")) {
                    cursor.next();
                    return call("peers", word, List.of(expressions.range()));
                }
                return name();
            case "closest":
                return isAlone ? name() : closest();
            case "except":
                cursor.next();
                return call("except", word, List.of(deeper()));
            case "down":
                cursor.next();
                return cursor.skipWord("of") ? of("down", word, List.of(), deeper())
                        : new Tree.Name("down", false, cursor.place(word));
            case "where":
                cursor.next();
                return new Tree.Braced("where", expressions.expression(), cursor.place(word));
            default:
                return name();
        }
    }

    /** {@code any 3}, {@code any 30% of cache}, {@code any peer}, {@code any cache}. */
    private Tree any() {
        Token any = cursor.next();
        Token what = cursor.peek();
        if (what.kind() == Kind.NUMBER || what.kind() == Kind.PARAM) {
            Tree amount = expressions.sum();
            return cursor.skipWord("of") ? of("any", any, List.of(amount), deeper())
                    : call("any", any, List.of(amount));
        }
        if (cursor.skipWord("of")) {
            return call("any", any, List.of(deeper()));
        }
        return call("any", any, List.of(name()));
    }

    private Tree closest() {
        Token closest = cursor.next();
        Tree count = expressions.sum();
        if (!cursor.skipWord("to")) {
            throw cursor.unexpected("write closest 3 to key-17");
        }
        Tree key = name();
        Tree.Named to = new Tree.Named("to", key, key.place());
        return new Tree.Call("closest", Optional.empty(), List.of(count), List.of(to),
                cursor.place(closest));
    }

    /** Everything up to the next thing that cannot belong to a name. */
    private Tree name() {
        Token first = cursor.peek();
        if (isStop(first)) {
            throw cursor.unexpected(null);
        }
        Token last = cursor.next();
        while (!isStop(cursor.peek())) {
            last = cursor.next();
        }
        boolean isWord = first == last && first.kind() == Kind.WORD;
        boolean isQuoted = first == last && first.kind() == Kind.QUOTED;
        String name = isQuoted ? first.text() : cursor.written(first, last).replaceAll("\\s+", " ");
        return isWord ? new Tree.Name(name, false, cursor.place(first))
                : new Tree.Quoted(name, cursor.placeFrom(first));
    }

    private static boolean isStop(Token token) {
        return token.kind() == Kind.END || token.isWord("except")
                || token.isSign(",") || token.isSign("]") || token.isSign(")");
    }

    private Tree.Call call(String word, Token place, List<Tree> arguments) {
        return new Tree.Call(word, Optional.empty(), arguments, List.of(), cursor.place(place));
    }

    private Tree.Call of(String word, Token place, List<Tree> arguments, Tree wider) {
        List<Tree.Named> named = List.of(new Tree.Named("of", wider, wider.place()));
        return new Tree.Call(word, Optional.empty(), arguments, named, cursor.place(place));
    }
}
