package peerlab.browser

import java.nio.file.Files
import java.nio.file.Path

import org.openqa.selenium.Keys
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import peerlab.cli.PageOfRun

/** The report of a run as a reader meets it, in a real browser. */
@Requires(value = { Browser.IS_THERE }, reason = Browser.LEFT_OUT)
class ReportInBrowserSpec extends Specification {

    static final List<String> VIEWS = ['verdict', 'topology', 'spacetime', 'messages', 'algorithm', 'charts']
    /** What a page of a thousand peers may take of a processor until it can be used. */
    static final int INTERACTIVE_MILLIS = 2_000

    @Shared
    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    Browser browser = new Browser()

    @Shared
    Path lossy

    def setupSpec() {
        lossy = PageOfRun.shipped('too-few-copies.groovy', folder.resolve('lossy'),
                'trace,messages,snapshots')
    }

    def "every view of the report of #name opens without a complaint, and nothing leaves the page"() {
        given: 'a run'
        def page = PageOfRun.shipped(name, folder.resolve(name), record)
        browser.complaints()
        browser.requests()

        when: 'each view is opened'
        VIEWS.each { view ->
            browser.open(page, "view=$view&t=2")
            assert browser.text('#head h1') == PageOfRun.title(page)
            assert browser.one("#tab-$view").getAttribute('aria-selected') == 'true'
            assert browser.all('main > *').size() > 0
        }

        then: 'the console is silent, and no request was made'
        browser.complaints() == []
        browser.requests() == []

        where: 'routing, floods, caches, and a run without a trace'
        name                     | record
        'first-contact.groovy'   | 'trace,messages,snapshots'
        'flood.yaml'             | 'trace'
        'hinted-hand-off.groovy' | 'trace,messages,snapshots'
        'partition-heals.groovy' | 'messages'
        'garbled.groovy'         | null
    }

    def "a failed expectation leads to its moment, in each view"() {
        when: 'the way to the network is taken'
        browser.open(lossy)
        browser.button('See the network').click()

        then: 'the moment is that of the failure, and the peer is chosen'
        browser.text('#timebar .clock') == '21.000 s'
        browser.text('.side h2') == 'p46'
        browser.await { browser.isDrawn('.stage canvas') }

        when: 'the operation is followed'
        browser.driver.navigate().back()
        browser.button('Follow this operation').click()

        then: 'its messages alone are drawn'
        browser.text('main .bar .muted').startsWith('get key-69 from p46')
        browser.await { browser.isDrawn('.stage canvas') }

        when: 'it is stepped through'
        browser.open(lossy)
        browser.button('Step through it').click()

        then: 'the steps of that lookup are there'
        browser.text('.walk h2') == 'get key-69 from p46'
        browser.all('.frames li').size() == 6
        browser.all('.known tbody tr')*.text.every { it.contains('silent') }
    }

    def "time plays, pauses, steps and is scrubbed; speed is chosen"() {
        given: 'the network from the beginning'
        browser.open(lossy, 'view=topology')
        def clock = { (browser.text('#timebar .clock') - ' s') as double }

        when: 'it plays'
        browser.one('#timebar .play').click()

        then: 'time passes'
        browser.await { clock() > 0.2d }

        when: 'it pauses'
        browser.one('#timebar .play').click()
        def at = clock()
        Thread.yield()

        then: 'time stands'
        clock() == at
        browser.one('#timebar .play').getAttribute('aria-label').startsWith('Play')

        when: 'steps forward and back'
        browser.open(lossy, 'view=topology&t=6')
        browser.keys(Keys.ARROW_RIGHT)
        def next = clock()
        browser.keys(Keys.ARROW_LEFT)

        then: 'to the next event, and to the one before'
        next > 6
        clock() < next

        when: 'it is scrubbed to the end and to the beginning'
        browser.keys(Keys.END)
        def last = clock()
        browser.keys(Keys.HOME)

        then:
        last == 60
        clock() == 0

        when: 'it is made faster'
        def before = browser.run('return document.querySelector("#timebar select").value') as double
        browser.keys('+')

        then:
        (browser.run('return document.querySelector("#timebar select").value') as double) > before
    }

    def "the network changes its layout and colours, is searched and zoomed"() {
        given: 'the network'
        browser.open(lossy, 'view=topology&t=10')
        def picture = { browser.run('return document.querySelector(".stage canvas").toDataURL()') }
        browser.await { browser.isDrawn('.stage canvas') }
        def first = picture()

        expect: 'each control changes the picture'
        ['Free', 'Ring', '+'].every { label ->
            def before = picture()
            browser.button(label).click()
            browser.await { picture() != before || label == 'Ring' && picture() == first }
            true
        }

        when: 'a peer is looked for'
        browser.one('main input[type=search]').sendKeys('p46')

        then: 'it is chosen, and told of'
        browser.text('.side h2') == 'p46'
        browser.text('.side').contains('neighbours')

        when: 'colours tell of what peers hold'
        def before = picture()
        browser.run('''const s = document.querySelector('main select'); s.value = 'keys';
            s.dispatchEvent(new Event('change'))''')

        then:
        browser.await { picture() != before }
        browser.await { browser.text('.legend').contains('keys') }
    }

