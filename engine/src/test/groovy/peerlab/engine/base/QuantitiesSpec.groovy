package peerlab.engine.base

import spock.lang.Specification

class QuantitiesSpec extends Specification {

    def 'a span of #nanos ns reads as #text'() {
        expect: 'the largest unit that gives a whole number, else a decimal fraction without trailing zeros'
        new Span(nanos).toString() == text

        where:
        nanos              || text
        0                  || '0 s'
        1                  || '0.001 us'
        500                || '0.5 us'
        1_000              || '1 us'
        1_500_000          || '1.5 ms'
        200_000_000        || '200 ms'
        1_500_000_000      || '1.5 s'
        20_000_000_000     || '20 s'
        60_000_000_000     || '1 min'
        90_000_000_000     || '90 s'
        3_600_000_000_000  || '1 h'
        5_400_000_000_000  || '90 min'
        51_480_000_001     || '51.480000001 s'
    }

    def 'spans are made of units, compared and counted in seconds'() {
        expect: 'units to agree with each other'
        Span.hours(1) == Span.minutes(60)
        Span.minutes(1) == Span.seconds(60)
        Span.seconds(1) == Span.millis(1_000)
        Span.millis(1) == Span.micros(1_000)
        Span.micros(1) == Span.nanos(1_000)
        Span.millis(1_500).seconds() == 1.5d
        Span.millis(1) < Span.millis(2)
        Span.ZERO.isZero() && !Span.nanos(1).isZero()
    }

    def 'what cannot be is refused with its value'() {
        when: 'it is made'
        make()

        then: 'the message names it'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        where:
        make                              || message
        ({ new Span(-3) })                || 'a span is not negative, found -3 ns'
        ({ new SimTime(-1) })             || 'a run begins at 0 s; there is no instant at -1 ns'
        ({ new Bytes(-5) })               || 'a size is not negative, found -5 bytes'
        ({ new Ratio(Double.NaN) })       || 'a share is a finite number, found NaN'
        ({ new PeerId(-1, 'p', 1) })      || 'peers are counted from 0 and named from 1: -1, 1'
    }

    def 'a span too long for a number of nanoseconds is refused rather than wrapped'() {
        when: 'more hours than 292 years have'
        Span.hours(3_000_000_000L)

        then: 'an error of arithmetic'
        thrown(ArithmeticException)
    }

    def 'instants and spans add up'() {
        given: 'an instant'
        def start = new SimTime(30_000_000_000)

        expect: 'plus and since to be each other\'s inverse'
        start.plus(Span.millis(1_480)).toString() == '31.48 s'
        start.plus(Span.seconds(5)).since(start) == Span.seconds(5)
        start.isBefore(start.plus(Span.nanos(1))) && !start.isBefore(start)
        start.seconds() == 30d
        SimTime.ZERO.toString() == '0 s'
    }

    def 'a share of #value reads as #text'() {
        expect: 'a percentage without the dust of binary fractions'
        new Ratio(value).toString() == text

        where:
        value   || text
        0d      || '0%'
        1d      || '100%'
        0.07d   || '7%'
        0.005d  || '0.5%'
        1 / 3d  || '33.3333333333%'
        1.5d    || '150%'
    }

    def 'a share is a part of a whole between nothing and all'() {
        expect: 'the bounds to belong to it'
        Ratio.NONE.isPart() && Ratio.ALL.isPart() && Ratio.percent(30).isPart()
        !Ratio.percent(101).isPart() && !new Ratio(-0.1d).isPart()
        Ratio.percent(30) < Ratio.percent(31)
    }

    def 'a size of #count bytes reads as #text'() {
        expect: 'the largest binary unit that gives a whole number'
        new Bytes(count).toString() == text

        where:
        count            || text
        0                || '0 B'
        1_500            || '1500 B'
        65_536           || '64 KiB'
        67_108_864       || '64 MiB'
        1L << 30         || '1 GiB'
        1L << 40         || '1 TiB'
        1L << 50         || '1024 TiB'
    }

    def 'a peer is its index and its name, and is ordered by index'() {
        expect: 'names from 1, equality by all parts'
        PeerId.of(6).name() == 'p7'
        new PeerId(6, 'cache', 3).toString() == 'cache3'
        PeerId.of(6).equals(new PeerId(6, 'p', 7))
        PeerId.of(6).hashCode() == new PeerId(6, 'p', 7).hashCode()
        !PeerId.of(6).equals(PeerId.of(7))
        !PeerId.of(6).equals(new PeerId(6, 'q', 7))
        PeerId.of(6) < PeerId.of(7)
        !PeerId.of(6).equals('p7')
        new PeerId(6, 'cache', 3).prefix() == 'cache' && new PeerId(6, 'cache', 3).number() == 3
    }
}
