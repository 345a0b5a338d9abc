import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../main/resources/peerlab/reports/page/model.js';
import { Playback, after } from '../../main/resources/peerlab/reports/page/playback.js';
import { data } from './fixture.js';

const playback = () => new Playback(modelOf(data()));

test('the first index past a value', () => {
    assert.equal(
        after([1, 2, 2, 5], 2, x => x),
        3
    );
    assert.equal(
        after([], 2, x => x),
        0
    );
    assert.equal(
        after([1], 0, x => x),
        0
    );
});

test('who is up at a time, forwards and backwards', () => {
    const p = playback();
    assert.deepEqual([...p.upAt(2e9)], [1, 1, 1]);
    assert.deepEqual([...p.upAt(3e9)], [1, 1, 0]);
    assert.deepEqual([...p.upAt(9e9)], [1, 1, 1]);
    assert.deepEqual([...p.upAt(5e9)], [1, 1, 0]);
});

test('without lives, snapshots say who is down', () => {
    const p = new Playback(modelOf({ ...data(), lives: [] }));
    assert.deepEqual([...p.upAt(1e9)], [1, 1, 0]);
    assert.deepEqual([...p.upAt(6e9)], [1, 1, 1]);
});

test('edges of a snapshot are those before it, less what went, and what came', () => {
    const p = playback();
    assert.deepEqual([...p.edges(p.snapshotAt(4.9e9))], [0, 0, 1]);
    assert.deepEqual([...p.edges(p.snapshotAt(5e9))], [0, 0, 2, 0, 1, 2]);
    assert.deepEqual([...p.edges(-1)], []);
});

test('what is shown of a peer is what was said last', () => {
    assert.deepEqual(playback().valuesOf(0, 1), { keys: 2, id: 'x' });
});

test('faults act from their beginning to before their end', () => {
    const p = playback();
    assert.deepEqual(
        [0.9e9, 1e9, 2e9, 9e9].map(t => p.faultsAt(t).map(f => f.fault)),
        [[], ['drop'], [], ['pause']]
    );
});

test('messages are in flight between being sent and their end', () => {
    const p = playback();
    const ids = (from, to) =>
        p
            .inFlight(from, to)
            .map(m => m.id)
            .sort();
    assert.deepEqual(ids(1.0005e9, 1.0005e9), [11, 12]);
    assert.deepEqual(ids(1.0017e9, 1.0017e9), [13]);
    assert.deepEqual(ids(0, 2e9), [11, 12, 13]);
    assert.deepEqual(ids(9e9, 9e9), [91]);
    assert.equal(p.inFlight(0, 10e9, 2).length, 2);
});

test('a step goes to the next thing that happens, and to the one before', () => {
    const p = playback();
    assert.equal(p.step(0, true), 1e9);
    assert.equal(p.step(1e9, true), 1.001e9);
    assert.equal(p.step(7e9, true), 10e9);
    assert.equal(p.step(1.001e9, false), 1e9);
    assert.equal(p.step(0, false), 0);
});