    def "messages are filtered, chosen, and followed to their causes"() {
        given: 'the inspector'
        browser.open(lossy, 'view=messages&t=21')
        def shown = { (browser.text('main .bar span.muted') =~ /^([\d,]+) of/)[0][1].replace(',', '') as int }
        def all = shown()

        when: 'a filter is written'
        browser.one('main input[type=search]').sendKeys('kind:lost type:FindValue')

        then: 'fewer are shown, all of that kind'
        browser.await { shown() < all }
        browser.all('.rows tbody tr.lost').size() == browser.all('.rows tbody tr:not(.space)').size()

        when: 'one is chosen'
        browser.all('.rows tbody tr.lost')[0].click()

        then: 'what led to it is there'
        browser.await { browser.text('.side').contains('What led to it') }
        browser.text('.side').contains('lost at')

        and: 'so are its bytes: a dictionary of bencoding, which names the question, byte by byte'
        browser.text('.side').contains('UDP 6881, ')
        def lines = browser.text('.dump').readLines()
        lines[0].startsWith('0000 64 31 3a 61 64 ')
        lines.collect { it[29..-1] }.join('').contains('1:q3:get')

        when: 'its conversation is followed'
        browser.one('main input[type=search]').clear()
        browser.run('document.querySelector("main input[type=search]").dispatchEvent(new Event("input"))')
        browser.button('Follow the conversation').click()

        then: 'a few events of one operation remain'
        browser.await { shown() < 60 }
        browser.button('×').text.startsWith('get key-')
    }

    def "charts show what is expected and what theory says"() {
        given: 'the charts'
        browser.open(lossy, 'view=charts&t=21')
        browser.await { browser.all('.chart canvas').size() > 1 }

        expect: 'the metric of the expectation first'
        browser.all('.chart h3')[0].text == 'gets.successRate'
        browser.all('.chart .legend')[0].text.contains('expected >= 95%')
        browser.run('return [...document.querySelectorAll(".chart")].map(c => c.textContent).join()')
                .contains('lookups.hops')
        browser.run('return [...document.querySelectorAll(".chart .legend")].map(c => c.textContent).join()')
                .contains('theory: at most ⌈log₂ 50⌉ = 6')

        when: 'one is looked for'
        browser.one('main input[type=search]').sendKeys('latency')

        then: 'the others go'
        browser.all('.chart h3')*.text.every { it.contains('latency') }
    }

    def "keys reach every view, colours change, and help is a key away"() {
        given: 'the page'
        browser.open(lossy)

        expect: 'a number for each view'
        VIEWS.withIndex().every { view, i ->
            browser.keys("${i + 1}")
            browser.one("#tab-$view").getAttribute('aria-selected') == 'true'
        }

        when: 'the other colours are chosen'
        def before = browser.run('return getComputedStyle(document.documentElement).backgroundColor')
        browser.one('#head .buttons button').click()

        then:
        browser.run('return getComputedStyle(document.documentElement).backgroundColor') != before

        when: 'help is asked for'
        browser.keys('?')

        then:
        browser.one('dialog').text.contains('play, pause')
    }

    def "on a phone nothing is wider than the screen"() {
        given: 'a narrow window'
        browser.size(400, 800)

        expect: 'in each view'
        VIEWS.every { view ->
            browser.open(lossy, "view=$view&t=21")
            def wide = browser.run('const e = document.documentElement; return e.scrollWidth - e.clientWidth')
            assert wide == 0, view
            true
        }

        cleanup:
        browser.size(1400, 1000)
    }

    def "a report of a thousand peers can be used within two seconds"() {
        given: 'a flood over a thousand peers'
        def page = PageOfRun.shipped('flood.yaml', folder.resolve('thousand'), 'trace,messages,snapshots')

        when: 'it is opened at the network in full swing'
        browser.driver.executeCdpCommand('Performance.enable', [:])
        browser.open(page, 'view=topology&t=1.1')
        browser.await { browser.isDrawn('.stage canvas') }
        def metrics = browser.driver.executeCdpCommand('Performance.getMetrics', [:]).metrics
                .collectEntries { [it.name, it.value] }

        then: 'the scripts took less of a processor, and the page holds less than a tenth of a gigabyte'
        metrics.ScriptDuration * 1000 < INTERACTIVE_MILLIS
        metrics.JSHeapUsedSize < 100_000_000
        Files.size(page) < 10_000_000
    }
}
