package peerlab.reports.page

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.check.Verdict
import peerlab.reports.RunDirectory
import peerlab.reports.Runs

class ReportPageSpec extends Specification {

    @TempDir
    Path folder

    def "the page is one file with scripts, styles, data and licences in it, and nothing left to fill in"() {
        given: 'the page of a run'
        def page = PageRuns.page(PageRuns.write(folder, PageRuns.LOOKUP))

        expect: 'all its parts'
        page.startsWith('<!doctype html>')
        page.contains(ReportPage.SIGN)
        page.indexOf(ReportPage.SIGN) < 1000
        page.contains('var uPlot=')
        page.contains('const module_main = (() => {')
        page.contains('Copyright (c) 2022 Leon Sorokin')
        !(page =~ /\{\{[a-z-]+\}\}/)
        PageRuns.dataIn(page).format == 'peerlab-report'
        PageRuns.dataIn(page).version == ReportData.VERSION

        and: 'no way to another file or machine'
        !(page =~ /(?i)<(link|script|img|iframe)[^>]+(src|href)="(?!data:,)/)
        !(page =~ /(?m)^import /)
        page.contains("default-src 'none'")
    }

    def "the run directory has the page of the run, the same that is drawn again"() {
        given: 'a run'
        def files = PageRuns.write(folder, PageRuns.LOOKUP)

        expect: 'the same bytes'
        folder.resolve('report.html').toFile().getText('UTF-8') == PageRuns.page(files)
    }

    def "nothing that a scenario or a student writes can leave its place in the page"() {
        given: 'text that would end a script, in every field that others choose'
        def nasty = "</script><script>alert(1)</script><!-- ${Runs.NASTY}".toString()
        def events = [[t: 0, kind: 'sent', id: 1, cause: 0, from: 'p1', to: nasty, type: nasty, bytes: 1,
                fields: [(nasty): nasty]],
                [t: 1, kind: 'timeline', id: 2, verb: 'get', text: nasty, who: [nasty], mark: nasty]]
        def result = Runs.result(Runs.spec('x', nasty, 1, [(nasty): nasty], [], 2, nasty), Verdict.PASS, [])
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { directory ->
            directory.openTrace().withCloseable { out ->
                events.each { out.write("${PageRuns.json(it)}\n".getBytes('UTF-8')) }
            }
            directory.finish(result)
        }
        def page = PageRuns.page(RunFiles.in(folder))

        expect: 'no more scripts than the page itself has'
        page.count('<script') == page.count('</script>')
        page.count('<script') == PageParts.text('page.html').count('<script')
        !page.contains('alert(1)</script>')
        !page.contains('<!--')

        and: 'the text whole where it belongs'
        def data = PageRuns.dataIn(page)
        data.run.title == nasty
        data.timeline[0].text == nasty
        data.types[0] == nasty
        data.peers.names.contains(nasty)
    }

    def "each script is there, after those that it needs"() {
        given: 'the scripts as one'
        def script = PageParts.script()
        def names = script.findAll(/(?m)^const module_(\w+) = \(\(\) => /) { it[1] }

        expect: 'the main one last, and no name before it is known'
        names[-1] == 'main'
        names.size() > 15
        names.toSet().size() == names.size()
        script.findAll(/\} = module_(\w+);/) { it[1] }.every { it in names }
        script.split('\n').findIndexValues { it =~ /\} = module_dom;/ }.min() >
                script.split('\n').findIndexOf { it.startsWith('const module_dom = ') }
    }

    def "a part that is not there is a fault of ours"() {
        when: 'it is asked for'
        PageParts.text('nothing.js')

        then: 'it is named'
        def fault = thrown(IllegalStateException)
        fault.message.contains('nothing.js')
    }
}
