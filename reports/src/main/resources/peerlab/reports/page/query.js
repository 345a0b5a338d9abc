// The language of the search box: peer:p46 type:FindNode kind:lost bytes>100 t:20..21.5 words

import { fieldText } from './format.js';

const TERM = /(-?)(?:(\w+)(:|>=|<=|>|<|=))?("[^"]*"|\S+)/g;
const COMPARED = {
    '>': (a, b) => a > b,
    '<': (a, b) => a < b,
    '>=': (a, b) => a >= b,
    '<=': (a, b) => a <= b,
    '=': (a, b) => a === b,
    ':': (a, b) => a === b
};

/** Reads a query; gives a function that says whether an event is meant, and what could not be read. */
export function query(text, peers) {
    const tests = [];
    const complaints = [];
    for (const [, minus, name, sign, written] of text.matchAll(TERM)) {
        const value = written.replace(/^"|"$/g, '');
        const test = name ? testOf(name, sign, value, peers) : says(value, peers);
        if (typeof test === 'string') {
            complaints.push(test);
        } else {
            tests.push(minus ? event => !test(event) : test);
        }
    }
    return { matches: event => tests.every(test => test(event)), complaints };
}

function testOf(name, sign, value, peers) {
    switch (name) {
        case 'peer':
            return oneOf(value, (event, names) => peersOf(event).some(p => names.has(nameOf(p, peers))));
        case 'from':
            return oneOf(value, (event, names) => names.has(nameOf(event.from ?? event.peer, peers)));
        case 'to':
            return oneOf(
                value,
                (event, names) => event.to !== undefined && names.has(nameOf(event.to, peers))
            );
        case 'type':
            return oneOf(value.toLowerCase(), (event, names) => names.has((event.type || '').toLowerCase()));
        case 'kind':
            return oneOf(
                value,
                (event, names) =>
                    names.has(event.kind) ||
                    (event.lost !== undefined && event.lost !== null && names.has('lost'))
            );
        case 'id':
            return event => event.id === Number(value);
        case 'cause':
            return event => event.cause === Number(value);
        case 'bytes':
            return Number.isNaN(Number(value))
                ? `bytes${sign}${value}: a number is due`
                : event => event.bytes !== undefined && COMPARED[sign](event.bytes, Number(value));
        case 't':
            return times(sign, value);
        default:
            return event => field(event, name, sign, value);
    }
}

function oneOf(value, test) {
    const names = new Set(value.split(','));
    return event => test(event, names);
}

function times(sign, value) {
    const ends = value.replace(/s\b/g, '').split('..').map(Number);
    if (ends.some(Number.isNaN)) {
        return `t${sign}${value}: write t:20..21.5`;
    }
    if (ends.length === 2) {
        return event => event.time >= ends[0] * 1e9 && event.time <= ends[1] * 1e9;
    }
    return event => COMPARED[sign](event.time, Math.round(ends[0] * 1e9));
}

/** A field by its name, as number or text. */
function field(event, name, sign, value) {
    const found = event.fields[name];
    if (found === undefined) {
        return false;
    }
    if (typeof found === 'number' && !Number.isNaN(Number(value))) {
        return COMPARED[sign](found, Number(value));
    }
    const text = typeof found === 'string' ? found : fieldText(found);
    return (sign === ':' || sign === '=') && text.toLowerCase().includes(value.toLowerCase());
}

/** Words are looked for in all that a row shows. */
function says(value, peers) {
    const wanted = value.toLowerCase();
    return event => textOf(event, peers).includes(wanted);
}

function textOf(event, peers) {
    const who = peersOf(event)
        .map(p => nameOf(p, peers))
        .join(' ');
    const said = JSON.stringify(event.fields);
    return `${event.kind} ${event.type || ''} ${who} ${event.lost || ''} ${said}`.toLowerCase();
}

function peersOf(event) {
    return event.kind === 'message' ? [event.from, event.to] : [event.peer];
}

function nameOf(peer, peers) {
    return peers[peer]?.name;
}
