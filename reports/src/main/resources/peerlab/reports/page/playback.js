// What a moment of the run looks like: who is up, which faults act, who knows whom, what is on its way.

/** The first index from which a list, sorted by a key, is past a value. */
export function after(list, value, key) {
    let low = 0;
    let high = list.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (key(list[middle]) <= value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const UP = new Set(['started', 'joined', 'restarted']);
const DOWN = new Set(['left', 'crashed']);

/** Tells the state of the run at moments; asking for a later one than the last is quick. */
export class Playback {
    constructor(model) {
        this.model = model;
        this.ends = model.messages
            .filter(m => m.ended !== null)
            .map(m => m.ended)
            .sort((a, b) => a - b);
        this.edgesBySnapshot = [];
        this.rewind();
    }

    rewind() {
        this.time = -1;
        this.nextLife = 0;
        this.up = new Uint8Array(this.model.peers.length).fill(this.model.lives.length > 0 ? 0 : 1);
    }

    /** Whether each peer is up at a time: 1 or 0 by its index. */
    upAt(time) {
        if (this.model.lives.length === 0) {
            return this.upBySnapshot(time);
        }
        if (time < this.time) {
            this.rewind();
        }
        const lives = this.model.lives;
        while (this.nextLife < lives.length && lives[this.nextLife].time <= time) {
            const { peer, change } = lives[this.nextLife++];
            this.up[peer] = UP.has(change) ? 1 : DOWN.has(change) ? 0 : this.up[peer];
        }
        this.time = time;
        return this.up;
    }

    upBySnapshot(time) {
        const up = new Uint8Array(this.model.peers.length).fill(1);
        const index = this.snapshotAt(time);
        for (const peer of index >= 0 ? this.model.snapshots[index].down : []) {
            up[peer] = 0;
        }
        return up;
    }

    /** The number of the last snapshot up to a time; the first one before it; -1 where there is none. */
    snapshotAt(time) {
        const index = after(this.model.snapshots, time / 1e9 + 1e-9, s => s.time) - 1;
        return Math.max(index, Math.min(0, this.model.snapshots.length - 1));
    }

    /** The edges of a snapshot: kind, one end, the other end, and so on. */
    edges(index) {
        if (index < 0) {
            return new Int32Array(0);
        }
        if (!this.edgesBySnapshot[index]) {
            const { added, removed } = this.model.snapshots[index];
            const before = index > 0 ? this.edges(index - 1) : new Int32Array(0);
            this.edgesBySnapshot[index] =
                added.length === 0 && removed.length === 0
                    ? before
                    : merged(before, added, removed, this.model.peers.length);
        }
        return this.edgesBySnapshot[index];
    }

    /** What the protocol shows of a peer at a snapshot. */
    valuesOf(peer, index) {
        const values = {};
        for (let i = 0; i <= index; i++) {
            Object.assign(values, (this.model.snapshots[i].values || {})[peer]);
        }
        return values;
    }

    /** The faults that act at a time. */
    faultsAt(time) {
        return this.model.faults.filter(f => f.from <= time && time < (f.to ?? Infinity));
    }

    /** The messages on their way at some time between two, at most so many. */
    inFlight(from, to, most = 4000) {
        const messages = this.model.messages;
        const found = [];
        const earliest = from - this.model.longestFlight;
        for (let i = after(messages, to, m => m.sent) - 1; i >= 0 && found.length < most; i--) {
            const m = messages[i];
            if (m.sent < earliest) {
                break;
            }
            if ((m.ended ?? Infinity) >= from) {
                found.push(m);
            }
        }
        return found;
    }

    /** The time of the next thing that happens, or of the one before. */
    step(time, forward) {
        const lists = [
            [this.model.messages, m => m.sent],
            [this.ends, t => t],
            [this.model.moments, m => m.time],
            [this.model.lives, l => l.time],
            [this.model.timeline, l => l.time]
        ];
        let best = forward ? this.model.end : 0;
        for (const [list, key] of lists) {
            const at = forward ? after(list, time, key) : after(list, time - 1, key) - 1;
            if (at >= 0 && at < list.length) {
                best = forward ? Math.min(best, key(list[at])) : Math.max(best, key(list[at]));
            }
        }
        return best;
    }
}

function merged(before, added, removed, peers) {
    const key = (list, i) => (list[i] * peers + list[i + 1]) * peers + list[i + 2];
    const gone = new Set();
    for (let i = 0; i < removed.length; i += 3) {
        gone.add(key(removed, i));
    }
    const all = [];
    for (let i = 0; i < before.length; i += 3) {
        if (!gone.has(key(before, i))) {
            all.push(before[i], before[i + 1], before[i + 2]);
        }
    }
    for (const value of added) {
        all.push(value);
    }
    return Int32Array.from(all);
}
