package peerlab.dsl.fuzz

import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.dsl.write.Written
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Whatever somebody feeds to the loader, it answers: no exception, no endless loop, no memory without bound.
 * The build tries a few inputs; {@code -Dfuzz.inputs=100000} tries many, {@code -Dfuzz.seed=2} others.
 */
class FuzzSpec extends Specification {

    static final int FEW = 1500
    static final Path ROOT = Path.of(System.getProperty('peerlab.root'))

    @TempDir
    Path folder

    def 'damaged scenarios in both languages are answered, whatever the damage'() {
        given: 'files to begin with, and those that they include'
        def inputs = Integer.getInteger('fuzz.inputs', FEW)
        def seed = Long.getLong('fuzz.seed', 1L)
        Written.copy(Scenarios.resource('parity/kademlia.yaml'), folder)
        def corpus = new Corpus(ROOT, folder)

        when: 'so many inputs are tried'
        def session = new Session(folder, ROOT.resolve('dsl/target/fuzz'), corpus, seed)
        session.tryAll(inputs)
        if (inputs > FEW) {
            println session.summary()
        }

        then: 'there was enough to begin with, and none of them did any harm'
        [corpus.yaml, corpus.groovy].every { it.right.size() > 60 && it.wrong.size() > 100 }
        session.tried == inputs
        session.complaints == [:]

        and: 'of an eighth that is changed gently most can run: they alone are more than a twentieth of all'
        session.gentleRight > session.gentle / 2
        session.right > inputs / 20
    }
}
