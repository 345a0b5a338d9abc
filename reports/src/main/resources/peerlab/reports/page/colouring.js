// The colours of peers: by who they are, or by what their protocol shows of them at a moment.

import { colourOf } from './theme.js';

/** By what peers may be coloured: who they are, or what their protocol shows. */
export function colourings(model) {
    const all = [];
    for (const property of ['region', 'group', 'role']) {
        const found = [...new Set(model.peers.map(p => p[property]))];
        if (found.length > 1) {
            all.push(byWord(property, found, p => model.peers[p][property]));
        }
    }
    const shown = valueTable(model);
    for (const name of shown.names) {
        all.push(byValue(name, shown, model));
    }
    if (all.length === 0 || !['region', 'group', 'role'].includes(all[0].name)) {
        all.unshift({
            name: 'nothing',
            of: (snapshot, colours) => ({ words: [], colourOfPeer: () => colours.accent })
        });
    }
    return all;
}

function byWord(name, found, wordOf) {
    return {
        name,
        of: (snapshot, colours) => {
            const map = colourOf(found, colours);
            return {
                words: found.slice(0, 12).map(word => [word || 'none', map.get(word)]),
                colourOfPeer: p => map.get(wordOf(p))
            };
        }
    };
}

/** What is shown of peers, where it differs from peer to peer and can be a colour. */
function valueTable(model) {
    const names = new Set();
    const cache = [];
    for (const snapshot of model.snapshots) {
        for (const values of Object.values(snapshot.values || {})) {
            Object.entries(values)
                .filter(([, v]) => typeof v === 'number' || typeof v === 'boolean')
                .forEach(([name]) => names.add(name));
        }
    }
    return {
        names,
        at: index => {
            if (!cache[index]) {
                const before = index > 0 ? cache[index - 1] : [];
                const own = model.snapshots[index]?.values || {};
                cache[index] = model.peers.map((p, i) =>
                    own[i] ? { ...before[i], ...own[i] } : before[i] || {}
                );
            }
            return cache[index];
        }
    };
}

function byValue(name, shown, model) {
    return {
        name,
        of: (snapshot, colours) => {
            for (let i = 0; i <= snapshot; i++) {
                shown.at(i);
            }
            const values = snapshot < 0 ? [] : shown.at(snapshot).map(v => Number(v[name] ?? NaN));
            const known = values.filter(v => !Number.isNaN(v));
            const least = Math.min(...known);
            const most = Math.max(...known);
            const shade = share => mix(colours.kinds[5], colours.kinds[3], share);
            const levels = Array.from({ length: 9 }, (_, i) => shade(i / 8));
            return {
                words:
                    known.length === 0
                        ? []
                        : [
                              [`${name} ${least}`, levels[0]],
                              [`${name} ${most}`, levels[8]]
                          ],
                colourOfPeer: p =>
                    Number.isNaN(values[p] ?? NaN)
                        ? colours.faint
                        : levels[most > least ? Math.round(((values[p] - least) / (most - least)) * 8) : 4]
            };
        }
    };
}

function mix(a, b, share) {
    const parts = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
    const [from, to] = [parts(a), parts(b)];
    return (
        '#' +
        from
            .map((v, i) =>
                Math.round(v + (to[i] - v) * share)
                    .toString(16)
                    .padStart(2, '0')
            )
            .join('')
    );
}
