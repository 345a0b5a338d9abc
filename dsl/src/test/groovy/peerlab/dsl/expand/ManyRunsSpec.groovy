package peerlab.dsl.expand

import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.engine.base.Ratio

import spock.lang.Specification
import spock.lang.TempDir

class ManyRunsSpec extends Specification {

    @TempDir
    Path folder

    def 'a matrix makes a run of each combination, and seeds one of each seed, in the order of the file'() {
        when: 'two parameters of two values each and three seeds are loaded'
        def runs = Scenarios.load(Scenarios.resource('parity/matrix.yaml')).runs()

        then: 'there are 2 x 2 x 3 runs, named after what they were given'
        runs*.id() == [16, 64].collectMany { n ->
            ['0%', '5%'].collectMany { loss ->
                (1..3).collect { seed -> "matrix n=$n loss=$loss seed=$seed".toString() }
            }
        }

        and: 'each has its own parameters, count of peers, loss and seed'
        runs[0].params() == [k: 8L, n: 16L, loss: new Ratio(0)]
        runs[11].params() == [k: 8L, n: 64L, loss: new Ratio(0.05)]
        runs*.peerCount() == [16] * 6 + [64] * 6
        runs.collect { it.network().loss().share().value() }.unique() == [0d, 0.05d]
        runs*.seed() == [1L, 2L, 3L] * 4
    }

    def 'what the matrix varies is said with the runs'() {
        expect: 'the names in their order, and none where there is no matrix'
        Scenarios.load(Scenarios.resource('parity/matrix.groovy')).axes() == ['n', 'loss']
        Scenarios.load(Scenarios.resource('parity/kademlia.groovy')).axes() == []
    }

    def 'the command line chooses one seed, or one value of the matrix'() {
        given: 'the scenario of twelve runs'
        def file = Scenarios.resource('parity/matrix.yaml')

        expect: 'a seed that it sets is the only one'
        Scenarios.load(file, [:], OptionalLong.of(7)).runs()*.seed() == [7L] * 4

        and: 'a value that it sets is the only one of its parameter, listed or not'
        Scenarios.load(file, [n: '16']).runs()*.params()*.n.unique() == [16L]
        Scenarios.load(file, [n: '5', loss: '1%'], OptionalLong.of(3)).runs()*.id() ==
                ['matrix n=5 loss=1%']
    }

    def 'a script computes with the value of its cell'() {
        when: 'a loop depends on the matrix'
        def loaded = Scenarios.groovy(folder, '''
            scenario 'x'
            matrix n: [1, 3]
            peers 8, run: 'kademlia'
            timeline {
                for (i in 1..n) {
                    at(i.s) { crash any(1) }
                }
            }
            stop at: 10.s
            '''.stripIndent())

        then: 'each run has as many steps as its value says'
        loaded.runs()*.timeline()*.size() == [1, 3]
    }

    def 'values of a matrix may depend on parameters, and those on the matrix'() {
        when: 'both are the case'
        def loaded = Scenarios.yaml(folder, '''
            scenario: x
            params: { base: 4, half: $n / 2 }
            matrix: { n: [$base, $base * 2] }
            peers: { count: $n, run: kademlia, k: $half }
            stop: { at: 10s }
            '''.stripIndent())

        then: 'each is worked out with the values of its run'
        loaded.render(false) == ''
        loaded.runs()*.params()*.half == [2L, 4L]
    }

    def 'of seed and seeds in two files the later counts'() {
        given: 'a file that has many seeds'
        folder.resolve('many.yaml').toFile().text = 'seeds: 1..5\n'

        expect: 'whoever includes it before a seed of its own has one, and five otherwise'
        Scenarios.yaml(folder, '''
            include: many.yaml
            scenario: x
            peers: { count: 4, run: kademlia }
            stop: { at: 10s }
            '''.stripIndent() + seed).runs()*.seed() == seeds

        where: 'a seed is written or not'
        seed        || seeds
        'seed: 9\n' || [9L]
        ''          || [1L, 2L, 3L, 4L, 5L]
    }
}
