package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.cli.bench.Benchmark
import peerlab.cli.bench.Benchmarks

class FaultOfOursSpec extends Specification {

    @TempDir
    Path folder

    def "an unexpected exception is owned up to in one friendly message, and kept in a file"() {
        when: "a part of Peerlab throws"
        def answer = shell(new IllegalStateException('the queue lost 3\nat index 7'))
                .call('bench broken')

        then: "no stack trace, and code 4"
        answer.code() == 4
        answer.err() == '''\
            peerlab: this is a fault of Peerlab, not of your scenario: IllegalStateException, the queue lost 3
                     = please report it, with the scenario and the file ~/peerlab-crash-1.txt
            '''.stripIndent()

        and: "the report says all that is needed to look for it"
        def report = folder.resolve('peerlab-crash-1.txt').toFile().getText('UTF-8')
        report.contains('peerlab bench broken')
        report.contains('Java       ' + System.getProperty('java.version'))
        report.contains('again      peerlab bench broken')
        report.contains('IllegalStateException: the queue lost 3\nat index 7\n\tat ')
        report.contains('the queue lost 3')
    }

    def "a second report does not overwrite the first"() {
        when:
        shell(new IllegalStateException('one')).call('bench broken')
        shell(new StackOverflowError()).call('bench broken')

        then:
        folder.resolve('peerlab-crash-1.txt').toFile().text.contains('one')
        folder.resolve('peerlab-crash-2.txt').toFile().text.contains('StackOverflowError')
    }

    def "--debug shows the stack trace on the terminal too"() {
        expect:
        shell(new IllegalStateException('x')).call('bench broken --debug').err()
                .contains('\tat peerlab.cli.FaultOfOursSpec')
    }

    def "where the folder takes no file the report goes where temporary files go"() {
        given: "a folder that is not there"
        def shell = shell(new IllegalStateException('x'), folder.resolve('gone'))

        when:
        def answer = shell.call('bench broken')
        def file = new File((answer.err() =~ /the file (\S+)/)[0][1] as String)

        then:
        file.parentFile == new File(System.getProperty('java.io.tmpdir'))
        file.delete()
    }

    def "memory that is used up is answered with how to give more"() {
        when:
        def answer = shell(new OutOfMemoryError('Java heap space')).call('bench broken')

        then:
        answer.code() == 4
        answer.err() == '''\
            peerlab: the memory of the JVM is used up
                     = give it more: PEERLAB_JAVA_OPTS=-Xmx8g peerlab bench broken
            '''.stripIndent()
    }

    private Shell shell(Throwable fault, Path where = folder) {
        def broken = Stub(Benchmark) {
            name() >> 'broken'
            summary() >> 'throws'
            measure(_) >> { throw fault }
        }
        return new Shell(where).tap { benchmarks = new Benchmarks([broken]) }
    }
}
