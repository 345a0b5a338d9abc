package peerlab.dsl.diagnostic

import spock.lang.Specification

class SuggestionSpec extends Specification {

    def 'the distance of #a and #b is #distance'() {
        expect: 'the optimal string alignment distance, as published for these pairs, in both directions'
        Suggestion.distance(a, b) == distance
        Suggestion.distance(b, a) == distance

        where: 'the pairs are those of textbooks; the unrestricted distance of the last is 2'
        a        | b         | distance
        ''       | ''        | 0
        ''       | 'abc'     | 3
        'kitten' | 'sitting' | 3
        'sunday' | 'saturday'| 3
        'crsh'   | 'crash'   | 1
        'carsh'  | 'crash'   | 1
        'ca'     | 'abc'     | 3
    }

    def 'a word is suggested only where it is near'() {
        expect: 'the nearest, or none'
        Suggestion.nearest('crsh', ['crash', 'churn']) == Optional.of('crash')
        Suggestion.nearest('CRASH', ['crash']) == Optional.of('crash')
        Suggestion.nearest('xyz', ['crash', 'churn']) == Optional.empty()
        Suggestion.nearest('x', ['k']) == Optional.empty()
        Suggestion.nearest('a' * 10_000, ['crash']) == Optional.empty()
    }
}
