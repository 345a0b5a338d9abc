package peerlab.dsl.diagnostic

import peerlab.dsl.diagnostic.Diagnostic.Severity
import peerlab.engine.base.SourcePlace
import spock.lang.Specification

class RendererSpec extends Specification {

    def 'the examples of the language page are rendered to the letter'() {
        given: 'two files and an error in each'
        def step = "    at(50.s)            { crsh any(30.percent), as: 'the crash' }"
        def groovy = new Source('kademlia.groovy', '\n' * 17 + step)
        def yaml = new Source('kademlia.yaml', '\n' * 9 + '  loss: 0.01')
        def renderer = new Renderer([(groovy.file()): groovy, (yaml.file()): yaml], false)

        expect: 'the text of the page'
        renderer.render([
                Diagnostic.error(new SourcePlace('kademlia.groovy', 18, 27, 4), "unknown action 'crsh'",
                        "did you mean 'crash'?"),
                Diagnostic.error(new SourcePlace('kademlia.yaml', 10, 9, 4),
                        "'loss' needs a percentage, found 0.01", 'write 1%')
        ]) == '''\
            kademlia.groovy:18:27: unknown action 'crsh'
              18 |     at(50.s)            { crsh any(30.percent), as: 'the crash' }
                 |                           ^^^^
                 = did you mean 'crash'?

            kademlia.yaml:10:9: 'loss' needs a percentage, found 0.01
              10 |   loss: 0.01
                 |         ^^^^
                 = write 1%

            2 errors, nothing was run
            '''.stripIndent()
    }

    def 'colours are there when they are wanted, and only then'() {
        given: 'an error'
        def source = new Source('a.yaml', 'loss: 1')
        def error = Diagnostic.error(new SourcePlace('a.yaml', 1, 7, 1), 'wrong', 'right')

        expect: 'escapes with colours, none without'
        new Renderer(['a.yaml': source], true).render([error]).contains('\u001b[1;31m^\u001b[0m')
        !new Renderer(['a.yaml': source], false).render([error]).contains('\u001b')
    }

    def 'warnings and notes say what they are, and count for nothing'() {
        given: 'one of each'
        def place = new SourcePlace('a.yaml', 1, 1, 1)
        def said = [new Diagnostic(Severity.WARNING, place, 'odd', Optional.empty()),
                    new Diagnostic(Severity.NOTE, place, 'by the way', Optional.empty())]

        expect: 'their names, and no count'
        def rendered = new Renderer([:], false).render(said)
        rendered == 'a.yaml:1:1: warning: odd\n\na.yaml:1:1: note: by the way\n\n'
        new Renderer([:], false).render([]) == ''
    }

    def 'nothing that a file contains reaches the terminal as a command'() {
        given: 'a line with an escape, a tab and a bell'
        def source = new Source('a.yaml', '\u001b[2J\tx\u0007')

        expect: 'they are shown, not obeyed'
        new Renderer(['a.yaml': source], false)
                .render([Diagnostic.error(new SourcePlace('a.yaml', 1, 6, 1), 'bad \u001b')]) ==
                'a.yaml:1:6: bad ?\n  1 | ?[2J x?\n    |      ^\n\n1 error, nothing was run\n'
    }

    def 'of a very long line the part around the place is shown'() {
        given: 'a line of ten thousand characters'
        def source = new Source('a.yaml', 'x' * 5000 + '!' + 'y' * 5000)

        when: 'the one in the middle is wrong'
        def text = new Renderer(['a.yaml': source], false)
                .render([Diagnostic.error(new SourcePlace('a.yaml', 1, 5001, 1), 'wrong')]).readLines()

        then: 'no line is longer than a screen, and the caret stands under it'
        text.every { it.length() < 180 }
        text[1].charAt(text[2].indexOf('^')) == '!' as char
    }

    def 'what was said of a place is said once, and a hundred errors are enough'() {
        given: 'the same error twice, and many others'
        def diagnostics = new Diagnostics()
        2.times { diagnostics.error(new SourcePlace('a.yaml', 1, 1, 1), 'wrong') }
        500.times { diagnostics.error(new SourcePlace('a.yaml', 501 - it, 1, 1), 'also wrong') }

        expect: 'a hundred of them, by place'
        diagnostics.sorted().size() == Diagnostics.MOST
        diagnostics.sorted()*.place()*.line() == diagnostics.sorted()*.place()*.line().sort(false)
    }

    def 'a source knows its lines, whatever ends them'() {
        given: 'three kinds of line ends'
        def source = new Source('a.YAML', 'one\ntwo\r\nthree\rfour')

        expect: 'the lines, and nothing beyond'
        (1..4).collect { source.line(it) } == ['one', 'two', 'three', 'four']
        source.line(0) == ''
        source.line(5) == ''
        source.endsIn('yaml')
    }

    def 'warnings leave room for errors'() {
        given:
        def diagnostics = new Diagnostics()

        when: 'there are more warnings than are kept, and then something is wrong'
        (1..200).each { diagnostics.warning(new SourcePlace('lab.yaml', it, 1, 1), 'a surprise', 'look') }
        diagnostics.error(new SourcePlace('lab.yaml', 7, 2, 1), 'it is wrong')

        then:
        diagnostics.hasErrors()
        diagnostics.sorted().size() == Diagnostics.MOST + 1
    }

    def 'of a long text that a message quotes the middle is left out'() {
        given:
        def said = Diagnostic.error(new SourcePlace('lab.yaml', 7, 2, 1),
                "unknown '${'word ' * 1000}'", 'x' * 5000)

        expect:
        said.message().length() == 605
        said.message().startsWith("unknown 'word word")
        said.message().contains('w ... o')
        said.message().endsWith("word '")
        said.remedy().get().length() == 605
    }
}
