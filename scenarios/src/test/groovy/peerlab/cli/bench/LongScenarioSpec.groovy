package peerlab.cli.bench

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.Loaded
import peerlab.dsl.ScenarioLoader
import peerlab.engine.protocol.Protocols
import spock.lang.Specification
import spock.lang.TempDir

class LongScenarioSpec extends Specification {

    @TempDir
    Path folder

    def 'a long scenario is as long as it is to be, right, and the same in both languages'() {
        given: 'both texts'
        def scenario = new LongScenario(1000, 7)
        def texts = [groovy: scenario.groovy(), yaml: scenario.yaml()]

        when: 'they are loaded'
        def loaded = texts.collect { ending, text -> load(ending, text) }

        then: 'nothing is said of either, and they mean the same'
        texts.values()*.readLines()*.size() == [1000, 1000]
        loaded*.diagnostics() == [[], []]
        loaded[0].runs()[0].timeline()*.toString()*.replaceAll(/place=[^,\]]*/, '') ==
                loaded[1].runs()[0].timeline()*.toString()*.replaceAll(/place=[^,\]]*/, '')
        loaded[0].runs()[0].seed() == 7
    }

    private Loaded load(String ending, String text) {
        def file = Files.writeString(folder.resolve("long.$ending"), text)
        new ScenarioLoader(Protocols.installed()).load(file, LoadOptions.NONE)
    }

    def 'where there is no launcher there is nothing to measure, and that is said'() {
        expect: 'as a figure without a number'
        new CheckBenchmark(folder, 9).measure { }*.remark() ==
                ["not measured: there is no launcher in $folder"]
    }
}
