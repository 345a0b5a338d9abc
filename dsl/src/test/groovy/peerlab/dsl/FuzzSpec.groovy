package peerlab.dsl

import java.nio.file.Files
import java.nio.file.Path

import peerlab.engine.base.RandomSource
import spock.lang.Specification
import spock.lang.TempDir

class FuzzSpec extends Specification {

    private static final String SIGNS = '()[]{}:,\'"#&*!|>%@`$.-+ \n\t\\0129amsh=<>é'

    @TempDir
    Path folder

    def 'a damaged scenario is answered, whatever the damage: seed #seed'() {
        given: 'a stream of damage'
        def random = new RandomSource(seed)

        expect: 'each file either runs or has an error with a place in it, and nothing is thrown'
        Scenarios.files('parity', '.yaml').every { file ->
            (1..20).every {
                def loaded = Scenarios.yaml(folder, damaged(Files.readString(file), random))
                !loaded.runs().empty || loaded.hasErrors() && loaded.render(false).contains('error')
            }
        }

        where: 'the seeds are fixed'
        seed << (1..10)
    }

    private static String damaged(String text, RandomSource random) {
        def damaged = new StringBuilder(text)
        (random.nextInt(3) + 1).times {
            int at = random.nextInt(damaged.length())
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()))
            switch (random.nextInt(4)) {
                case 0: damaged.deleteCharAt(at); break
                case 1: damaged.insert(at, sign); break
                case 2: damaged.setCharAt(at, sign); break
                default: damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(30)))
            }
        }
        damaged
    }
}
