package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/** A value as it is built, before anybody asks what kind was due. Both spellings give the same tree. */
sealed interface Tree {

    SourcePlace place();

    /** {@code 20.ms}: digits and a unit, which may be empty. */
    record Number(BigDecimal value, String unit, SourcePlace place) implements Tree {
    }

    /** A word without quotes; {@code isParam} where YAML's dollar says that it is a parameter. */
    record Name(String name, boolean isParam, SourcePlace place) implements Tree {
    }

    /** Text in quotes, or in YAML several words that are a name together. */
    record Quoted(String text, SourcePlace place) implements Tree {
    }

    /** {@code lookups.hops}: a part of something. */
    record Member(Tree of, String name, SourcePlace place) implements Tree {
    }

    /** {@code messages['FindNode']}. */
    record Indexed(Tree of, Tree by, SourcePlace place) implements Tree {
    }

    /** {@code any(10, of: 'cache')}, {@code all.except(leader)}. The place is that of the word. */
    record Call(String word, Optional<Tree> receiver, List<Tree> arguments, List<Named> named,
            SourcePlace place)
            implements Tree {
        Optional<Tree> named(String name) {
            return named.stream().filter(n -> n.name().equals(name)).map(Named::value).findFirst();
        }
    }

    /** An argument with its name. */
    record Named(String name, Tree value, SourcePlace place) {
    }

    /** {@code count { leader }}. */
    record Braced(String word, Tree body, SourcePlace place) implements Tree {
    }

    /** {@code 20.ms..80.ms}. */
    record Range(Tree from, Tree to, SourcePlace place) implements Tree {
    }

    /** {@code [a, b]}. */
    record Listed(List<Tree> items, SourcePlace place) implements Tree {
    }

    /** Two operands; the operator is one of {@code + - * / % == != < <= > >= and or}. */
    record Binary(String operator, Tree left, Tree right, SourcePlace place) implements Tree {
    }

    /** {@code -x} or {@code not x}. */
    record Unary(String operator, Tree operand, SourcePlace place) implements Tree {
    }

    /** Something that a script computed. */
    record Known(Object value, SourcePlace place) implements Tree {
    }
}
