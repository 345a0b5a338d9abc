import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf, effectsOf, modelOf, title } from '../../main/resources/peerlab/reports/page/model.js';
import { data } from './fixture.js';

test('messages have their peers, types, fields and fate by name', () => {
    const [first, lost, , late] = modelOf(data()).messages;
    assert.equal(first.type, 'Find');
    assert.deepEqual(first.fields, { key: 'ab' });
    assert.equal(first.lost, null);
    assert.equal(lost.lost, 'loss');
    assert.equal(late.ended, null);
});

test('a conversation has its messages and moments', () => {
    const [get] = modelOf(data()).conversations;
    assert.deepEqual(
        get.messages.map(m => m.id),
        [11, 12, 13]
    );
    assert.equal(get.moments.length, 5);
});

test('causes lead from the first to the event itself', () => {
    const model = modelOf(data());
    assert.deepEqual(
        causesOf(model, model.messages[2]).map(e => e.id),
        [10, 11, 13]
    );
});

test('a circle of causes ends', () => {
    const broken = data();
    broken.messages[0][8] = 13;
    const model = modelOf(broken);
    assert.equal(causesOf(model, model.messages[2]).length, 2);
    assert.ok(effectsOf(model, model.messages[0]).length <= 4);
});

test('effects are all that followed, in the order of the trace', () => {
    const model = modelOf(data());
    assert.deepEqual(
        effectsOf(model, model.moments[0]).map(e => e.line),
        [2, 3, 4, 6, 8]
    );
});

test('a conversation is called by what began it', () => {
    const model = modelOf(data());
    assert.deepEqual(
        model.conversations.map(c => title(model, c)),
        ['get key-1 from p1', 'timer Refresh at p2']
    );
});

test('peers have their role, group and identifier', () => {
    const { peers } = modelOf(data());
    assert.deepEqual(
        peers.map(p => p.role),
        ['a', 'b', 'b']
    );
    assert.deepEqual(
        peers.map(p => p.group),
        ['p', 'p', 'p']
    );
    assert.equal(peers[1].id.slice(0, 2), '80');
});
