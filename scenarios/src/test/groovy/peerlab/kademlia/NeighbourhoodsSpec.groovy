package peerlab.kademlia

import java.nio.file.Path

import peerlab.cli.Shell
import peerlab.engine.protocol.Parameters
import peerlab.engine.protocol.Party
import spock.lang.Specification
import spock.lang.TempDir

class NeighbourhoodsSpec extends Specification {

    @TempDir
    Path folder

    static List<String> said(Map<String, String> near) {
        def provider = new KademliaProvider()
        provider.objections(near.collect { name, place ->
            new Party(name, 8, new Parameters(provider.parameters(), place ? [near: place] : [:]))
        }).collect { "$it.group $it.option: $it.sentence = $it.remedy".toString() }
    }

    def "ids can be chosen near #what"() {
        expect:
        said([p: null, sybil: place]) == []

        where:
        place      | what
        'key-17'   | 'a key'
        'p8'       | 'a peer'
        'lucky7'   | 'a key that ends in a number, as no peers are called'
        'p'        | 'a key of the letter that peers are numbered after'
    }

    def "near '#place' is answered: #sentence"() {
        expect:
        said([p: null, sybil: place]) == ["1 near: $sentence = $remedy".toString()]

        where:
        place         | sentence                                             || remedy
        'p9'          | "no peer is called 'p9'"                             || 'the peers are p1..p8, sybil1..sybil8; a key needs another name'
        'p9999999999' | "no peer is called 'p9999999999'"                    || 'the peers are p1..p8, sybil1..sybil8; a key needs another name'
        'sybil1'      | "'sybil1' chooses its own id near something"         || 'name a key, or a peer whose id is drawn by chance'
        'sybil9'      | "no peer is called 'sybil9'"                         || 'the peers are p1..p8, sybil1..sybil8; a key needs another name'
        'sybil'       | "'sybil' is a group, and ids are chosen near one place" || 'name one of its peers, sybil1, or a key'
    }

    def "where all peers belong to named groups, a name of the form of others means nobody"() {
        expect:
        said([old: null, sybil: 'p3'])*.contains("no peer is called 'p3'") == [true]
    }

    def "both languages point at the name"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.groovy', """\
            scenario 'x'
            peers 8, run: 'kademlia'
            peers 2, as: 'sybil', run: 'kademlia', near: 'p900'
            stop at: 1.s
            """.stripIndent())
        shell.file('a.yaml', """\
            scenario: x
            peers:
              - { count: 8, run: kademlia }
              - { count: 2, as: sybil, run: kademlia, near: p900 }
            stop: { at: 1s }
            """.stripIndent())

        expect:
        shell.call('check a.groovy').out().readLines().take(4) == [
                "~/a.groovy:3:46: no peer is called 'p900'",
                "  3 | peers 2, as: 'sybil', run: 'kademlia', near: 'p900'",
                "    |                                              ^^^^^^",
                "    = the peers are p1..p8, sybil1..sybil2; a key needs another name"]
        shell.call('check a.yaml').out().readLines().take(4) == [
                "~/a.yaml:4:49: no peer is called 'p900'",
                "  4 |   - { count: 2, as: sybil, run: kademlia, near: p900 }",
                "    |                                                 ^^^^",
                "    = the peers are p1..p8, sybil1..sybil2; a key needs another name"]
    }
}
