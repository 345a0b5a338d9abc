import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../main/resources/peerlab/reports/page/model.js';
import {
    distance,
    framesOf,
    sentence,
    sharedBits,
    spreadOf,
    walksOf
} from '../../main/resources/peerlab/reports/page/walk.js';
import { data } from './fixture.js';

test('a lookup is a walk with a target', () => {
    const model = modelOf(data());
    const walks = walksOf(model, model.conversations[0]);
    assert.equal(walks.length, 1);
    assert.equal(walks[0].number, 1);
    assert.equal(walks[0].target.slice(0, 2), 'f0');
    assert.equal(walks[0].steps.length, 3);
});

test('each step makes known who was named, who answered and who was silent', () => {
    const model = modelOf(data());
    const frames = framesOf(model, walksOf(model, model.conversations[0])[0]);
    const states = frames.map(f => Object.fromEntries(f.known.map(k => [model.peers[k.peer].name, k.state])));
    assert.deepEqual(states, [
        { p2: 'named', p3: 'named' },
        { p2: 'answered', p3: 'named' },
        { p2: 'answered', p3: 'silent' }
    ]);
    assert.ok(
        frames.every(f => Math.abs(f.closest - distance(model.peers[2].id, 'f0' + '0'.repeat(38))) < 1e-9)
    );
});

test('a step reads as a sentence', () => {
    const model = modelOf(data());
    const steps = model.conversations[0].moments.filter(m => m.kind === 'step');
    assert.deepEqual(
        steps.map(s => sentence(model, s)),
        ['chosen contacts p2, p3', 'learned from p2 · contacts none · not closer', 'timed out p3']
    );
});

test('the distance of identifiers is the logarithm of their XOR', () => {
    const id = hex => hex.padEnd(40, '0');
    assert.equal(distance(id('80'), id('00')), 159);
    assert.equal(distance(id('ff'), id('fe')), 152);
    assert.ok(Math.abs(distance(id('c'), id('0')) - Math.log2(12) - 156) < 1e-9);
    assert.equal(distance(id('ab'), id('ab')), 0);
    assert.equal(distance(null, id('ab')), null);
    assert.equal(distance('0'.repeat(39) + '1', '0'.repeat(40)), 0);
    assert.equal(distance('0'.repeat(39) + '8', '0'.repeat(40)), 3);
});

test('shared bits are counted from the front', () => {
    assert.equal(sharedBits('f0', '00'), 0);
    assert.equal(sharedBits('10', '00'), 3);
    assert.equal(sharedBits('f1', 'f0'), 7);
    assert.equal(sharedBits('ab', 'ab'), 8);
});

test('what has no steps spreads hop by hop, each peer counted where it was reached first', () => {
    const model = modelOf(data());
    assert.deepEqual(
        spreadOf(model, model.conversations[0]).map(r => [r.depth, r.messages, r.lost, r.fresh]),
        [
            [1, 2, 1, 1],
            [2, 1, 0, 1]
        ]
    );
});
