package peerlab.cache.http

import spock.lang.Specification

/** The arithmetic of RFC 9111, section 4.2, in seconds. */
class FreshnessSpec extends Specification {

    static final long S = 1_000_000_000L

    private static Head head(Map values) {
        def all = [date: 0, age: 0, maxAge: -1, shared: -1, expires: -1, while: -1, error: -1, must: false,
                modified: -1] + values
        new Head(nanos(all.date), nanos(all.age), 'v1', nanos(all.modified), '', new Head.Lifetimes(
                nanos(all.maxAge), nanos(all.shared), nanos(all.expires), nanos(all.while), nanos(all.error),
                all.must, false))
    }

    private static long nanos(long seconds) { seconds < 0 ? -1 : seconds * S }

    def "a lifetime is what #what says, in this order"() {
        expect:
        new Freshness(head(said), 100 * S, 100 * S).lifetime() == seconds * S

        where:
        what                                     | said                                       | seconds
        's-maxage'                               | [shared: 7, maxAge: 5, expires: 3]         | 7
        'max-age'                                | [maxAge: 5, expires: 3]                    | 5
        'Expires'                                | [expires: 3, modified: 0, date: 100]       | 3
        'a tenth of the time since it changed'   | [modified: 0, date: 100]                   | 10
        'nothing'                                | [:]                                        | 0
        'a zero, which is an answer'             | [maxAge: 0, expires: 100]                  | 0
    }

    def "age is the larger of what the date and what the header say, and the time it took and lay here"() {
        given: 'asked at 100 s, received at 103 s'
        def stored = new Freshness(head(date: date, age: age, maxAge: 60), 100 * S, 103 * S)

        expect: 'at 110 s'
        stored.age(110 * S) == seconds * S

        where: 'a date ahead of the own clock makes nothing younger than the header says'
        date | age | seconds
        100  | 0   | 10
        90   | 0   | 20
        100  | 20  | 30
        500  | 20  | 30
        50   | 20  | 60
    }

    def "it is fresh while its age is less than its lifetime: not at it"() {
        given:
        def stored = new Freshness(head(date: 100, maxAge: 10), 100 * S, 100 * S)

        expect:
        stored.isFresh(110 * S - 1)
        !stored.isFresh(110 * S)
    }

    def "what is stale may be served for a grace of its own kind, unless it must be validated"() {
        given:
        def grace = new Freshness(head(date: 0, maxAge: 10, while: 5, error: 60), 0, 0)
        def strict = new Freshness(head(date: 0, maxAge: 10, while: 5, error: 60, must: true), 0, 0)

        expect:
        grace.mayServeWhileRevalidating(15 * S - 1)
        !grace.mayServeWhileRevalidating(15 * S)
        grace.mayServeOnError(70 * S - 1)
        !grace.mayServeOnError(70 * S)
        !strict.mayServeWhileRevalidating(11 * S)
        !strict.mayServeOnError(11 * S)
    }

    def "a validated response is as young as the answer, and keeps what it is"() {
        given:
        def stored = new Freshness(head(date: 0, maxAge: 10), 0, 0)
        def after = stored.validated(head(date: 50, maxAge: 20), 49 * S, 50 * S)

        expect:
        after.isFresh(68 * S)
        !after.isFresh(70 * S)
        after.head().etag() == 'v1'
    }
}
