package peerlab.dsl.groovy;

import java.util.List;

/**
 * One piece of a scenario script, ready to be carried out and small enough to be stored: a statement, a
 * value as it was written, or something to compute.
 *
 * @param text what the kind says it is, or empty
 * @param parts what the kind says they are
 */
record Node(Kind kind, String text, Mark mark, List<Node> parts) {

    /** What a node is. */
    enum Kind {
        /** Statements, one after the other. */
        BLOCK,
        /** A statement of the language: its word; its values, its options and, at the end, its block. */
        PHRASE,
        /** A named option: its name; its value. */
        OPTION,
        /** A value as it stands in the file: its text; what the names in it stand for. */
        WRITTEN,
        /** A name within a written value: the name; what it stands for. */
        BOUND,
        /** A value that the script computes: one expression. */
        COMPUTED,
        /** Sets a variable: its name; one expression. */
        ASSIGN,
        /** A loop over a range or a list: its variable; what it runs over, its block. */
        FOR,
        /** A loop with a condition: the condition, its block. */
        WHILE,
        /** The condition, the block for true, the block for false. */
        IF,
        /** Leaves a loop. */
        BREAK,
        /** Goes on with a loop's next turn. */
        CONTINUE,
        /** An expression for its effect on a list. */
        EVALUATE,
        /** Something worth saying to whoever checks the file: the message. */
        NOTE,
        /** Stands where something was refused; whatever needs it is passed over. */
        REFUSED,
        /** A whole number: its digits. */
        WHOLE,
        /** A decimal number: its digits. */
        DECIMAL,
        /** A text: its characters. */
        TEXT,
        /** True or false. */
        TRUTH,
        /** Nothing at all. */
        NOTHING,
        /** A variable or a parameter: its name. */
        NAME,
        /** A list: its items. */
        LIST,
        /** A map: its keys and values in turn. */
        MAP,
        /** A range: {@code ..} or {@code ..<}; its two ends. */
        RANGE,
        /** Arithmetic, comparison or logic: the operator; one or two operands. */
        OPERATION,
        /** One of two values: the condition, the value for true, the value for false. */
        CHOICE,
        /** An item of a list or a map: the list, the index. */
        INDEX,
        /** A property of a value, in most cases a unit: its name; the value, the name in its place. */
        PROPERTY,
        /** A method of a value: its name; the value, the arguments. */
        CALL,
        /** A text with values in it: the pieces. */
        JOINED
    }

    static Node of(Kind kind, String text, Mark mark, Node... parts) {
        return new Node(kind, text, mark, List.of(parts));
    }

    Node part(int index) {
        return parts.get(index);
    }
}
