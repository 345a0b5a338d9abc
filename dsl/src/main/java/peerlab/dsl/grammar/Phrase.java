package peerlab.dsl.grammar;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/**
 * One statement of a scenario, as it was written and before anybody asks what it means: a word, what stands
 * behind it, the named options, and the statements in its braces. Both front ends produce phrases of the
 * same shape, the one that the Groovy surface shows: {@code at(50.s) { crash any(30.percent), as: 'the
 * crash' }} is the phrase {@code at} with one argument and a body of one phrase {@code crash}, whose option
 * is {@code as}.
 *
 * <p>A body holds statements. Braces around a condition are no body: {@code always { P }} is the phrase
 * {@code always} with the argument P, and {@code leadsTo(within: w, when: { A }) { B }} has the options
 * {@code within}, {@code when} and the argument B.
 *
 * @param word spelled as in Groovy: {@code atEnd}
 * @param place of the word itself
 */
public record Phrase(
        String word, SourcePlace place, List<Value> arguments, List<Option> options,
        Optional<List<Phrase>> body) {

    /** A named option with the place of its name. */
    public record Option(String name, SourcePlace place, Value value) {
    }
}
