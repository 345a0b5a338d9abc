package peerlab.cli

import spock.lang.Specification
import spock.lang.Timeout

class TrainingSpec extends Specification {

    @Timeout(120)
    def "training says nothing and leaves nothing behind"() {
        given:
        def temporary = new File(System.getProperty('java.io.tmpdir'))
        def before = temporary.list().findAll { it.startsWith('peerlab-training') }
        def out = System.out
        def heard = new ByteArrayOutputStream()
        System.out = new PrintStream(heard, true)

        when:
        Training.main()

        then:
        heard.size() == 0
        temporary.list().findAll { it.startsWith('peerlab-training') } == before

        cleanup:
        System.out = out
    }
}
