package peerlab.reports.console

import spock.lang.Specification

class VisibleSpec extends Specification {

    def "what a terminal would obey becomes visible, all else stays: #visible"() {
        expect:
        Visible.of(text) == visible

        where:
        text                  | visible
        ''                    | ''
        'plain é 日本 😀'       | 'plain é 日本 😀'
        'a\nb\rc\td'          | 'a\\nb\\rc\\td'
        '\u001b[2J'           | '\\u001b[2J'
        '\u009b31m'           | '\\u009b31m'
        'abc\u202ecba'        | 'abc\\u202ecba'
        '\u2028 \u2029'       | '\\u2028 \\u2029'
        'x\ud83d'             | 'x\\ud83d'
        '\ude00x'             | '\\ude00x'
        'zero\u200bwidth'     | 'zero\\u200bwidth'
    }
}
