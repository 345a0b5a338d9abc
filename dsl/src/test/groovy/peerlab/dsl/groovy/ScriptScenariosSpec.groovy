package peerlab.dsl.groovy

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.Scenarios
import spock.lang.Specification
import spock.lang.TempDir

class ScriptScenariosSpec extends Specification {

    static final String LOOPS = '''\
        scenario 'Three crashes'
        params n: 2, victims: 3
        peers 64, run: 'kademlia'
        network {
            floor = 10
            latency((floor * 2).ms..80.ms)
        }
        timeline {
            for (i in 1..n) {
                at((i * 10).s) { crash any(victims), as: "crash $i" }
                at((i * 10 + 5).s) { restart "crash $i" }
            }
        }
        expect {
            limit = 95
            for (i in [1, 2]) {
                settles(within: 3.s, after: 'crash ' + i, over: 1.s) { gets.successRate >= limit.percent }
            }
        }
        stop at: (n * 10 + 20).s
        '''.stripIndent()

    @TempDir
    Path folder

    def "a script says what the YAML says that lists its steps one by one"() {
        when: 'both are loaded'
        def script = Scenarios.groovy(folder, LOOPS)
        def yaml = Scenarios.yaml(folder, '''\
            scenario: Three crashes
            params: { n: 2, victims: 3 }
            peers: { count: 64, run: kademlia }
            network: { latency: 20ms..80ms }
            timeline:
              - { at: 10s, crash: any $victims, as: crash 1 }
              - { at: 15s, restart: crash 1 }
              - { at: 20s, crash: any $victims, as: crash 2 }
              - { at: 25s, restart: crash 2 }
            expect:
              - { settles: gets.successRate >= 95%, within: 3s, after: crash 1, over: 1s }
              - { settles: gets.successRate >= 95%, within: 3s, after: crash 2, over: 1s }
            stop: { at: 40s }
            '''.stripIndent())

        then: 'the specifications are equal, and the script has notes beside'
        !script.hasErrors()
        script.render(false).count('cannot be written in YAML') == 4
        !yaml.hasErrors()
        script.runs() == yaml.runs()
    }

    def "a parameter that the command line sets reaches the loops of a script"() {
        expect: 'two steps a turn'
        def loaded = Scenarios.groovy(folder, LOOPS, [n: '5'])
        !loaded.hasErrors()
        loaded.runs()[0].timeline().size() == 10
    }

    def "a script finds the parameters of a file that it includes"() {
        given: 'a file in the other language'
        Files.writeString(folder.resolve('counts.yaml'), 'params: { n: 3, victims: 1 }\n')

        when: 'a script includes it, and loops over what it declares'
        def loaded = Scenarios.groovy(folder,
                LOOPS.replace('params n: 2, victims: 3', "include 'counts.yaml'"))

        then: 'the loop has so many turns'
        loaded.render(false).readLines().findAll { it.contains('error') } == []
        loaded.runs()[0].timeline().size() == 6
    }

    def "an error in an included script names that script"() {
        given: 'a script with a slip'
        Files.writeString(folder.resolve('net.groovy'), '\nnetwork { loss = 1.percent }\n')

        when: 'a scenario in YAML includes it'
        def loaded = Scenarios.yaml(folder,
                'scenario: x\ninclude: net.groovy\npeers: { count: 2, run: kademlia }\nstop: { at: 9s }\n')

        then: 'the place is in it'
        loaded.render(false).readLines()[0].endsWith("net.groovy:2:11: 'loss' takes its value without '='")
    }
}
