package peerlab.engine.check

import peerlab.engine.base.Unit
import spock.lang.Specification

/** How values and instants are written in what is said of a run. */
class FiguresSpec extends Specification {

    def "values read as a person would write them: #text"() {
        expect: 'the unit that fits'
        Figures.value(value, unit) == text

        where:
        value               | unit         | text
        0.88                | Unit.RATIO   | '88%'
        0.3333333           | Unit.RATIO   | '33.33%'
        0.0                 | Unit.RATIO   | '0%'
        1.25                | Unit.SECONDS | '1.25 s'
        0.0832              | Unit.SECONDS | '83.2 ms'
        0.0000421           | Unit.SECONDS | '42.1 us'
        0                   | Unit.SECONDS | '0 s'
        65536               | Unit.BYTES   | '64 KiB'
        -3                  | Unit.BYTES   | '-3 B'
        9                   | Unit.NUMBER  | '9'
        2.5                 | Unit.NUMBER  | '2.5'
        1234567.891         | Unit.NUMBER  | '1234570'
        Double.NaN          | Unit.NUMBER  | 'no value'
        1 / 0d              | Unit.NUMBER  | 'infinite'
        -1 / 0d             | Unit.NUMBER  | '-infinite'
    }

    def "instants are written to the millisecond"() {
        expect: 'short where they decide, three decimals where an operation is told'
        Figures.instant(70_000_000_000) == '70 s'
        Figures.instant(66_400_400_000) == '66.4 s'
        Figures.moment(51_480_000_000) == '51.480 s'
        Figures.moment(51_480_600_000) == '51.481 s'
    }
}
