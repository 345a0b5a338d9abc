package peerlab.reports

import spock.lang.Specification

class FileNamesSpec extends Specification {

    def "a snapshot's name becomes a file's name that every system takes: '#name'"() {
        expect:
        FileNames.of([name]) == [file]

        where:
        name                  | file
        'after the crash'     | 'after-the-crash'
        '0030.5s'             | '0030.5s'
        '../../etc/passwd'    | 'etc-passwd'
        '/'                   | 'snapshot'
        ''                    | 'snapshot'
        '...'                 | 'snapshot'
        '.hidden'             | 'hidden'
        'con'                 | 'snapshot-con'
        'NUL.txt'             | 'snapshot-NUL.txt'
        'a\u0000b\nc'         | 'a-b-c'
        'x' * 300             | 'x' * 80
    }

    def "no two snapshots share a file, not even where case does not count"() {
        expect:
        FileNames.of(['a b', 'a/b', 'A-B', 'c']) == ['a-b', 'a-b-2', 'A-B-3', 'c']
    }
}
