package peerlab.dsl.write

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.dsl.Scenarios

class GeneratedRoundTripSpec extends Specification {

    /** So many scenarios in one feature, each with a seed of its own. */
    static final int IN_ONE = 20

    @TempDir
    Path folder

    def 'scenarios of the seeds #first to #last mean the same in the other language, and back'() {
        expect: 'of each seed'
        (first..last).each { seed ->
            def text = new ScenarioWriter(seed).text()
            def file = Files.writeString(folder.resolve("s${seed}.groovy"), text)
            def loaded = Scenarios.load(file)
            assert !loaded.hasErrors(): "seed $seed\n${loaded.render(false)}"
            def before = loaded.runs()[0]
            def there = Written.inOtherLanguage(file, "there$seed")
            def after = Scenarios.load(there)
            assert !after.hasErrors(): "seed $seed\n${after.render(false)}"
            assert Written.same(after.runs()[0], before): "seed $seed\n$text\n${Files.readString(there)}"
            def back = Written.inOtherLanguage(there, "back$seed")
            assert Written.same(Scenarios.load(back).runs()[0], before): "seed $seed"
        }

        where: 'a hundred of them'
        first << (0..<5).collect { it * IN_ONE + 1 }
        last = first + IN_ONE - 1
    }

    def 'generated scenarios differ, and hold every word of the timeline and of expect'() {
        when: 'all of them are looked at'
        def texts = (1..100).collect { new ScenarioWriter(it).text() }

        then: 'no word is missing'
        texts.toSet().size() == 100
        (ScenarioWriter.VERBS + ScenarioWriter.OPERATORS).every { word -> texts.any { it.contains(word) } }
    }
}
