package peerlab.dsl

import java.nio.file.Path

import peerlab.engine.base.Span

import spock.lang.Specification
import spock.lang.TempDir

class RecordFormsSpec extends Specification {

    @TempDir
    Path folder

    def 'what is recorded may be said in YAML as #said'() {
        when: 'a scenario says so'
        def record = Scenarios.only(Scenarios.yaml(folder,
                "scenario: x\npeers: { count: 4, run: kademlia }\nstop: { at: 90s }\n$said\n")).record()

        then: 'it means what it seems to mean'
        [record.trace(), record.messages(), record.snapshotsEvery().orElse(null)] == [trace, messages, every]

        where:
        said                                                          || trace | messages | every
        'record: trace'                                               || true  | false    | null
        'record: [trace, messages]'                                   || true  | true     | null
        'record: [trace, messages, { snapshots every: 10s }]'         || true  | true     | Span.seconds(10)
        'record: [trace, messages, snapshots every 10s]'              || true  | true     | Span.seconds(10)
        'record: [trace, { snapshots: { every: 10s } }]'              || true  | false    | Span.seconds(10)
        'record: { trace: true, snapshots: { every: 10s } }'          || true  | false    | Span.seconds(10)
        'record: { trace: true, messages: false, snapshots: 10s }'    || true  | false    | Span.seconds(10)
        'record: { snapshots every: 10s }'                            || false | false    | Span.seconds(10)
        'record: { snapshots: every 10s }'                            || false | false    | Span.seconds(10)
        'record: trace, messages, snapshots every 10s'                || true  | true     | Span.seconds(10)
    }

    def 'what is recorded may be said in Groovy as #said'() {
        when: 'a scenario says so'
        def record = Scenarios.only(Scenarios.groovy(folder,
                "scenario 'x'\npeers 4, run: 'kademlia'\nstop at: 90.s\n$said\n")).record()

        then: 'it means what it seems to mean'
        [record.trace(), record.messages(), record.snapshotsEvery().orElse(null)] == [trace, messages, every]

        where:
        said                                                   || trace | messages | every
        'record trace'                                         || true  | false    | null
        "record 'trace'"                                       || true  | false    | null
        'record trace, messages'                               || true  | true     | null
        "record(['trace', 'messages'])"                        || true  | true     | null
        'record { trace; messages; snapshots every: 10.s }'    || true  | true     | Span.seconds(10)
        'record { trace true; snapshots 10.s }'                || true  | false    | Span.seconds(10)
        'record trace: true, snapshots: 10.s'                  || true  | false    | Span.seconds(10)
        'record trace, snapshots: 10.s'                        || true  | false    | Span.seconds(10)
    }
}
