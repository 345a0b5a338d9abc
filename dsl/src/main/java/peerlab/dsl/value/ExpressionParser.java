package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.value.Token.Kind;

/**
 * Parses what has operators: numbers, ranges, conditions. From loose to tight: {@code or}, {@code and},
 * {@code not}, comparison, range, plus, times, sign, parts and calls.
 */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Map<String, String> LOGIC = Map.of("&&", "and", "||", "or");

    private final Cursor cursor;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The whole text as one expression. */
    static Tree parse(Text text) {
        Cursor cursor = new Cursor(text);
        Tree tree = new ExpressionParser(cursor).expression();
        cursor.expectEnd();
        return tree;
    }

    Tree expression() {
        cursor.descend();
        Token first = cursor.peek();
        Tree left = conjunction();
        while (isLogic("or")) {
            cursor.next();
            cursor.join();
            left = new Tree.Binary("or", left, conjunction(), cursor.placeFrom(first));
        }
        cursor.ascend();
        return left;
    }

    private Tree conjunction() {
        Token first = cursor.peek();
        Tree left = negation();
        while (isLogic("and")) {
            cursor.next();
            cursor.join();
            left = new Tree.Binary("and", left, negation(), cursor.placeFrom(first));
        }
        return left;
    }

    private boolean isLogic(String word) {
        Token token = cursor.peek();
        return token.isWord(word) || token.kind() == Kind.SIGN && word.equals(LOGIC.get(token.text()));
    }

    private Tree negation() {
        Token first = cursor.peek();
        if (!cursor.skipWord("not")) {
            return comparison();
        }
        cursor.descend();
        Tree negated = new Tree.Unary("not", negation(), cursor.placeFrom(first));
        cursor.ascend();
        return negated;
    }

    private Tree comparison() {
        Token first = cursor.peek();
        Tree left = range();
        if (!isComparison()) {
            if (cursor.peek().isSign("=")) {
                throw cursor.unexpected("write ==");
            }
            return left;
        }
        String operator = cursor.next().text();
        Tree compared = new Tree.Binary(operator, left, range(), cursor.placeFrom(first));
        if (isComparison()) {
            throw cursor.unexpected("compare two values at a time, joined by and");
        }
        return compared;
    }

    private boolean isComparison() {
        return cursor.peek().kind() == Kind.SIGN && COMPARISONS.contains(cursor.peek().text());
    }

    /** A sum, or two sums with {@code ..} between them. */
    Tree range() {
        Token first = cursor.peek();
        Tree from = sum();
        if (cursor.peek().isSign("..<")) {
            throw cursor.unexpected("write ..");
        }
        return cursor.skip("..") ? new Tree.Range(from, sum(), cursor.placeFrom(first)) : from;
    }

    Tree sum() {
        Token first = cursor.peek();
        Tree left = product();
        while (cursor.peek().isSign("+") || cursor.peek().isSign("-")) {
            String operator = cursor.next().text();
            cursor.join();
            left = new Tree.Binary(operator, left, product(), cursor.placeFrom(first));
        }
        return left;
    }

    private Tree product() {
        Token first = cursor.peek();
        Tree left = signed();
        while (cursor.peek().isSign("*") || cursor.peek().isSign("/") || cursor.peek().isSign("%")) {
            String operator = cursor.next().text();
            cursor.join();
            left = new Tree.Binary(operator, left, signed(), cursor.placeFrom(first));
        }
        return left;
    }

    private Tree signed() {
        Token first = cursor.peek();
        if (!first.isSign("-") && !first.isSign("!")) {
            return parts();
        }
        cursor.next();
        cursor.descend();
        String operator = first.isSign("-") ? "-" : "not";
        Tree operand = new Tree.Unary(operator, signed(), cursor.placeFrom(first));
        cursor.ascend();
        return operand;
    }

    /**
     * Something with the parts that are asked of it: {@code messages['FindNode'].sent}, {@code
     * all.except(leader)}.
     */
    Tree parts() {
        Token first = cursor.peek();
        Tree tree = primary();
        while (true) {
            Token sign = cursor.peek();
            if (sign.isSign(".") && cursor.peek(1).kind() == Kind.WORD) {
                cursor.next();
                cursor.join();
                Token name = cursor.next();
                tree = cursor.peek().isSign("(")
                        ? call(name, Optional.of(tree))
                        : new Tree.Member(tree, name.text(), cursor.placeFrom(first));
            } else if (sign.isSign("[")) {
                cursor.next();
                cursor.join();
                Tree by = expression();
                cursor.expect("]", sign);
                tree = new Tree.Indexed(tree, by, cursor.placeFrom(first));
            } else {
                return tree;
            }
        }
    }

    /** Java counts exponents in an int, and what lies beyond that is no number of anything. */
    private BigDecimal number(Token token) {
        try {
            return new BigDecimal(token.text());
        } catch (NumberFormatException tooLong) {
            throw new Complaint(cursor.place(token), "this number is out of range", null);
        }
    }

    private Tree primary() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case NUMBER:
                cursor.next();
                return new Tree.Number(number(token), token.unit(), cursor.place(token));
            case QUOTED:
                cursor.next();
                return new Tree.Quoted(token.text(), cursor.place(token));
            case PARAM:
                cursor.next();
                return new Tree.Name(token.text(), true, cursor.place(token));
            case WORD:
                return word();
            default:
                return enclosed();
        }
    }

    private Tree word() {
        Token word = cursor.next();
        if (cursor.peek().isSign("(")) {
            return call(word, Optional.empty());
        }
        Token brace = cursor.peek();
        if (cursor.skip("{")) {
            Tree body = expression();
            cursor.expect("}", brace);
            return new Tree.Braced(word.text(), body, cursor.place(word));
        }
        return new Tree.Name(word.text(), false, cursor.place(word));
    }

    private Tree enclosed() {
        Token open = cursor.peek();
        if (cursor.skip("(")) {
            Tree inside = expression();
            cursor.expect(")", open);
            return inside;
        }
        if (cursor.skip("[")) {
            List<Tree> items = new ArrayList<>();
            while (!cursor.peek().isSign("]")) {
                items.add(expression());
                if (!cursor.skip(",")) {
                    break;
                }
            }
            cursor.expect("]", open);
            return new Tree.Listed(items, cursor.placeFrom(open));
        }
        throw cursor.unexpected(open.isSign(".") ? "write a digit before the point: 0.5" : null);
    }

    /** The call of a word that was just taken. */
    Tree.Call call(Token word, Optional<Tree> receiver) {
        Token open = cursor.next();
        List<Tree> arguments = new ArrayList<>();
        List<Tree.Named> named = new ArrayList<>();
        while (!cursor.peek().isSign(")")) {
            Token name = cursor.peek();
            if (name.kind() == Kind.WORD && cursor.peek(1).isSign(":")) {
                cursor.next();
                cursor.next();
                named.add(new Tree.Named(name.text(), expression(), cursor.place(name)));
            } else {
                arguments.add(expression());
            }
            if (!cursor.skip(",")) {
                break;
            }
        }
        cursor.expect(")", open);
        return new Tree.Call(word.text(), receiver, arguments, named, cursor.place(word));
    }
}
