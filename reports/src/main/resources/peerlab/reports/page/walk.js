// An algorithm step by step: what each step of a conversation made known about which peer.

import { isIdentifier, words } from './format.js';

/** From what a step is called, what becomes of the peer that it names. */
const BECOMES = [
    [/time|lost|fail|dead|silent|suspect/i, 'silent'],
    [/ask|send|probe|request|query|fell/i, 'asked'],
    [/finish|chosen|place|elect|decide|commit/i, 'named'],
    [/learn|answer|heard|repl|found|vote/i, 'answered']
];

/** The walks of a conversation: its steps, one walk for each run of the algorithm at each peer. */
export function walksOf(model, conversation) {
    const walks = new Map();
    for (const step of conversation.moments) {
        if (step.kind === 'step') {
            const fields = step.fields;
            const run = ['lookup', 'round', 'term', 'number'].find(
                name => name === 'lookup' && name in fields
            );
            const key = step.peer + ':' + (run ? fields[run] : '');
            if (!walks.has(key)) {
                walks.set(key, {
                    conversation,
                    peer: step.peer,
                    number: run ? fields[run] : null,
                    steps: []
                });
            }
            walks.get(key).steps.push(step);
        }
    }
    return [...walks.values()].map(walk => ({ ...walk, target: targetOf(walk.steps) }));
}

function targetOf(steps) {
    for (const step of steps) {
        for (const value of Object.values(step.fields)) {
            if (isIdentifier(value)) {
                return value;
            }
        }
    }
    return null;
}

/** What is known after each step of a walk: a frame a step. */
export function framesOf(model, walk) {
    const known = new Map();
    let closest = null;
    return walk.steps.map((step, number) => {
        const touched = touchedBy(model, step);
        const fresh = [];
        for (const { peer, becomes } of touched) {
            const before = known.get(peer);
            if (!before) {
                fresh.push(peer);
            }
            known.set(peer, {
                peer,
                since: before ? before.since : number,
                changed: number,
                state: becomes === 'named' ? before?.state || 'named' : becomes,
                distance: before ? before.distance : distance(model.peers[peer].id, walk.target)
            });
            const far = known.get(peer).distance;
            closest = far !== null && (closest === null || far < closest) ? far : closest;
        }
        return {
            number,
            step,
            fresh,
            closest,
            touched: touched.map(t => t.peer),
            sentence: sentence(model, step),
            known: [...known.values()]
        };
    });
}

/** The peers that a step names, and what becomes of each. */
function touchedBy(model, step) {
    const single = BECOMES.find(([pattern]) => pattern.test(step.type))?.[1] || 'named';
    const touched = [];
    for (const value of Object.values(step.fields)) {
        if (Array.isArray(value)) {
            value
                .filter(v => model.peerByName.has(v))
                .forEach(v => touched.push({ peer: model.peerByName.get(v).index, becomes: 'named' }));
        } else if (model.peerByName.has(value)) {
            touched.push({ peer: model.peerByName.get(value).index, becomes: single });
        }
    }
    return touched;
}

/** A step as a sentence: 'asked p3: hop 1, round 1, the closest not asked yet'. */
export function sentence(model, step) {
    const fields = Object.entries(step.fields).filter(
        ([name, value]) => name !== 'lookup' && !isIdentifier(value)
    );
    const parts = fields.map(([name, value]) => {
        if (Array.isArray(value)) {
            return `${words(name)} ${value.length === 0 ? 'none' : value.join(', ')}`;
        }
        if (typeof value === 'boolean') {
            return (value ? '' : 'not ') + words(name).replace(/^is /, '');
        }
        return name === 'why' || name === 'peer' ? String(value) : `${words(name)} ${value}`;
    });
    return words(step.type) + (parts.length > 0 ? ' ' + parts.join(' · ') : '');
}

/** How far two identifiers are from each other by XOR, as the logarithm to 2; 0 for the same. */
export function distance(id, target) {
    if (!id || !target || id.length !== target.length) {
        return null;
    }
    for (let i = 0; i < id.length; i++) {
        const differs = parseInt(id[i], 16) ^ parseInt(target[i], 16);
        if (differs !== 0) {
            const below = (id.length - i - 1) * 4;
            const rest =
                parseInt(id.slice(i + 1, i + 7) || '0', 16) ^ parseInt(target.slice(i + 1, i + 7) || '0', 16);
            return below + Math.log2(differs + rest / 16 ** Math.min(6, id.length - i - 1));
        }
    }
    return 0;
}

/** How many of the leading bits two identifiers share. */
export function sharedBits(id, target) {
    let bits = 0;
    for (let i = 0; i < id.length; i++) {
        const differs = parseInt(id[i], 16) ^ parseInt(target[i], 16);
        if (differs !== 0) {
            return bits + Math.clz32(differs) - 28;
        }
        bits += 4;
    }
    return bits;
}

/** How a conversation without steps spreads: how many peers it reaches at each depth of causes. */
export function spreadOf(model, conversation) {
    const depth = new Map();
    const reached = new Map();
    const rounds = [];
    for (const message of conversation.messages) {
        const before = model.byId.get(message.cause);
        const own = before?.kind === 'message' ? (depth.get(before.id) || 0) + 1 : 1;
        depth.set(message.id, own);
        const round = (rounds[own - 1] ||= {
            depth: own,
            messages: 0,
            lost: 0,
            fresh: 0,
            first: Infinity,
            last: 0
        });
        round.messages++;
        round.lost += message.lost === null ? 0 : 1;
        if (message.lost === null && message.ended !== null) {
            const known = reached.get(message.to);
            if (!known || known.time > message.ended) {
                reached.set(message.to, { time: message.ended, depth: own });
            }
        }
    }
    for (const { time, depth: at } of reached.values()) {
        const round = rounds[at - 1];
        round.fresh++;
        round.first = Math.min(round.first, time);
        round.last = Math.max(round.last, time);
    }
    return rounds.filter(Boolean);
}
