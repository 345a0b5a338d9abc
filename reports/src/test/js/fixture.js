// The data of a small run: p1 asks p2 and p3 for a key; p2 answers, p3 is lost; p3 crashes and comes back.

/** The data as the page holds it, docs/report-data.md. */
export function data() {
    return {
        format: 'peerlab-report',
        version: 1,
        run: {
            scenario: 'small',
            title: 'A small run',
            file: "it's.yaml",
            seed: 7,
            params: { n: 3, wait: '200 ms' },
            fingerprint: '0123456789abcdef',
            verdict: 'fail',
            points: 0,
            pointsPossible: 1,
            peers: 64,
            simulatedTime: 10,
            events: 9,
            messages: 4,
            failure: null,
            notes: [],
            peerlab: '1'
        },
        verdicts: {
            expectations: [
                {
                    text: 'settles: gets.successRate >= 95% and gets.latency.p95 < 200 ms, over 5 s',
                    claim: '',
                    place: null,
                    verdict: 'fail',
                    points: 0,
                    pointsPossible: 1,
                    time: 5,
                    values: [],
                    cause: [],
                    look: { time: 1.002, peer: 'p1' }
                }
            ]
        },
        metrics: {},
        hasTrace: true,
        series: {
            times: [1, 2],
            values: {
                'gets.successRate': [1, 0.5],
                'gets.count': [1, 2],
                'gets.failed': [0, 1],
                'gets.latency.count': [1, 2],
                'gets.latency.p50': [0.1, 0.2],
                'gets.latency.p95': [0.3, null],
                'lookups.hops.p50': [2, 2],
                'messages.bytes': [10, 20],
                "messages['Find'].sent": [2, 2]
            }
        },
        peers: {
            names: ['p1', 'p2', 'p3'],
            groups: { words: ['p'], of: [] },
            roles: { words: ['a', 'b'], of: [0, 1, 1] },
            regions: { words: [''], of: [] },
            ids: ['00' + '0'.repeat(38), '80' + '0'.repeat(38), 'ff' + '0'.repeat(38)]
        },
        layouts: { force: { x: [0, 5000, 10000], y: [0, 5000, 10000] } },
        edgeKinds: ['knows'],
        snapshots: [
            {
                name: 'a',
                time: 0,
                edgesInAll: 1,
                down: [2],
                removed: [],
                added: [0, 0, 1],
                values: { 0: { keys: 1, id: 'x' } }
            },
            {
                name: 'b',
                time: 5,
                edgesInAll: 2,
                down: [],
                removed: [0, 0, 1],
                added: [0, 0, 2, 0, 1, 2],
                values: { 0: { keys: 2 } }
            }
        ],
        traffic: {
            binNanos: 1e9,
            sent: [3, 1],
            dropped: [1, 0],
            kinds: {},
            types: { Find: [2, 80, 1], Nodes: [1, 60, 0] }
        },
        lives: [
            [0, 0, 'started'],
            [0, 1, 'started'],
            [0, 2, 'started'],
            [3e9, 2, 'crashed'],
            [6e9, 2, 'restarted']
        ],
        faults: [
            { fault: 'drop', words: 'all', from: 1e9, to: 2e9, who: [2], whoCount: 1 },
            { fault: 'pause', words: '', from: 8e9, to: null, who: [], whoCount: 0 }
        ],
        timeline: [{ time: 1e9, verb: 'get', text: 'at 1 s get', mark: null, who: [], whoCount: 0 }],
        types: ['get', 'Chosen', 'Find', 'Nodes', 'Learned', 'TimedOut', 'Ping'],
        reasons: ['loss'],
        carriers: ['UDP 6881'],
        shapes: [
            ['key'],
            ['lookup', 'target', 'contacts'],
            [],
            ['contacts'],
            ['lookup', 'from', 'contacts', 'isCloser'],
            ['lookup', 'peer'],
            ['key', 'success', 'reason', 'latency']
        ],
        conversations: [
            [10, 'asked', 'get', 'key-1', 0, 1e9, 1.004e9, false, 'not found', false],
            [90, 'timer', 'Refresh', '', 1, 7e9, 7.1e9, null, '', false]
        ],
        messages: [
            [1e9, 1.001e9, -1, 0, 1, 2, 40, 11, 10, 0, [0, 'ab'], 3, 0, 2, 'ZGU='],
            [1e9, 1.0015e9, 0, 0, 2, 2, 40, 12, 10, 0, [0, 'ab'], 4],
            [1.001e9, 1.002e9, -1, 1, 0, 3, 60, 13, 11, 0, [3, ['p3']], 6],
            [7e9, -1, -1, 1, 2, 6, 9, 91, 90, 1, [2], 12]
        ],
        moments: [
            [1e9, 'asked', 10, 0, 0, 0, 0, [0, 'key-1'], 1],
            [1e9, 'step', 0, 10, 0, 1, 0, [1, 1, 'f0' + '0'.repeat(38), ['p2', 'p3']], 2],
            [1.002e9, 'step', 0, 13, 0, 4, 0, [4, 1, 'p2', [], false], 8],
            [1.004e9, 'step', 0, 14, 0, 5, 0, [5, 1, 'p3'], 9],
            [1.004e9, 'answered', 10, 14, 0, 0, 0, [6, 'key-1', false, 'not found', 4e6], 10]
        ],
        sampling: {
            messages: 4,
            messagesShown: 4,
            conversations: 2,
            conversationsShown: 2,
            isCut: false,
            budgetBytes: 5e6,
            encoded: 4,
            encodedBudgetBytes: 1_500_000,
            encodedAtMostBytes: 2048,
            chronicleOmitted: 0,
            snapshots: 2,
            snapshotsShown: 2,
            edgesAtMost: 40000,
            seriesOmitted: 0,
            events: 14
        }
    };
}
