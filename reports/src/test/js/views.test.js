import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, chartsOf } from '../../main/resources/peerlab/reports/page/charts.js';
import {
    bytes,
    count,
    fieldText,
    measured,
    seconds,
    span,
    unitOf,
    words
} from '../../main/resources/peerlab/reports/page/format.js';
import { downSpans, lanesOf, windowOf } from '../../main/resources/peerlab/reports/page/lanes.js';
import { modelOf } from '../../main/resources/peerlab/reports/page/model.js';
import { again, encodedText, samplingText } from '../../main/resources/peerlab/reports/page/provenance.js';
import { addressOf, stateOf } from '../../main/resources/peerlab/reports/page/state.js';
import { data } from './fixture.js';

test('metrics that belong together share a chart, those that are expected of come first', () => {
    const charts = chartsOf(modelOf(data()));
    assert.deepEqual(
        charts.map(c => [c.title, c.lines]),
        [
            ['gets.successRate', ['gets.successRate']],
            ['gets.latency', ['gets.latency.p50', 'gets.latency.p95']],
            ['gets', ['gets.count', 'gets.failed']],
            ['lookups.hops', ['lookups.hops.p50']],
            ['messages.bytes', ['messages.bytes']],
            ['messages by type: sent', ["messages['Find'].sent"]]
        ]
    );
});

test('bounds of expectations are in the unit of the metric', () => {
    assert.deepEqual(
        boundsOf(data().verdicts.expectations).map(b => [b.metric, b.sign, b.value]),
        [
            ['gets.successRate', '>=', 0.95],
            ['gets.latency.p95', '<', 0.2]
        ]
    );
});

test('a bound stands in the chart of its own metric, and not beside lines that it says nothing of', () => {
    const model = modelOf(data());
    model.verdicts.expectations.push({ text: 'at end gets.wrong == 0', verdict: 'pass' });
    model.verdicts.expectations.push({ text: 'at end gets.latency.p99 < 1 s', verdict: 'pass' });
    model.verdicts.expectations.push({ text: 'at end gets.failed <= 3', verdict: 'pass' });
    const bounds = title => chartsOf(model).find(chart => chart.title === title).bounds.map(b => b.metric);
    assert.deepEqual(bounds('gets'), ['gets.failed']);
    assert.deepEqual(bounds('gets.latency'), ['gets.latency.p95', 'gets.latency.p99']);
});

test('theory stands in the chart of its metric, of a measure in that of its distribution', () => {
    const model = modelOf(data());
    const says = metric => ({
        metric,
        value: 6,
        from: 0,
        to: 10,
        formula: metric + ' = 6',
        source: 'a book'
    });
    model.run.theory = ['lookups.hops', 'gets.latency.mean', 'gets.failed', 'nothing.atAll'].map(says);
    const theory = title => chartsOf(model).find(chart => chart.title === title).theory;
    assert.deepEqual(theory('lookups.hops'), [
        { value: 6, from: 0, to: 10, text: 'lookups.hops = 6', source: 'a book' }
    ]);
    assert.equal(theory('gets.latency').length, 1);
    assert.equal(theory('gets').length, 1);
    assert.equal(theory('gets.successRate').length, 0);
});

test('numbers read as people write them', () => {
    assert.deepEqual(
        [seconds(21e9), span(1.5e6), span(2.5e9), span(999), span(12_345), span(268_090_123)],
        ['21.000 s', '1.5 ms', '2.5 s', '999 ns', '12.3 µs', '268.1 ms']
    );
    assert.deepEqual(
        [bytes(9), bytes(1536), bytes(5 << 20), count(1234567)],
        ['9 B', '1.5 KiB', '5 MiB', '1,234,567']
    );
    assert.deepEqual(
        [measured(0.913, '%'), measured(0.2, 's'), measured(null, ''), measured(true, '')],
        ['91.3%', '200 ms', '–', 'yes']
    );
    assert.deepEqual(
        ['gets.successRate', 'gets.latency.p95', 'gets.latency.count', 'messages.bytes', 'peers.up'].map(
            unitOf
        ),
        ['%', 's', '', 'B', '']
    );
    assert.equal(fieldText({ a: ['f'.repeat(40), null, 3] }), 'a=[ffffffff…, none, 3]');
    assert.equal(fieldText({ key: 'k', options: {}, found: [] }), 'key=k found=[]');
    assert.equal(words('isCloser'), 'is closer');
});

test('the space-time diagram of a conversation has its peers, the one who asked first', () => {
    const model = modelOf(data());
    const { from, to } = windowOf(model, 0);
    const scene = lanesOf(model, { from, to, conversation: 0 });
    assert.deepEqual(scene.lanes, [0, 1, 2]);
    assert.deepEqual(
        scene.arrows.map(a => a.id),
        [11, 12, 13]
    );
    assert.equal(scene.notes.length, 5);
});

test('the space-time diagram of a window has who speaks in it; around a peer, who speaks with it', () => {
    const model = modelOf(data());
    assert.deepEqual(lanesOf(model, { from: 6e9, to: 8e9 }).lanes, [1, 2]);
    assert.deepEqual(lanesOf(model, { from: 0, to: 2e9, peer: 1 }).lanes, [1, 0]);
    assert.deepEqual(lanesOf(model, { from: 2e9, to: 3e9 }).arrows, []);
});

test('a peer is down from its crash to its restart', () => {
    assert.deepEqual(downSpans(modelOf(data()), 2, 0, 10e9), [[3e9, 6e9]]);
    assert.deepEqual(downSpans(modelOf(data()), 0, 0, 10e9), []);
});

test('the command that repeats a run is one for a shell', () => {
    assert.equal(again(data().run, []), "peerlab run 'it'\\''s.yaml' --seed 7 --set n=3 --set wait=200ms");
});

test('the page says what it leaves out, and that it leaves nothing out', () => {
    const model = modelOf(data());
    assert.match(samplingText(model)[0], /^All 4 messages/);
    model.sampling = {
        ...model.sampling,
        messages: 1000,
        isCut: true,
        snapshots: 99,
        seriesOmitted: 3,
        chronicleOmitted: 1
    };
    assert.equal(samplingText(model).length, 7);
    model.hasTrace = false;
    assert.match(samplingText(model)[0], /--record trace/);
});

test('the page says of which messages it has the bytes', () => {
    const model = modelOf(data());
    assert.match(encodedText(model), /every message shown .* at most 2,048/);
    model.sampling.encoded = 2;
    assert.match(encodedText(model), /^Of 4 messages shown, 2 have .* until 1.4 MiB are full/);
    model.sampling.encoded = 0;
    assert.match(encodedText(model), /--record messages/);
});

test('a message knows its bytes and what carries it', () => {
    const model = modelOf(data());
    assert.deepEqual(model.messages[0].wire, { carrier: 'UDP 6881', length: 2, encoded: 'ZGU=' });
    assert.equal(model.messages[3].wire, null);
});

test('an address holds the state and gives it back', () => {
    const state = {
        view: 'messages',
        time: 1.5e9,
        peer: 2,
        conversation: 0,
        event: null,
        walk: null,
        step: 3
    };
    const address = addressOf(state);
    assert.equal(address, 'view=messages&t=1.5&peer=2&conversation=0&step=3');
    assert.deepEqual(stateOf('#' + address, ['messages'], 10e9), state);
    assert.deepEqual(stateOf('#view=x&peer=-1&t=99', ['messages'], 10e9), {
        time: 10e9,
        peer: null,
        conversation: null,
        event: null,
        walk: null,
        step: null
    });
});
