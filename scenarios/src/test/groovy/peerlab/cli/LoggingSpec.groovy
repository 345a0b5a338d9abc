package peerlab.cli

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.LoggerContext
import ch.qos.logback.classic.spi.Configurator
import ch.qos.logback.classic.util.LogbackMDCAdapter
import spock.lang.Specification

class LoggingSpec extends Specification {

    def "warnings of libraries reach the error stream on one line, and nothing below a warning does"() {
        given: "the error stream of this process, listened to"
        def before = System.err
        def heard = new ByteArrayOutputStream()
        System.err = new PrintStream(heard, true)
        def context = new LoggerContext()
        context.setMDCAdapter(new LogbackMDCAdapter())

        when:
        def status = new Logging().configure(context)
        def logger = context.getLogger('some.library.Part')
        logger.warn('The disk is nearly full', new IOException('with a stack trace'))
        logger.info('All is well')


        then:
        heard.toString() == 'WARN Part: The disk is nearly full' + System.lineSeparator()
        status == Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY
        context.getLogger('ROOT').level == Level.WARN

        cleanup:
        System.err = before
    }

    def "Logback finds it by itself"() {
        expect:
        ServiceLoader.load(Configurator).any { it instanceof Logging }
    }
}
