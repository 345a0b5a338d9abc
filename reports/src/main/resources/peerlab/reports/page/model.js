// The data of the page (docs/report-data.md) as objects that know each other.

export const SECOND = 1e9;

/** Makes the model of a run from the data. */
export function modelOf(data) {
    const model = {
        data,
        run: data.run,
        verdicts: data.verdicts,
        hasTrace: data.hasTrace,
        sampling: data.sampling,
        end: Math.max(1, Math.round(data.run.simulatedTime * SECOND)),
        peers: peersOf(data.peers),
        snapshots: data.snapshots,
        edgeKinds: data.edgeKinds,
        layouts: data.layouts,
        series: data.series,
        traffic: data.traffic || null,
        lives: (data.lives || []).map(([time, peer, change]) => ({ time, peer, change })),
        faults: (data.faults || []).map(fault => ({ ...fault, to: fault.to ?? null })),
        timeline: data.timeline || [],
        types: data.types || [],
        messageTypes: Object.entries(data.traffic?.types || {})
            .sort((a, b) => b[1][0] - a[1][0])
            .map(([type]) => type)
    };
    model.peerByName = new Map(model.peers.map(peer => [peer.name, peer]));
    model.conversations = (data.conversations || []).map(conversation);
    model.messages = (data.messages || []).map((row, index) => message(row, index, data));
    model.moments = (data.moments || []).map((row, index) => moment(row, index, data));
    link(model);
    return model;
}

function peersOf(peers) {
    const at = (property, index) => {
        const { words, of } = peers[property];
        return (of.length > 0 ? words[of[index]] : words[0]) || '';
    };
    return peers.names.map((name, index) => ({
        index,
        name,
        group: at('groups', index),
        role: at('roles', index),
        region: at('regions', index),
        id: peers.ids[index] || null
    }));
}

function conversation([id, kind, what, key, peer, start, end, success, reason, isCut], index) {
    return {
        index,
        id,
        kind,
        what,
        key,
        peer,
        start,
        end,
        success,
        reason,
        isCut,
        messages: [],
        moments: []
    };
}

function message(row, index, data) {
    const [sent, ended, reason, from, to, type, bytes, id, cause, conversationIndex, shown, line] = row;
    const [carrier, length, encoded] = row.slice(12);
    return {
        kind: 'message',
        line,
        index,
        time: sent,
        sent,
        ended: ended < 0 ? null : ended,
        lost: reason < 0 ? null : data.reasons[reason] || 'lost',
        from,
        to,
        type: data.types[type],
        bytes,
        id,
        cause,
        conversation: conversationIndex,
        wire: encoded === undefined ? null : { carrier: data.carriers[carrier], length, encoded },
        get fields() {
            return named(shown, data.shapes);
        }
    };
}

function moment([time, kind, id, cause, peer, type, conversationIndex, shown, line], index, data) {
    return {
        kind,
        line,
        index,
        time,
        id,
        cause,
        peer,
        type: data.types[type],
        conversation: conversationIndex,
        get fields() {
            return named(shown, data.shapes);
        }
    };
}

/** The fields by name, of a shape's number and the values in its order. */
export function named(shown, shapes) {
    const fields = {};
    shapes[shown[0]].forEach((name, i) => {
        fields[name] = shown[i + 1];
    });
    return fields;
}

/** Events know their conversation; ids know their event; causes know their effects. */
function link(model) {
    model.byId = new Map();
    model.effects = new Map();
    model.longestFlight = 0;
    for (const event of model.messages) {
        model.byId.set(event.id, event);
        model.longestFlight = Math.max(model.longestFlight, (event.ended ?? model.end) - event.sent);
    }
    for (const event of model.moments) {
        if (event.id !== 0 && (event.kind === 'asked' || event.kind === 'timer')) {
            model.byId.set(event.id, event);
        }
    }
    for (const event of [...model.messages, ...model.moments]) {
        const list = event.kind === 'message' ? 'messages' : 'moments';
        model.conversations[event.conversation]?.[list].push(event);
        if (event.cause !== 0) {
            const others = model.effects.get(event.cause);
            if (others) {
                others.push(event);
            } else {
                model.effects.set(event.cause, [event]);
            }
        }
    }
}

/** The events that led to an event, the first cause first, itself last. */
export function causesOf(model, event) {
    const chain = [event];
    const seen = new Set([event]);
    let next = model.byId.get(event.cause);
    while (next && !seen.has(next)) {
        seen.add(next);
        chain.unshift(next);
        next = model.byId.get(next.cause);
    }
    return chain;
}

/** All that an event led to, in the order of time; at most so many. */
export function effectsOf(model, event, most = 2000) {
    const found = [];
    const seen = new Set([event.id]);
    const open = event.id === 0 ? [] : [event.id];
    while (open.length > 0 && found.length < most) {
        for (const effect of model.effects.get(open.shift()) || []) {
            found.push(effect);
            if (effect.id !== 0 && effect.kind !== 'answered' && !seen.has(effect.id)) {
                seen.add(effect.id);
                open.push(effect.id);
            }
        }
    }
    return found.sort((a, b) => a.line - b.line);
}

/** A conversation in a few words: 'get key-63 from p46'. */
export function title(model, c) {
    const what = { asked: c.what, timer: 'timer ' + c.what, life: c.what }[c.kind] || c.what || c.kind;
    const who = c.peer >= 0 ? model.peers[c.peer].name : '';
    return [what, c.key, who && (c.kind === 'asked' ? 'from ' : 'at ') + who].filter(Boolean).join(' ');
}
