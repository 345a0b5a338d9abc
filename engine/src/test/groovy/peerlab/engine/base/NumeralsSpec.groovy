package peerlab.engine.base

import com.fasterxml.jackson.core.io.NumberOutput
import spock.lang.Specification

class NumeralsSpec extends Specification {

    def "a number is written with as few digits as it needs: #value is #text"() {
        expect: 'the spelling that JavaScript defines'
        Numerals.of(value) == text

        where:
        value                   | text
        0d                      | '0'
        -0.0d                   | '0'
        5d                      | '5'
        -3d                     | '-3'
        0.1d                    | '0.1'
        -2.5d                   | '-2.5'
        90.5d                   | '90.5'
        0.1d + 0.2d             | '0.30000000000000004'
        1d / 3                  | '0.3333333333333333'
        1e15d                   | '1000000000000000'
        123456789012345680000d  | '123456789012345680000'
        1e21d                   | '1e+21'
        1.5e300d                | '1.5e+300'
        0.000001d               | '0.000001'
        1e-7d                   | '1e-7'
        -1.25e-9d               | '-1.25e-9'
        2e-23d                  | '2e-23'
        Double.MIN_VALUE        | '5e-324'
        Double.MAX_VALUE        | '1.7976931348623157e+308'
    }

    def "every number can be read back, and has the digits of the shortest spelling (seed #seed)"() {
        given: 'doubles of all sizes, and those that reports are full of: quotients and thousandths'
        def random = new RandomSource(seed)
        def values = (1..2000).collect { Double.longBitsToDouble(random.nextLong()) }
                .findAll { Double.isFinite(it) } +
                (1..2000).collect { random.nextInt(100_000) / (1d + random.nextInt(1000)) } +
                (1..2000).collect { random.nextLong(10_000_000_000L) / 1e9d }

        expect: 'a number that reads back as the same'
        values.every { Double.parseDouble(Numerals.of(it)) == it }

        and: "as many digits as Raffaello Giulietti's algorithm, as Jackson implements it"
        values.every {
            digits(Numerals.of(it)) == digits(NumberOutput.toString(it, true))
        }

        where:
        seed << [1, 2, 3]
    }

    private static int digits(String number) {
        new BigDecimal(number).stripTrailingZeros().precision()
    }

    def "what is no number has no digits: #value"() {
        when:
        Numerals.of(value)

        then: 'files say null, or nothing'
        thrown(IllegalArgumentException)

        where:
        value << [Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY]
    }
}
