package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import spock.lang.TempDir

class PlaceCommandSpec extends Specification {

    static final String TWO = '10.0.0.1:11211,10.0.0.2:11211'

    @TempDir
    Path folder

    def "each key has its peers, and each peer its share"() {
        given: 'four keys'
        def answer = shell().call("place keys.txt --by ketama --on $TWO")

        expect: 'a line for each, and below them the loads'
        answer.code() == 0
        answer.out() == '''\
            alpha    10.0.0.1:11211
            beta     10.0.0.2:11211
            gamma    10.0.0.1:11211
            delta x  10.0.0.1:11211

            10.0.0.1:11211  3 keys  75.0%
            10.0.0.2:11211  1 key   25.0%
            '''.stripIndent()
    }

    def "replicas are further peers, the owner first"() {
        expect: 'both, in the order of the ring'
        json(shell().call("place keys.txt --by ketama --on $TWO --replicas 2 --json")) ==
                [[key: 'alpha', peers: ['10.0.0.1:11211', '10.0.0.2:11211']],
                        [key: 'beta', peers: ['10.0.0.2:11211', '10.0.0.1:11211']],
                        [key: 'gamma', peers: ['10.0.0.1:11211', '10.0.0.2:11211']],
                        [key: 'delta x', peers: ['10.0.0.1:11211', '10.0.0.2:11211']]]
    }

    def "without a peer, what moves is told, and how much that is"() {
        given: 'three peers, and a thousand keys'
        def shell = shell()
        shell.file('many.txt', (1..1000).collect { "key-$it" }.join('\n'))
        def answer = shell.call('place many.txt --by ring --on a,b,c --without b')
        def lines = answer.out().readLines()

        expect: 'the keys of that peer alone'
        lines.takeWhile { !it.empty }.every { it ==~ /key-\d+ +b -> [ac]/ }
        lines[-1] ==~ /\d+ of 1000 keys move \(\d+\.\d%\)/
        lines.size() == (lines[-1].tokenize(' ')[0] as int) + 2

        and: 'as JSON, where each key is before and after'
        def all = json(shell.call('place many.txt --by ring --on a,b,c --without b --json'))
        all.size() == 1000
        all.count { it.moves } == lines.size() - 2
        all.every { it.moves == (it.peers != it.after) && (it.peers == ['b']) == it.moves }
    }

    def "where nothing moves, that is told"() {
        given: 'a key that is elsewhere'
        def shell = shell()
        shell.file('one.txt', 'beta\n')

        expect: 'so'
        shell.call("place one.txt --by ketama --on $TWO --without 10.0.0.1:11211").out() == 'no key moves\n'
    }

    def "#name places keys, and its parameters are heard"() {
        given: 'a hundred keys'
        def shell = shell()
        shell.file('many.txt', (1..100).collect { "key-$it" }.join('\n'))

        expect: 'all of them placed'
        json(shell.call("place many.txt --by $name --on a,b,c --json")).size() == 100

        where:
        name << ['ring', 'ketama', 'modulo', 'rendezvous', 'jump', 'maglev', 'bounded', 'two-choices']
    }

    def "more virtual nodes place otherwise, and bounded loads keep their bound"() {
        given: 'a thousand keys'
        def shell = shell()
        shell.file('many.txt', (1..1000).collect { "key-$it" }.join('\n'))

        expect: 'another ring'
        shell.call('place many.txt --on a,b,c,d --set virtualNodes=5').out() !=
                shell.call('place many.txt --on a,b,c,d').out()

        and: 'at most 1.05 times 250'
        def line = 'place many.txt --by bounded --on a,b,c,d --set virtualNodes=2 --set factor=1.05 --json'
        json(shell.call(line))*.peers.flatten().countBy { it }.values().max() <= 263
    }

    def "'peerlab place #line' is answered in words, with code 3"() {
        given: 'keys, none, and what is no text'
        def shell = shell()
        shell.file('empty.txt', '\n\n')
        Files.createDirectories(folder.resolve('folder'))
        Files.write(folder.resolve('binary.txt'), [0xff, 0xfe, 0x00, 0xd8] as byte[])

        when: 'it is called'
        def answer = shell.run(['place'] + (line.empty ? [] : line.split(' ').toList()))

        then: 'value and remedy on the error stream, nothing on the output'
        answer.err() == "peerlab: $message\n         = $remedy\n".toString()
        answer.out() == ''
        answer.code() == 3

        where:
        line                                  || message | remedy
        '--on a,b'                            || 'peerlab place needs a file of keys' | "write peerlab place keys.txt --on $TWO"
        'keys.txt more.txt --on a,b'          || 'peerlab place takes one file of keys, found keys.txt more.txt' | "write peerlab place keys.txt --on $TWO"
        'keys.txt'                            || 'on which peers? no peers are available' | "add --on $TWO"
        'keys.txt --on a,b,a'                 || "the peer 'a' is named twice" | 'leave one of them out'
        'keys.txt --on a,,b'                  || "--on has nothing before or behind a comma: 'a,,b'" | "write --on $TWO"
        'keys.txt --by ketma --on a,b'        || "there is no placement 'ketma'" | "did you mean 'ketama'?"
        'keys.txt --by zzz --on a,b'          || "there is no placement 'zzz'" | 'there are ring, ketama, modulo, rendezvous, jump, maglev, bounded, two-choices'
        'keys.txt --on a,b --replicas 3'      || '3 replicas do not fit on 2 peers' | 'name more peers, or write --replicas 2'
        'keys.txt --on a,b --replicas 0'      || "--replicas takes whole numbers above 0, found '0'" | 'write --replicas 1'
        'keys.txt --on ab,cd --without ac'    || "'ac' is not among the peers" | "did you mean 'ab'?"
        'keys.txt --on a,b --without a,b'     || 'without a, b no peers are available' | 'name more peers behind --on'
        'keys.txt --on a,b --replicas 2 --without a' || 'without a there are too few peers for 2 replicas' | 'name more peers behind --on'
        'keys.txt --on a,b --set nodes=5'     || "ring has no parameter 'nodes'" | "did you mean 'virtualNodes'?"
        'keys.txt --by jump --on a --set x=5' || "jump has no parameter 'x'" | 'it has none at all'
        'keys.txt --on a --set virtualNodes=0' || "'virtualNodes' lies between 1 and 100000, found 0" | 'write --set virtualNodes=100'
        'keys.txt --on a --set virtualNodes=x' || "'virtualNodes' needs a whole number, found 'x'" | 'write --set virtualNodes=100'
        'empty.txt --on a'                    || "there is no key in 'empty.txt'" | 'write one on each line'
        'nowhere.txt --on a'                  || "there is no file 'nowhere.txt'" | 'name a text with a key on each line'
        'folder --on a'                       || "'folder' cannot be read" | 'it is a folder: name a file in it'
        'binary.txt --on a'                   || "'binary.txt' is no text in UTF-8" | 'name a text with a key on each line'
    }

    private Shell shell() {
        new Shell(folder).tap { file('keys.txt', 'alpha\nbeta\n\n  gamma \ndelta x\n') }
    }

    private static List<Map<String, Object>> json(Shell.Answer answer) {
        assert answer.code() == 0: answer.err()
        new ObjectMapper().readValue(answer.out(), List)
    }
}
