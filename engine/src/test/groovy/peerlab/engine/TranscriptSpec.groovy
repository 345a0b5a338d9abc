package peerlab.engine

import static peerlab.engine.fault.ByzantineSpec.byzantine
import static peerlab.engine.Transcript.kept
import static peerlab.engine.play.Scripts.*


import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.play.Echoes
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification
import student.Trouble

/**
 * What small networks say, line by line, beside the sentence that it shows. The texts lie under
 * {@code src/test/resources/transcripts}; with {@code -Dpeerlab.golden=write} they are written again, to be
 * reviewed as a diff.
 */
class TranscriptSpec extends Specification {

    static final Distribution BIT = new Distribution.Fixed(Span.millis(100))

    static final Protocols PROTOCOLS = new Protocols(RUMOURS.all() + [new Trouble(), new Echoes()])

    def '#name: #sentence'() {
        given: 'what the network says'
        def text = Transcript.of(sentence, script, PROTOCOLS)

        expect: 'what it said when somebody read it'
        text == kept(name, text)

        where:
        name           | sentence                                                                   | script
        'circle'       | 'A rumour goes around the circle and stops where it began.'                | scenario(peers: 3, [at(1, put(new KeysSpec.Fresh(1), null, named('p1')))])
        'crash'        | 'A message on its way to a peer that crashes is lost where it arrives.'    | scenario(peers: 3, [
                at(1, put(new KeysSpec.Fresh(1), null, named('p1'))),
                        at(1.015, life(LifeVerb.CRASH, named('p3')), 'the crash'),
                at(2, life(LifeVerb.RESTART, named('the crash'))),
                        at(3, get(new KeysSpec.AnyPut(), null, ALL))])
        'partition'    | 'A partition loses what would cross it, and heals by itself.'              | scenario(peers: 4, [
                during(1, 3, partition([new SelectorSpec.Numbered(1, 2)]), 'the cut'),
                at(2, put(new KeysSpec.Fresh(1), null, named('p1'))),
                        at(4, put(new KeysSpec.Fresh(1), null, named('p1')))])
        'joining'      | 'Peers come in one by one; what is sent to one outside is lost.'           | scenario(peers: 3, stop: 4, [
                at(0, life(LifeVerb.JOIN, ALL, Span.seconds(1), 'p1')),
                        at(1.5, put(new KeysSpec.Fresh(1), null, named('p1'))),
                at(3, put(new KeysSpec.Fresh(1), null, named('p1'))),
                        at(3.5, life(LifeVerb.LEAVE, named('p2')))])
        'loss'         | 'Under loss and varying latency, chance decides, the same each time.'      | scenario(peers: 3, stop: 3,
                options: [beat: Span.millis(800)], loss: Ratio.percent(30),
                latency: new Distribution.Uniform(Span.millis(20), Span.millis(80)), [])
        'trouble'      | 'A protocol that throws ends the run.'                                     | scenario(
                groups: [new GroupSpec('p', 2, 'trouble', [kind: 'throws'], GroupSpec.Start.FRESH,
                        SourcePlace.NOWHERE)],
                [at(1, new ActionSpec.Operate('poke', Optional.empty(), Optional.of(named('p1')),
                        Optional.empty(), Optional.empty(), [:]))])
    }

    def '#behaviour: #sentence'() {
        given: 'what three peers say: one asks the two others, one of whom misbehaves for a second'
        def ask = new ActionSpec.Operate('ask', Optional.empty(), Optional.of(named('p1')), Optional.empty(),
                Optional.empty(), [:])
        def script = scenario(stop: 4, groups: [new GroupSpec('p', 3, 'echoes', [:], GroupSpec.Start.FRESH,
                SourcePlace.NOWHERE)],
                [during(1, 2, byzantine(options, 'p2', behaviour)), at(1, ask), at(3, ask)])
        def text = Transcript.of(sentence, script, PROTOCOLS)

        expect: 'what it said when somebody read it'
        text == kept("byzantine-$behaviour", text)

        where:
        behaviour | options                  | sentence
        'silent'  | [:]                      | 'A silent peer hears the question, and its answer never leaves.'
        'drops'   | [:]                      | 'A peer that drops requests does not take the question in.'
        'replays' | [by: BIT]                | 'A peer that replays answers twice, the second time with old news.'
        'delays'  | [by: BIT]                | 'A peer that delays answers later than it could.'
        'floods'  | [every: Span.millis(300)] | 'A peer that floods says the same again and again, to whom it knows.'
        'fibs'    | [:]                      | 'A peer that lies answers something else than its honest self would.'
    }
}
