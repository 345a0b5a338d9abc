package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class WrongCommandLineSpec extends Specification {

    @TempDir
    Path folder

    def "'peerlab #line' is answered in words, with code 3"() {
        given: "a folder with a scenario, and a file that is none"
        def shell = new Shell(folder)
        shell.file('kademlia.yaml', 'scenario: Something')
        shell.file('notes.txt', 'Buy bread')
        new File(folder.toFile(), 'empty').mkdir()

        when:
        def answer = shell.call(line)

        then: "the message and the remedy are on the error stream, and nothing on the output"
        answer.err() == text
        answer.out() == ''
        answer.code() == 3

        where:
        line || text
        'rnu kademlia.yaml' || '''\
            peerlab: unknown command 'rnu'
                     = did you mean 'run'?
            '''.stripIndent()
        'xyzzy' || '''\
            peerlab: unknown command 'xyzzy'
                     = the commands are run, check, trace, topology, export, report, list, new, convert, explain, schema, replay, place, memcached, bench, version, help
            '''.stripIndent()
        '--verson' || '''\
            peerlab: unknown option '--verson'
                     = did you mean '--version'?
            '''.stripIndent()
        'run --sede 3 kademlia.yaml' || '''\
            peerlab: unknown option '--sede' of peerlab run
                     = did you mean '--seed'?
            '''.stripIndent()
        'run --frobnicate=1 kademlia.yaml' || '''\
            peerlab: unknown option '--frobnicate' of peerlab run
                     = see peerlab help run
            '''.stripIndent()
        'run kademlia.yaml --seed' || '''\
            peerlab: --seed needs a value
                     = write --seed N
            '''.stripIndent()
        'run kademlia.yaml --seed 1 --seed 2' || '''\
            peerlab: --seed is given twice
                     = leave one of them out
            '''.stripIndent()
        'run' || '''\
            peerlab: peerlab run needs a scenario
                     = write peerlab run FILE
            '''.stripIndent()
        'check' || '''\
            peerlab: peerlab check needs a scenario
                     = write peerlab check FILE
            '''.stripIndent()
        'version please' || '''\
            peerlab: peerlab version has no use for 'please'
                     = see peerlab help version
            '''.stripIndent()
        'schema please' || '''\
            peerlab: peerlab schema has no use for 'please'
                     = see peerlab help schema
            '''.stripIndent()
        'schema --grovy' || '''\
            peerlab: unknown option '--grovy' of peerlab schema
                     = did you mean '--groovy'?
            '''.stripIndent()
        'help rnu' || '''\
            peerlab: unknown command 'rnu'
                     = did you mean 'run'?
            '''.stripIndent()
        'run kademlia.yaml --seed twelve' || '''\
            peerlab: --seed takes a whole number, found 'twelve'
                     = write --seed 42
            '''.stripIndent()
        'run kademlia.yaml --set n' || '''\
            peerlab: --set takes a name and a value, found 'n'
                     = write --set n=128
            '''.stripIndent()
        'run kademlia.yaml --set =4' || '''\
            peerlab: --set takes a name and a value, found '=4'
                     = write --set n=128
            '''.stripIndent()
        'run kademlia.yaml --set n=1 --set n=2' || '''\
            peerlab: --set gives 'n' twice
                     = leave one of them out
            '''.stripIndent()
        'run kademlia.yaml n=4' || '''\
            peerlab: there is no file 'n=4'
                     = to set a parameter, write --set n=4
            '''.stripIndent()
        'run kademlia.yaml --limit events' || '''\
            peerlab: --limit takes a name and a value, found 'events'
                     = write --limit events=1000000
            '''.stripIndent()
        'run kademlia.yaml --limit event=3' || '''\
            peerlab: there is no limit 'event'
                     = did you mean 'events'?
            '''.stripIndent()
        'run kademlia.yaml --limit events=-3' || '''\
            peerlab: the limit 'events' is a whole number above 0, found '-3'
                     = write --limit events=1000000
            '''.stripIndent()
        'run kademlia.yaml --limit events=many' || '''\
            peerlab: the limit 'events' is a whole number above 0, found 'many'
                     = write --limit events=1000000
            '''.stripIndent()
        'run kademlia.yaml --patience soon' || '''\
            peerlab: --patience takes seconds, more than 0 and at most a day, found 'soon'
                     = write --patience 30
            '''.stripIndent()
        'run kademlia.yaml --patience 0' || '''\
            peerlab: --patience takes seconds, more than 0 and at most a day, found '0'
                     = write --patience 30
            '''.stripIndent()
        'run kademlia.yaml --color pink' || '''\
            peerlab: --color is one of auto, always, never, found 'pink'
                     = write --color never
            '''.stripIndent()
        'run kademlia.yaml --record trace' || '''\
            peerlab: --record needs a place to keep it
                     = add --out DIR
            '''.stripIndent()
        'run kademlia.yaml --record trase --out o' || '''\
            peerlab: --record does not know 'trase'
                     = did you mean 'trace'?
            '''.stripIndent()
        'run kademlia.yaml --out notes.txt' || '''\
            peerlab: --out 'notes.txt' is a file
                     = name a folder; it is made where there is none
            '''.stripIndent()
        'run kademlia.yaml --out notes.txt/deeper/still' || '''\
            peerlab: --out 'notes.txt/deeper/still' cannot be written: ~/notes.txt is a file
                     = name a folder that you may write to
            '''.stripIndent()
        'run kademlai.yaml' || '''\
            peerlab: there is no file 'kademlai.yaml'
                     = did you mean 'kademlia.yaml'?
            '''.stripIndent()
        'run kademlia' || '''\
            peerlab: there is no file 'kademlia'
                     = did you mean 'kademlia.yaml'?
            '''.stripIndent()
        'run nowhere/to/be/found.yaml' || '''\
            peerlab: there is no file 'nowhere/to/be/found.yaml'
                     = see peerlab list scenarios
            '''.stripIndent()
        'run notes.txt' || '''\
            peerlab: 'notes.txt' is not a scenario by its name
                     = a scenario's name ends in .groovy, .yaml or .yml
            '''.stripIndent()
        'run empty' || '''\
            peerlab: there is no scenario in the folder 'empty'
                     = a scenario's name ends in .groovy, .yaml or .yml; sub-folders are not searched
            '''.stripIndent()
        'list' || '''\
            peerlab: peerlab list takes scenarios, protocols, profiles, policies or placements
                     = write peerlab list scenarios
            '''.stripIndent()
        'list scenario' || '''\
            peerlab: peerlab list takes scenarios, protocols, profiles, policies or placements, found 'scenario'
                     = did you mean 'scenarios'?
            '''.stripIndent()
        'list scenarios' || '''\
            peerlab: the shipped scenarios are not here
                     = start Peerlab with the launcher of its folder: ./peerlab
            '''.stripIndent()
    }

    def "a name that no file system takes is answered, not thrown"() {
        when:
        def answer = new Shell(folder).run(['run', 'a\u0000b.yaml'])

        then:
        answer.code() == 3
        answer.err().contains('is not the name of a file')
    }

    def "an unknown shipped scenario is answered with the nearest one"() {
        given: "a library of one scenario"
        def shell = new Shell(folder)
        shell.file('library/first-contact.groovy', "scenario 'Ten peers find each other'")
        shell.library = folder.resolve('library')

        when:
        def answer = shell.call('run first-contct')

        then:
        answer.err() == '''\
            peerlab: there is no file 'first-contct', and no shipped scenario of that name
                     = did you mean 'first-contact'?
            '''.stripIndent()
        answer.code() == 3
    }
}
