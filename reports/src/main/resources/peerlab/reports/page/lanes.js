// The space-time diagram as data: which peers have a line, in which order, and what is drawn between them.

import { after } from './playback.js';

/** How many lines and arrows are drawn at most; beyond, they would hide each other. */
export const MOST_LANES = 32;
export const MOST_ARROWS = 2500;

/** The lanes and arrows of a window of time; of one conversation or around one peer where one is chosen. */
export function lanesOf(model, { from, to, conversation = null, peer = null, lanes: fixed = null }) {
    const messages = (
        conversation === null
            ? between(model, from, to)
            : model.conversations[conversation].messages.filter(
                  m => m.sent <= to && (m.ended ?? model.end) >= from
              )
    ).filter(m => peer === null || conversation !== null || m.from === peer || m.to === peer);
    const arrows = messages.slice(0, MOST_ARROWS);
    const lanes = fixed || lanesFor(model, arrows, conversation, peer);
    const row = new Map(lanes.map((p, i) => [p, i]));
    const shown = arrows.filter(m => row.has(m.from) && row.has(m.to));
    const notes = (
        conversation === null ? momentsBetween(model, from, to) : model.conversations[conversation].moments
    ).filter(m => row.has(m.peer) && m.time >= from && m.time <= to);
    return { lanes, row, arrows: shown, notes, omittedArrows: messages.length - shown.length };
}

/** The peers of a whole conversation, or those that speak in a window. */
export function lanesFor(model, messages, conversation, peer) {
    const weight = new Map();
    const first = new Map();
    const add = (p, time) => {
        weight.set(p, (weight.get(p) || 0) + 1);
        first.set(p, first.get(p) ?? time);
    };
    if (conversation !== null) {
        const c = model.conversations[conversation];
        if (c.peer >= 0) {
            add(c.peer, -1);
        }
        c.messages.forEach(m => {
            add(m.from, m.sent);
            add(m.to, m.sent);
        });
        c.moments.filter(m => m.peer >= 0).forEach(m => add(m.peer, m.time));
        return [...weight.keys()].sort((a, b) => first.get(a) - first.get(b)).slice(0, MOST_LANES);
    }
    if (peer !== null) {
        add(peer, -1);
    }
    messages.forEach(m => {
        add(m.from, m.sent);
        add(m.to, m.sent);
    });
    const busiest = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || a - b);
    const chosen = busiest.slice(0, MOST_LANES).sort((a, b) => a - b);
    return peer === null ? chosen : [peer, ...chosen.filter(p => p !== peer)];
}

function between(model, from, to) {
    const last = after(model.messages, to, m => m.sent);
    let first = after(model.messages, from - model.longestFlight - 1, m => m.sent);
    const found = [];
    for (; first < last; first++) {
        const m = model.messages[first];
        if ((m.ended ?? model.end) >= from) {
            found.push(m);
        }
    }
    return found;
}

function momentsBetween(model, from, to) {
    return model.moments.slice(
        after(model.moments, from - 1, m => m.time),
        after(model.moments, to, m => m.time)
    );
}

/** The spans in which a peer is down within a window, by its lives. */
export function downSpans(model, peer, from, to) {
    const spans = [];
    let since = model.lives.length > 0 ? 0 : null;
    for (const life of model.lives) {
        if (life.peer === peer) {
            const isUp = life.change === 'started' || life.change === 'joined' || life.change === 'restarted';
            if (isUp && since !== null) {
                spans.push([since, life.time]);
                since = null;
            } else if ((life.change === 'crashed' || life.change === 'left') && since === null) {
                since = life.time;
            }
        }
    }
    if (since !== null) {
        spans.push([since, model.end]);
    }
    return spans.filter(([a, b]) => b > a && b >= from && a <= to);
}

/** A window that holds a whole conversation with a margin on both sides. */
export function windowOf(model, conversation) {
    const c = model.conversations[conversation];
    const length = Math.max(c.end - c.start, 1e6);
    return { from: Math.max(0, c.start - length * 0.06), to: Math.min(model.end, c.end + length * 0.1) };
}
