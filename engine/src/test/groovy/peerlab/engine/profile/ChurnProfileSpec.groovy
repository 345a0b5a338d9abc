package peerlab.engine.profile

import org.apache.commons.statistics.distribution.WeibullDistribution
import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import spock.lang.Specification

/** Populations as somebody measured them. */
class ChurnProfileSpec extends Specification {

    def '#name has the law that was published, of shape #shape and scale #minutes min'() {
        given: 'its sessions'
        def law = ChurnProfile.named(name).get().classes()[0].session()
        def published = WeibullDistribution.of(shape, minutes * 60e9d)

        expect: 'the same mean and median as others compute from what was published'
        Math.abs(law.meanNanos() / published.mean - 1) < 1e-9
        Math.abs(law.medianNanos() / published.inverseCumulativeProbability(0.5) - 1) < 1e-9

        where:
        name                      | shape   | minutes
        'kad-2009'                | 0.61511 | 169.5385
        'bittorrent-2006-debian'  | 0.38    | 42.4
        'bittorrent-2006-redhat'  | 0.34    | 21.3
        'bittorrent-2006-flatout' | 0.59    | 41.9
        'ipfs-2022'               | 0.608   | 3.66 * 60
    }

    def 'peers of KAD stay away by a law of their own, and longer when they come for the first time'() {
        given: 'the only class'
        def kad = ChurnProfile.named('kad-2009').get().classes()[0]

        expect: 'what was published'
        Math.abs(kad.downtime().get().meanNanos() / WeibullDistribution.of(0.47648,
                413.6765 * 60e9d).mean - 1) < 1e-9
        Math.abs(kad.first().get().meanNanos() / WeibullDistribution.of(0.54512,
                357.7152 * 60e9d).mean - 1) < 1e-9

        and: 'so a fifth of them is up'
        def lives = ChurnProfile.named('kad-2009').get().lives('kad', Optional.empty(), Optional.empty(),
                Optional.empty())
        Math.abs(lives.up().value() - 247.14 / (247.14 + 907.99)) < 1e-4
    }

    def 'the law fitted to IPFS gives back the points that it was fitted to'() {
        given: 'the law'
        def law = WeibullDistribution.of(0.608, 3.66)

        expect: 'half of the sessions up to 2 h, 80 % up to 8 h'
        Math.abs(law.cumulativeProbability(2) - 0.5) < 0.005
        Math.abs(law.cumulativeProbability(8) - 0.8) < 0.005
    }

    def 'half of the sessions of the stress test are over after 1.4 min'() {
        expect:
        Math.abs(ChurnProfile.named('stress').get().classes()[0].session().medianNanos() / 84e9d - 1) < 1e-5
    }

    def 'of three classes half are transient, 40 % stay ten times and 10 % a hundred times as long'() {
        given: 'transient peers of 6 min'
        def lives = ChurnProfile.threeClasses(Span.minutes(6)).lives('x', Optional.empty(), Optional.empty(),
                Optional.empty())

        expect:
        lives.classes()*.share() == [Ratio.percent(50), Ratio.percent(40), Ratio.percent(10)]
        lives.classes()*.session() == [6, 60, 600].collect { new Distribution.Exponential(Span.minutes(it)) }
        lives.classes()*.up().collect { Math.round(it * 100) } == [93, 85, 95]
        Math.abs(lives.up().value() - 0.9) < 1e-9
    }

    def 'who says what share is up says how long peers stay away; what is written beside a profile wins'() {
        given: 'a profile without downtimes, and one with'
        def stress = ChurnProfile.named('stress').get()
        def kad = ChurnProfile.named('kad-2009').get()
        def hour = new Distribution.Fixed(Span.hours(1))

        expect:
        !stress.hasDowntime()
        Math.abs(stress.lives('x', Optional.empty(), Optional.of(Ratio.percent(75)),
                Optional.empty()).up().value() - 0.75) < 1e-9
        kad.lives('x', Optional.of(hour), Optional.empty(), Optional.empty()).classes()[0].downtime() == hour
        kad.lives('x', Optional.empty(), Optional.of(Ratio.percent(50)), Optional.of(hour)).with {
            Math.abs(it.up().value() - 0.5) < 1e-9 && it.classes()[0].first().get() == hour
        }

        when: 'nobody says it'
        stress.lives('x', Optional.empty(), Optional.empty(), Optional.empty())

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == 'stress does not say how long peers stay away'
    }

    def 'each profile names its source and shows mean and median'() {
        expect: 'of all that there are'
        Profiles.all()*.name().toSet().size() == Profiles.all().size()
        Profiles.all().findAll { it.kind() == Profile.Kind.CHURN }*.name() == ChurnProfile.names()
        Profiles.all().every { !it.source().empty && !it.summary().empty && !it.figures().empty }
        ChurnProfile.all().every { it.figures()[0] =~ /mean .* median / }
        ChurnProfile.named('kad-2009').get().figures()[0] ==
                'sessions weibull(shape: 0.61511, scale: 10172.31 s): mean 4.12 h, median 1.56 h'
    }
}
