package peerlab.browser

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import peerlab.cli.PageOfRun

/** A trace for Perfetto in a reader of that format that others wrote: speedscope, a page from npm. */
@Requires(value = { Browser.IS_THERE && System.getenv('PEERLAB_SPEEDSCOPE') },
        reason = 'PEERLAB_SPEEDSCOPE names no folder with speedscope in it: its reading was left out')
class ChromeTraceInSpeedscopeSpec extends Specification {

    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    Browser browser = new Browser()

    def "speedscope shows a profile for each peer"() {
        given: 'a trace, as the script that speedscope loads from a disk'
        PageOfRun.shipped('first-contact.groovy', folder.resolve('run'), 'trace,messages')
        def trace = folder.resolve('run/trace.perfetto.json').toFile().bytes.encodeBase64()
        def script = folder.resolve('profile.js')
        Files.writeString(script, "speedscope.loadFileFromBase64('trace.perfetto.json', '$trace')")
        def peers = PageOfRun.data(folder.resolve('run/report.html')).peers.names.size()

        when: 'it is opened'
        browser.driver.get(Path.of(System.getenv('PEERLAB_SPEEDSCOPE'), 'index.html').toUri().toString() +
                '#localProfilePath=' + script.toString().substring(1))
        def title = { browser.run('return document.body.innerText') as String }
        browser.await { title() =~ /\(1\/\d+\)/ }

        then: 'as many profiles as peers, the first of them first'
        (title() =~ /\(1\/(\d+)\)/)[0][1] as int == peers
        title().contains('p1 (pid 1, tid 1)')
        browser.complaints().findAll { it.contains('SEVERE') } == []
    }
}
