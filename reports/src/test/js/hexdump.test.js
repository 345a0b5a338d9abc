import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, hexdump } from '../../main/resources/peerlab/reports/page/hexdump.js';

test('bytes are told by place, in hexadecimal and as what can be printed', () => {
    const bytes = bytesOf(btoa('d1:ad2:id\x00\xff e'));
    assert.deepEqual(hexdump(bytes), [
        { at: '0000', hex: '64 31 3a 61 64 32 3a 69', text: 'd1:ad2:i' },
        { at: '0008', hex: '64 00 ff 20 65         ', text: 'd·· e' }
    ]);
    assert.deepEqual(hexdump(new Uint8Array(0)), []);
});

test('places have as many digits as the last one needs', () => {
    const lines = hexdump(new Uint8Array(70_000), 16);
    assert.equal(lines[0].at, '00000');
    assert.equal(lines.at(-1).at, '11160');
    assert.equal(lines[0].hex.length, 47);
});
