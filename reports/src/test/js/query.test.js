import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../main/resources/peerlab/reports/page/model.js';
import { query } from '../../main/resources/peerlab/reports/page/query.js';
import { data } from './fixture.js';

const model = modelOf(data());
const all = [...model.messages, ...model.moments];
const found = text =>
    all
        .filter(query(text, model.peers).matches)
        .map(e => e.line)
        .sort((a, b) => a - b);

for (const [text, lines] of [
    ['', [1, 2, 3, 4, 6, 8, 9, 10, 12]],
    ['peer:p3', [4, 12]],
    ['from:p2', [6, 12]],
    ['to:p1', [6]],
    ['type:find', [3, 4]],
    ['type:Find,Nodes', [3, 4, 6]],
    ['kind:lost', [4]],
    ['kind:step', [2, 8, 9]],
    ['kind:message -type:Find', [6, 12]],
    ['bytes>40', [6]],
    ['bytes<=40 kind:message', [3, 4, 12]],
    ['id:13', [6]],
    ['cause:10', [2, 3, 4]],
    ['t:1.0005..1.0025', [6, 8]],
    ['t>5', [12]],
    ['t:7s', [12]],
    ['lookup:1', [2, 8, 9]],
    ['key:ab', [3, 4]],
    ['"not found"', [10]],
    ['LOSS', [4]],
    ['-p1', [12]],
    ['peer:p1 type:Find kind:lost', [4]],
    ['peer:nobody', []],
    ['nothing:here', []]
]) {
    test(`'${text}' finds lines ${lines}`, () => assert.deepEqual(found(text), lines));
}

test('what cannot be read is said, and hides nothing', () => {
    const { complaints, matches } = query('t:soon bytes>many', model.peers);
    assert.equal(complaints.length, 2);
    assert.ok(all.every(matches));
});
